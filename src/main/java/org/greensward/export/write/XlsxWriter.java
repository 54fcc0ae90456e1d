package org.greensward.export.write;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.greensward.error.UserException;
import org.greensward.layer.export.FieldType;

/**
 * An Excel workbook: a sheet of rows with a heading that stays in view, and a sheet that says what
 * the file is. Texts are typed as texts, so that none becomes a formula.
 */
final class XlsxWriter implements TableWriter {
  private static final int ROWS_IN_MEMORY = 500;
  private static final int LONGEST_TEXT = 32_767;
  private static final int COLUMN_WIDTH = 18;
  private static final int TEXT_WIDTH = 100;

  private final FileMetadata about;
  private final Workbook workbook;
  private ExportTable table;
  private Worksheet sheet;
  private int row;
  private long cut;

  XlsxWriter(FileMetadata about, OutputTarget target) throws IOException {
    this.about = about;
    this.workbook = new Workbook(target.open(-1), "Greensward", null);
  }

  @Override
  public void begin(ExportTable begun) {
    table = begun;
    sheet = workbook.newWorksheet(table.name());
    sheet.freezePane(0, 1);
    for (int i = 0; i < table.fields().size(); i++) {
      sheet.width(i, COLUMN_WIDTH);
      sheet.inlineString(0, i, table.fields().get(i).name());
      sheet.style(0, i).bold().set();
    }
    row = 0;
  }

  @Override
  public void row(Object[] values, String geometry) throws IOException {
    row++;
    if (row >= Worksheet.MAX_ROWS) {
      throw new UserException(
          "An Excel sheet ends at row %,d, and there are more; take CSV or GeoPackage, or one council."
              .formatted(Worksheet.MAX_ROWS));
    }
    for (int i = 0; i < values.length; i++) {
      cell(i, values[i]);
    }
    if (row % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  private void cell(int column, Object value) {
    if (value instanceof LocalDate date) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof Number number) {
      sheet.value(row, column, number);
      if (table.fields().get(column).type() == FieldType.NUMBER) {
        sheet.style(row, column).format("#,##0.00####").set();
      }
    } else if (value != null) {
      String text = ValueFormat.text(value);
      if (text.length() > LONGEST_TEXT) {
        text = text.substring(0, LONGEST_TEXT - 3) + "...";
        cut++;
      }
      sheet.inlineString(row, column, text);
    }
  }

  @Override
  public void end() throws IOException {
    sheet.finish();
  }

  @Override
  public void finish() throws IOException {
    Worksheet page = workbook.newWorksheet("About");
    page.width(0, COLUMN_WIDTH);
    page.width(1, TEXT_WIDTH);
    List<FileMetadata.Line> lines = about.lines();
    int at = 0;
    for (FileMetadata.Line line : lines) {
      page.inlineString(at, 0, line.name());
      page.style(at, 0).bold().set();
      page.inlineString(at, 1, line.text());
      page.style(at, 1).wrapText(true).set();
      at++;
    }
    if (cut > 0) {
      page.inlineString(at, 0, "Shortened");
      page.inlineString(
          at, 1, "%,d texts longer than %,d letters end in ...".formatted(cut, LONGEST_TEXT));
    }
    workbook.finish();
  }

  @Override
  public void close() {}
}
