package org.greensward.export.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.error.UserException;
import org.greensward.importing.gdal.Gdal;
import org.greensward.importing.gdal.GdalOperation;
import org.greensward.importing.gdal.GdalProcess;
import org.greensward.importing.gdal.WorkFolder;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.FieldType;
import org.greensward.layer.export.GeometryKind;

/**
 * What a GeoPackage holds besides its tables: how QGIS shall draw them ({@code layer_styles}), what
 * the file is (a table {@code about}, the description of each table, and its metadata).
 */
final class GeoPackageExtras {
  private static final List<ExportField> STYLE =
      Stream.of(
              "f_table_catalog",
              "f_table_schema",
              "f_table_name",
              "f_geometry_column",
              "styleName",
              "styleQML",
              "styleSLD",
              "useAsDefault",
              "description",
              "owner",
              "ui",
              "update_time")
          .map(GeoPackageExtras::field)
          .toList();
  private static final List<ExportField> ABOUT = List.of(field("name"), field("text"));

  private final Gdal gdal;
  private final WorkFolder folder;
  private final String fileName;

  GeoPackageExtras(Gdal gdal, WorkFolder folder, String fileName) {
    this.gdal = gdal;
    this.folder = folder;
    this.fileName = fileName;
  }

  /**
   * The options that make the file, or add to it. Metadata is set to something at first, so that
   * GDAL makes the tables for it.
   */
  static List<String> creation(boolean first, WorkFolder folder) {
    return first ? List.of("-mo", "LICENCE=see about") : List.of("-update");
  }

  void add(FileMetadata about, List<ExportTable> tables) throws IOException {
    List<Object[]> lines =
        about.lines().stream().map(l -> new Object[] {l.name(), l.text()}).toList();
    add("about", ABOUT, lines);
    List<Object[]> styles = new ArrayList<>();
    for (ExportTable table : tables) {
      if (table.looks() != null && table.shape() != GeometryKind.NONE) {
        styles.add(style(table));
      }
    }
    if (!styles.isEmpty()) {
      add("layer_styles", STYLE, styles);
    }
    String text = quote(about.text());
    execute(
        "UPDATE gpkg_contents SET description = " + text + " WHERE table_name <> 'layer_styles'");
    execute("UPDATE gpkg_metadata SET metadata = " + quote(metadata(about)));
  }

  /** Of a table that no Shapefile has, so without a short name. */
  private static ExportField field(String name) {
    return new ExportField(
        name, "", name.equals("useAsDefault") ? FieldType.WHOLE : FieldType.TEXT);
  }

  private static Object[] style(ExportTable table) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return new Object[] {
      "",
      "",
      table.name(),
      "geom",
      "Greensward",
      QgisStyle.of(table, false),
      "",
      1,
      "As on the map of Greensward",
      "",
      "",
      now
    };
  }

  private void add(String name, List<ExportField> fields, List<Object[]> rows) throws IOException {
    List<String> words = new ArrayList<>(List.of("ogr2ogr", "-f", "GPKG", "-update"));
    words.addAll(List.of("-nln", name, "-nlt", "NONE", "-lco", "FID=id"));
    words.addAll(List.of("-sql", "@" + write(GdalTable.select(fields, false))));
    words.addAll(GdalTable.SOURCE_OPTIONS);
    words.addAll(List.of(folder.resolve("made.gpkg").toString(), GdalTable.SOURCE));
    List<String> columns = fields.stream().map(ExportField::name).toList();
    try (GdalTable table =
        new GdalTable(
            gdal.start(GdalOperation.writing(fileName), List.of("CSV", "GPKG"), words),
            fileName,
            columns,
            null)) {
      rows.forEach(row -> table.row(row, null));
      table.end();
    }
  }

  private void execute(String sql) throws IOException {
    List<String> words =
        List.of("ogrinfo", "-q", "-sql", "@" + write(sql), folder.resolve("made.gpkg").toString());
    try (GdalProcess process =
        gdal.start(GdalOperation.writing(fileName), List.of("GPKG"), words)) {
      process.readText();
      process
          .finish()
          .ifPresent(
              said -> {
                throw new UserException(
                    fileName + " could not be written (" + said + "); try again.");
              });
    }
  }

  private Path write(String sql) throws IOException {
    Path file = folder.resolve("extras.sql");
    Files.writeString(file, sql);
    WorkFolder.makeReadable(file);
    return file;
  }

  private static String metadata(FileMetadata about) {
    return about.lines().stream()
        .map(
            line ->
                "<MDI key=\"%s\">%s</MDI>"
                    .formatted(
                        line.name().toUpperCase(Locale.ROOT).replace(' ', '_'),
                        KmlWriter.escape(line.text())))
        .collect(
            Collectors.joining(
                "",
                "<GDALMultiDomainMetadata><Metadata>",
                "</Metadata></GDALMultiDomainMetadata>"));
  }

  private static String quote(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
