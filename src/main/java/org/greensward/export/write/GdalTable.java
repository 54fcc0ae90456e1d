package org.greensward.export.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.greensward.error.UserException;
import org.greensward.importing.gdal.GdalProcess;
import org.greensward.layer.export.ExportField;
import org.greensward.web.CsvLines;

/**
 * Rows on their way into a running {@code ogr2ogr}, as comma-separated values with the geometry in
 * hexadecimal first. The types of the columns go by a statement, since such values have none.
 */
final class GdalTable implements AutoCloseable {
  /** As GDAL calls the rows that come by its standard input. */
  static final String SOURCE = "CSV:/vsistdin/";

  static final List<String> SOURCE_OPTIONS =
      List.of(
          "-oo", "AUTODETECT_TYPE=NO",
          "-oo", "HEADERS=YES",
          "-oo", "GEOM_POSSIBLE_NAMES=geom",
          "-oo", "KEEP_GEOM_COLUMNS=NO");

  private final GdalProcess process;
  private final String file;
  private final TextLimit limit;
  private final Writer out;
  private final CsvLines lines;

  /**
   * @param file as sentences call what is written
   * @param limit of texts; null where there is none
   */
  GdalTable(GdalProcess process, String file, List<String> columns, TextLimit limit)
      throws IOException {
    this.process = process;
    this.file = file;
    this.limit = limit;
    this.out =
        new BufferedWriter(
            new OutputStreamWriter(process.input(), StandardCharsets.UTF_8), 1 << 16);
    this.lines = new CsvLines(out, "\n");
    feed(
        () -> {
          lines.value("geom");
          for (String column : columns) {
            lines.value(column);
          }
          lines.endLine();
        });
  }

  void row(Object[] values, String geometry) {
    feed(
        () -> {
          lines.value(geometry == null ? "" : geometry);
          for (Object value : values) {
            String text = ValueFormat.text(value);
            lines.value(limit == null || !(value instanceof String) ? text : limit.fit(text));
          }
          lines.endLine();
        });
  }

  /**
   * Waits until all is written.
   *
   * @throws UserException when GDAL could not
   */
  void end() {
    feed(out::close);
    complain(process.finish());
  }

  @Override
  public void close() {
    process.close();
  }

  private interface Feeding {
    void run() throws IOException;
  }

  /** A program that has ended takes nothing more; why it ended is for it to say. */
  private void feed(Feeding feeding) {
    try {
      feeding.run();
    } catch (IOException e) {
      complain(process.finish());
      throw new UserException("GDAL ended before all of " + file + " was written; try again.", e);
    }
  }

  private void complain(Optional<String> complaint) {
    if (complaint.isPresent()) {
      throw new UserException(
          file
              + " could not be written ("
              + complaint.get().replaceAll("/\\S*/", "")
              + "); take another format, or less of it.");
    }
  }

  /** Selects the fields with their types, under the names that the format gives them. */
  static String select(List<ExportField> fields, boolean dbf) {
    return fields.stream()
        .map(
            field -> {
              String as = dbf ? field.shortName() : field.name();
              String typed =
                  switch (field.type()) {
                    case TEXT -> "\"%s\"";
                    case WHOLE -> "CAST(\"%s\" AS integer)";
                    case NUMBER -> "CAST(\"%s\" AS " + (dbf ? "numeric(20,6)" : "float") + ")";
                    case DATE -> "CAST(\"%s\" AS date)";
                  };
              return typed.formatted(field.name()) + " AS \"" + as + "\"";
            })
        .collect(Collectors.joining(", ", "SELECT ", " FROM layer"));
  }
}
