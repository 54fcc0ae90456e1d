package org.greensward.export.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greensward.importing.gdal.Gdal;
import org.greensward.importing.gdal.GdalOperation;
import org.greensward.importing.gdal.WorkFolder;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.GeometryKind;

/**
 * A GeoPackage, a zipped Shapefile or a zipped MapInfo table, made by GDAL in a folder of its own
 * and sent when it is whole. The rows go to it one by one.
 */
final class GdalWriter implements TableWriter {
  /** Of a text in a Shapefile's or MapInfo table. */
  private static final int LONGEST_TEXT_BYTES = 254;

  private final Gdal gdal;
  private final ExportFormat format;
  private final FileMetadata about;
  private final String fileName;
  private final OutputTarget target;
  private final WorkFolder folder;
  private final TextLimit limit;
  private final List<ExportTable> written = new ArrayList<>();
  private GdalTable rows;

  /**
   * @param fileName as sentences call what is written
   */
  GdalWriter(
      Gdal gdal, ExportFormat format, FileMetadata about, String fileName, OutputTarget target) {
    this.gdal = gdal;
    this.format = format;
    this.about = about;
    this.fileName = fileName;
    this.target = target;
    this.folder = WorkFolder.makeWritable(gdal.changesUser());
    this.limit =
        switch (format) {
          case SHAPEFILE -> new TextLimit(LONGEST_TEXT_BYTES, StandardCharsets.UTF_8);
          case MAPINFO_TAB -> new TextLimit(LONGEST_TEXT_BYTES, Charset.forName("windows-1252"));
          default -> null;
        };
  }

  @Override
  public void begin(ExportTable table) throws IOException {
    boolean dbf = format == ExportFormat.SHAPEFILE;
    List<String> words = new ArrayList<>(List.of("ogr2ogr", "-f", driver()));
    if (format == ExportFormat.GEOPACKAGE) {
      words.addAll(GeoPackageExtras.creation(written.isEmpty(), folder));
      words.addAll(List.of("-lco", "GEOMETRY_NAME=geom", "-lco", "FID=fid"));
    } else if (dbf) {
      words.addAll(List.of("-lco", "ENCODING=UTF-8"));
    } else {
      words.addAll(List.of("-lco", "ENCODING=CP1252", "-lco", "BOUNDS=" + bounds()));
    }
    words.addAll(List.of("-nln", table.name(), "-nlt", table.shape().gdalName()));
    if (table.shape() != GeometryKind.NONE) {
      words.addAll(List.of("-a_srs", "EPSG:" + about.crs().code()));
    }
    words.addAll(List.of("-sql", statement(table.name(), GdalTable.select(table.fields(), dbf))));
    words.addAll(GdalTable.SOURCE_OPTIONS);
    words.addAll(List.of("-oo", "EMPTY_STRING_AS_NULL=YES"));
    words.addAll(List.of(made(table).toString(), GdalTable.SOURCE));
    rows =
        new GdalTable(
            gdal.start(GdalOperation.writing(fileName), List.of("CSV", driver()), words),
            fileName,
            table.fields().stream().map(ExportField::name).toList(),
            limit);
    written.add(table);
  }

  @Override
  public void row(Object[] values, String geometry) {
    rows.row(values, geometry);
  }

  @Override
  public void end() {
    rows.end();
    rows = null;
  }

  @Override
  public void finish() throws IOException {
    if (format == ExportFormat.GEOPACKAGE) {
      new GeoPackageExtras(gdal, folder, fileName).add(about, written);
      Path file = made(null);
      Files.copy(file, target.open(Files.size(file)));
    } else {
      zip(target.open(-1));
    }
  }

  @Override
  public void close() {
    try {
      if (rows != null) {
        rows.close();
      }
    } finally {
      folder.close();
    }
  }

  private void zip(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    entry(zip, "LICENCE.txt", licence());
    for (ExportTable table : written) {
      if (format == ExportFormat.SHAPEFILE && table.looks() != null) {
        entry(zip, table.name() + ".qml", QgisStyle.of(table, true));
      }
      try (var parts = Files.newDirectoryStream(made(table).getParent(), table.name() + ".*")) {
        for (Path part : parts) {
          if (!part.getFileName().toString().endsWith(".sql")) {
            zip.putNextEntry(new ZipEntry(part.getFileName().toString()));
            Files.copy(part, zip);
          }
        }
      }
    }
    zip.finish();
    zip.flush();
  }

  private String licence() {
    StringBuilder text = new StringBuilder(about.text());
    if (limit.cut() > 0) {
      text.append(
          "Shortened: %,d texts longer than %d bytes, which this format cannot hold, end in ..."
              .formatted(limit.cut(), limit.bytes()));
      text.append("; a GeoPackage has them whole.\n");
    }
    if (limit.respelt() > 0) {
      text.append(
          "Spelling: %,d texts with letters that this format cannot hold have lost accents"
              .formatted(limit.respelt()));
      text.append("; a GeoPackage has them as they are.\n");
    }
    return text.toString();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private String driver() {
    return switch (format) {
      case GEOPACKAGE -> "GPKG";
      case SHAPEFILE -> "ESRI Shapefile";
      case MAPINFO_TAB -> "MapInfo File";
      default -> throw new IllegalArgumentException(format + " is not written by GDAL");
    };
  }

  /** MapInfo divides a box into whole numbers: one that holds Great Britain, and not much more. */
  private String bounds() {
    return about.crs() == ExportCrs.WGS84 ? "-16,46,16,64" : "-200000,-200000,900000,1400000";
  }

  private Path made(ExportTable table) {
    return switch (format) {
      case SHAPEFILE -> folder.resolve(table.name() + ".shp");
      case MAPINFO_TAB -> folder.resolve(table.name() + ".tab");
      default -> folder.resolve("made.gpkg");
    };
  }

  /** By a file: it may be longer, and in other letters, than a word of a command can be. */
  private String statement(String name, String sql) throws IOException {
    Path file = folder.resolve(name + ".sql");
    Files.writeString(file, sql);
    WorkFolder.makeReadable(file);
    return "@" + file;
  }
}
