package org.greensward.export.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.FieldType;
import org.greensward.web.CsvLines;

/**
 * Comma-separated values in UTF-8, one table. The licence and what must be said stand in the last
 * two columns of each row, since there is no other place that survives. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it.
 */
final class CsvWriter implements TableWriter {
  private final FileMetadata about;
  private final Writer out;
  private final CsvLines lines;
  private ExportTable table;

  CsvWriter(FileMetadata about, OutputTarget target) throws IOException {
    this.about = about;
    this.out = new BufferedWriter(new OutputStreamWriter(target.open(-1), StandardCharsets.UTF_8));
    this.lines = new CsvLines(out, CsvLines.CRLF);
  }

  @Override
  public void begin(ExportTable begun) throws IOException {
    if (table != null) {
      throw new IllegalStateException("a CSV file holds one table");
    }
    table = begun;
    out.write(CsvLines.BYTE_ORDER_MARK);
    for (ExportField field : table.fields()) {
      lines.value(field.name());
    }
    lines.value("licence");
    lines.value("attribution");
    lines.endLine();
  }

  @Override
  public void row(Object[] values, String geometry) throws IOException {
    for (int i = 0; i < values.length; i++) {
      String text = ValueFormat.text(values[i]);
      if (table.fields().get(i).type() == FieldType.TEXT) {
        lines.text(text);
      } else {
        lines.value(text);
      }
    }
    lines.value(about.licence());
    lines.value(about.credit());
    lines.endLine();
  }

  @Override
  public void end() {}

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void close() {}
}
