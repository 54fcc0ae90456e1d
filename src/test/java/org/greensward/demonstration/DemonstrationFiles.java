package org.greensward.demonstration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Reads the files in {@code gis-data} the way any program with GDAL would. */
final class DemonstrationFiles {

  static final Path FOLDER = Path.of("gis-data");

  private DemonstrationFiles() {}

  /** A feature of a layer: its attributes as text ("" for null) and its geometry. */
  record Feature(Map<String, String> attributes, Geometry geometry) {

    String get(String name) {
      return attributes.get(name);
    }
  }

  static List<Map<String, String>> table(String name) {
    return DemonstrationCsv.read(FOLDER.resolve(name));
  }

  static List<Feature> layer(String source, String layer) {
    List<String> command =
        List.of("ogr2ogr", "-f", "CSV", "/vsistdout/", source, layer, "-lco", "GEOMETRY=AS_WKT");
    List<Feature> features = new ArrayList<>();
    WKTReader reader = new WKTReader();
    for (Map<String, String> row : DemonstrationCsv.parse(Ogr.run(command))) {
      try {
        features.add(new Feature(row, reader.read(row.get("WKT"))));
      } catch (ParseException e) {
        throw new IllegalStateException(layer + ": " + row, e);
      }
    }
    return features;
  }

  static List<Feature> parishes() {
    return layer("/vsizip/" + FOLDER.resolve("parishes.zip"), "parishes");
  }

  /** All parcels, whatever their geometry. */
  static List<Feature> land() {
    List<Feature> land = new ArrayList<>();
    for (String layer : List.of("areas", "lines", "points")) {
      land.addAll(layer(FOLDER.resolve("land.gpkg").toString(), layer));
    }
    return land;
  }

  static List<Feature> context(String layer) {
    return layer(FOLDER.resolve("context.gpkg").toString(), layer);
  }
}
