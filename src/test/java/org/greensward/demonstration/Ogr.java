package org.greensward.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes layers in EPSG:27700 with {@code ogr2ogr}, by way of CSV with types and WKT. */
final class Ogr {

  private static final String DATE = "2018-10-01T00:00:00.000Z";

  private final Path scratch;

  /** Temporary files go into this folder. */
  Ogr(Path scratch) {
    this.scratch = scratch;
  }

  /**
   * A column of a layer.
   *
   * @param type as in a .csvt file: {@code String(20)}, {@code Real}, {@code Date}
   */
  record Column(String name, String type) {}

  /**
   * Writes or adds one layer.
   *
   * @param geometryType {@code POLYGON}, {@code LINESTRING}, {@code POINT}
   * @param rows the values of the columns, and WKT last
   */
  void write(
      Path target,
      String format,
      String layer,
      String geometryType,
      List<Column> columns,
      List<List<String>> rows,
      String... options) {
    Path csv = scratch.resolve(layer + ".csv");
    List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
    names.add("WKT");
    DemonstrationCsv.write(csv, names, rows);
    List<String> types = new ArrayList<>(columns.stream().map(Column::type).toList());
    types.add("WKT");
    try {
      Files.writeString(scratch.resolve(layer + ".csvt"), '"' + String.join("\",\"", types) + '"');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", format));
    if (Files.exists(target)) {
      command.add("-update");
    }
    command.addAll(List.of("-nln", layer, "-nlt", geometryType, "-a_srs", "EPSG:27700"));
    command.addAll(List.of("-oo", "EMPTY_STRING_AS_NULL=YES", "-oo", "KEEP_GEOM_COLUMNS=NO"));
    command.addAll(List.of(options));
    command.addAll(List.of(target.toString(), csv.toString()));
    run(command);
  }

  /** Runs a command of GDAL with a fixed date and returns what it prints. */
  static String run(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("OGR_CURRENT_DATE", DATE);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Failed: " + String.join(" ", command));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
