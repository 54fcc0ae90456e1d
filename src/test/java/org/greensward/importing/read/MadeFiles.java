package org.greensward.importing.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greensward.importing.dataset.Shapefile;

/** Small GIS files that tests make, most of them from GeoJSON by {@code ogr2ogr}. */
public final class MadeFiles {
  /** A square of 100 m near Milton Keynes. */
  public static final String SQUARE =
      """
      {"type":"Polygon","coordinates":
       [[[487500,239300],[487600,239300],[487600,239400],[487500,239400],[487500,239300]]]}\
      """;

  /** A triangle of about the same place, in degrees. */
  public static final String IN_DEGREES =
      """
      {"type":"Polygon","coordinates":
       [[[-0.7254,52.0445],[-0.7240,52.0445],[-0.7240,52.0454],[-0.7254,52.0445]]]}\
      """;

  private MadeFiles() {}

  public static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{"
        + properties
        + "},\"geometry\":"
        + geometry
        + "}";
  }

  /** A collection in EPSG:27700. */
  public static String collection(String... features) {
    return collectionIn("EPSG::27700", features);
  }

  public static String collectionIn(String crs, String... features) {
    return "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
        + "{\"name\":\"urn:ogc:def:crs:"
        + crs
        + "\"}},\"features\":["
        + String.join(",", features)
        + "]}";
  }

  public static String twoVerges() {
    return collection(
        feature("\"n\":1,\"name\":\"Café\"", SQUARE),
        feature("\"n\":2,\"name\":\"x\\ty\\\\z\"", SQUARE));
  }

  public static String twoVergesInDegrees() {
    return collectionIn(
        "OGC:1.3:CRS84",
        feature("\"n\":1,\"name\":\"Café\"", IN_DEGREES),
        feature("\"n\":2,\"name\":\"x\\ty\\\\z\"", IN_DEGREES));
  }

  /** Three verges, in a Shapefile with all its parts. */
  public static Path shapefile(Path folder) {
    return convert(
        write(
            folder.resolve("source.geojson"),
            collection(
                feature("\"code\":\"A\",\"name\":\"one\"", SQUARE),
                feature("\"code\":\"B\",\"name\":\"two\"", SQUARE),
                feature("\"code\":\"C\",\"name\":\"three\"", SQUARE))),
        folder.resolve("verges.shp"),
        "ESRI Shapefile");
  }

  public static Path convert(Path source, Path target, String format, String... options) {
    List<String> words = new ArrayList<>(List.of("ogr2ogr", "-f", format));
    words.addAll(List.of(options));
    words.addAll(List.of(target.toString(), source.toString()));
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
      return target;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Path write(Path file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves the first bytes of a file. */
  public static void cut(Path file, int length) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
  }

  /** A zip of files under a folder's name. */
  public static Path zip(Path zip, String prefix, Path... files) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Path file : files) {
        out.putNextEntry(new ZipEntry(prefix + file.getFileName()));
        out.write(Files.readAllBytes(file));
      }
    }
    return zip;
  }

  /** The parts of a Shapefile that are there. */
  public static Path[] parts(Path shp) {
    return List.of("shp", "dbf", "shx", "prj", "cpg").stream()
        .map(e -> Shapefile.sibling(shp, e))
        .filter(Files::exists)
        .toArray(Path[]::new);
  }
}
