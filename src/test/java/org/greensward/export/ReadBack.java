package org.greensward.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Files as GDAL reads them. */
final class ReadBack {
  private ReadBack() {}

  /** The rows of a query in GDAL's SQLite dialect, each as its values. */
  static List<List<String>> query(Path file, String sql) {
    String text =
        run("ogr2ogr", "-f", "CSV", "/vsistdout/", "-dialect", "SQLITE", "-sql", sql, open(file));
    List<List<String>> rows = new ArrayList<>();
    text.lines().skip(1).forEach(line -> rows.add(values(line)));
    return rows;
  }

  /** The one row of a query: many values together, since each query reads the whole file. */
  static List<String> row(Path file, String sql) {
    return query(file, sql).get(0);
  }

  /** The one value of a query. */
  static String value(Path file, String sql) {
    return row(file, sql).get(0);
  }

  static double number(Path file, String sql) {
    return Double.parseDouble(value(file, sql));
  }

  /** What {@code ogrinfo} says of a layer, without its features. */
  static String summary(Path file, String layer) {
    return run("ogrinfo", "-ro", "-so", open(file), layer);
  }

  /** The file in British National Grid. */
  static Path inGrid(Path file, String layer) {
    Path projected = file.resolveSibling("grid-" + file.getFileName() + ".gpkg");
    run(
        "ogr2ogr",
        "-f",
        "GPKG",
        "-nln",
        "x",
        "-lco",
        "GEOMETRY_NAME=geometry",
        "-t_srs",
        "EPSG:27700",
        projected.toString(),
        open(file),
        layer);
    return projected;
  }

  /** The folder of what a zip holds: GDAL would unpack it anew at every step back. */
  private static String open(Path file) {
    if (!file.toString().endsWith(".zip")) {
      return file.toString();
    }
    Path unpacked = file.resolveSibling(file.getFileName() + "-unpacked");
    if (!Files.exists(unpacked)) {
      unpack(file, unpacked);
    }
    return unpacked.toString();
  }

  private static void unpack(Path file, Path folder) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Files.createDirectory(folder);
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.getName().equals("LICENCE.txt")) {
          Files.copy(zip.getInputStream(entry), folder.resolve(entry.getName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of an entry of a zip. */
  static String entry(Path file, String name) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String... words) {
    try {
      ProcessBuilder builder = new ProcessBuilder(words);
      builder.environment().put("OGR_XLSX_HEADERS", "FORCE");
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Failed: " + String.join(" ", words));
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The values of a line of CSV without line breaks in them. */
  private static List<String> values(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        value.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }
}
