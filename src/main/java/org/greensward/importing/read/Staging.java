package org.greensward.importing.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Scanner;
import java.util.Set;
import java.util.regex.Pattern;
import org.greensward.error.UserException;
import org.greensward.importing.dataset.Dataset;
import org.greensward.importing.dataset.ImportFormat;
import org.greensward.importing.gdal.Gdal;
import org.greensward.importing.gdal.GdalProcess;
import org.greensward.layer.importing.ReadOptions;
import org.greensward.layer.importing.SourceLayer;
import org.postgresql.copy.CopyIn;

/** Copies a dataset's layers from GDAL into a staging table and checks what arrived. */
final class Staging {
  /** A feature that has no shape, or an empty one, and says so. */
  private static final Pattern JSON_NONE =
      Pattern.compile("\"geometry\"\\s*:\\s*null|\"(coordinates|geometries)\"\\s*:\\s*\\[\\s*\\]");

  private final Gdal gdal;
  private final Dataset dataset;
  private final ReadOptions options;
  private final StagingTable table;
  private final StagingListener listener;
  private final Set<SourceLayer> plain = new HashSet<>();
  private long copied;

  Staging(
      Gdal gdal,
      Dataset dataset,
      ReadOptions options,
      StagingTable table,
      StagingListener listener) {
    this.gdal = gdal;
    this.dataset = dataset;
    this.options = options;
    this.table = table;
    this.listener = listener;
  }

  /** Returns how many rows the table has. */
  long run(List<SourceLayer> layers) throws SQLException, IOException {
    for (SourceLayer layer : layers) {
      if (layer.crs() != null && !table.knows(layer)) {
        throw new UserException(
            "The coordinate system "
                + layer.crs()
                + " is not known; say one that is, for example --crs EPSG:27700.");
      }
    }
    for (SourceLayer layer : layers) {
      copy(layer);
    }
    long without = 0;
    long firstWithout = 0;
    for (SourceLayer layer : layers) {
      if (layer.crs() != null && !plain.contains(layer)) {
        StagedGeometrySummary places = place(layer);
        without += places.without();
        firstWithout = firstWithout == 0 ? places.firstWithout() : firstWithout;
      }
    }
    checkShapesArrived(without, firstWithout);
    return copied - table.finish(dataset.format().isTable());
  }

  /** A coordinate system without a code is unknown to the database: GDAL transforms that one. */
  private StagedGeometrySummary place(SourceLayer layer) throws SQLException {
    String crs = CoordinateSystem.name(layer.crs());
    boolean coded = CoordinateSystem.isCoded(layer.crs());
    StagedGeometrySummary places = StagedGeometrySummary.of(table, layer);
    places.checkFinite(dataset.name());
    if (coded) {
      places.checkSize(dataset.name(), crs, table.isInDegrees(layer));
    }
    if (places.special()) {
      table.simplifyTypes();
    }
    if (coded && !layer.isInGrid()) {
      try {
        table.transform(layer);
      } catch (SQLException e) {
        throw new UserException(
            dataset.name()
                + ": its coordinates cannot be transformed from "
                + crs
                + " to EPSG:27700; check its coordinate system, or export it in EPSG:27700.",
            e);
      }
      places = StagedGeometrySummary.of(table, layer);
    }
    places.checkInGreatBritain(dataset.name(), crs);
    return places;
  }

  private void copy(SourceLayer layer) throws SQLException, IOException {
    try (GdalProcess process = gdal.start(dataset.errand(), dataset.drivers(), words(layer))) {
      PgDumpReader rows = new PgDumpReader(process.output(), dataset.format() != ImportFormat.CSV);
      List<String> columns = rows.columns();
      if (columns.isEmpty()) {
        check(layer, rows, process.finish());
        return;
      }
      CopyIn copy = table.copy(layer, before(layer, columns));
      try {
        PgDumpReader.Sink sink = sink(layer, copy);
        OptionalLong badText = rows.copyTo(sink, n -> listener.copied(copied + n));
        if (badText.isPresent()) {
          throw new UserException(
              dataset.name()
                  + ": the text of row "
                  + badText.getAsLong()
                  + " is not in the encoding that the file says; say the right one with"
                  + " --encoding, for example --encoding ISO-8859-1.");
        }
        check(layer, rows, process.finish());
        copied += copy.endCopy();
        if (sink instanceof GeometryTee tap && tap.passedPlainShapes()) {
          plain.add(layer);
        }
        listener.copied(copied);
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    }
  }

  private PgDumpReader.Sink sink(SourceLayer layer, CopyIn copy) {
    PgDumpReader.Sink sink = StagingTable.sink(copy);
    return layer.isInGrid() ? new GeometryTee(sink, listener, copied) : sink;
  }

  private List<String> words(SourceLayer layer) {
    List<String> words = new ArrayList<>(List.of("ogr2ogr", "-f", "PGDUMP", "/vsistdout/"));
    words.addAll(dataset.openOptions());
    words.addAll(List.of(dataset.path().toString(), layer.name(), "-nln", "staged"));
    for (String option :
        List.of("LAUNDER=NO", "CREATE_TABLE=OFF", "DROP_TABLE=OFF", "CREATE_SCHEMA=OFF")) {
      words.addAll(List.of("-lco", option));
    }
    if (layer.crs() == null) {
      words.addAll(List.of("-nlt", "NONE"));
    } else {
      words.addAll(List.of("-nlt", "GEOMETRY", "-dim", "XY", "-lco"));
      if (!CoordinateSystem.isCoded(layer.crs())) {
        words.addAll(List.of("SRID=27700", "-t_srs", CoordinateSystem.BRITISH_NATIONAL_GRID));
      } else {
        words.add(layer.isInGrid() ? "SRID=27700" : "SRID=0");
      }
    }
    if (options.where() != null) {
      words.addAll(dataset.whereOptions(options.where()));
    }
    words.add("-unsetFieldWidth");
    return words;
  }

  private List<String> before(SourceLayer layer, List<String> columns) {
    List<String> before = new ArrayList<>();
    int extra = columns.size() - layer.fields().size();
    if (layer.crs() != null) {
      before.add("geom");
    }
    if (extra > before.size()) {
      before.add("gdal_fid");
    }
    if (extra != before.size()) {
      throw new UserException(
          dataset.name()
              + " changed while it was being read; wait until it is written, and again.");
    }
    return before;
  }

  private void check(SourceLayer layer, PgDumpReader rows, Optional<String> complaint) {
    if (complaint.isPresent() || rows.rows() > 0 && !rows.isComplete()) {
      throw new UserException(
          dataset.name()
              + " breaks off after "
              + rows.rows()
              + " rows ("
              + DatasetInspection.reason(dataset, complaint.orElse("GDAL stopped"))
              + "); copy or export it again.");
    }
    if (layer.features() >= 0 && layer.features() != rows.rows()) {
      throw new UserException(
          dataset.name()
              + ": it says that it holds "
              + layer.features()
              + " rows, but "
              + rows.rows()
              + " came out of it; copy or export it again.");
    }
  }

  /** A shape that GDAL cannot understand arrives as none, without a word. */
  private void checkShapesArrived(long without, long firstWithout) throws IOException {
    long meant = dataset.nullGeometries();
    if (without > 0 && dataset.format() == ImportFormat.GEOJSON) {
      try (Scanner scanner = new Scanner(dataset.path(), StandardCharsets.ISO_8859_1)) {
        meant = scanner.findAll(JSON_NONE).count();
      }
    }
    if (meant >= 0 && without > meant) {
      throw new UserException(
          dataset.name()
              + ": the shape of "
              + (without - meant)
              + " of its "
              + copied
              + " rows cannot be understood (the first without one is row "
              + firstWithout
              + "); correct it and export the file again.");
    }
  }
}
