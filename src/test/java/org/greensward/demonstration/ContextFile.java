package org.greensward.demonstration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greensward.demonstration.Facts.ParishFact;
import org.greensward.demonstration.Ogr.Column;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Writes the background: streets, water, railways, buildings and names of places. */
final class ContextFile {

  private static final Column NAME = new Column("name", "String(60)");
  private static final Column KIND = new Column("kind", "String(20)");
  private static final Column CLASS = new Column("class", "String(20)");

  private final Path target;
  private final Ogr ogr;

  ContextFile(Path target, Path scratch) {
    this.target = target;
    this.ogr = new Ogr(scratch);
  }

  void write(TownLayout layout) {
    streets(layout);
    water(layout.waterways(), layout.lakes());
    layer(
        "rail",
        "LINESTRING",
        List.of(NAME),
        List.of(
            row(layout.waterways().mainLine(), "Main line (schematic)"),
            row(layout.waterways().branchLine(), "Branch line (schematic)")));
    layer(
        "buildings",
        "POLYGON",
        List.of(KIND),
        layout.buildings().stream().map(building -> row(building, "building")).toList());
    layer(
        "places",
        "POINT",
        List.of(NAME, KIND),
        layout.places().stream()
            .map(
                place ->
                    row(DemonstrationShapes.point(place.settlement()), place.name(), kind(place)))
            .toList());
  }

  private void streets(TownLayout layout) {
    List<List<String>> rows = new ArrayList<>();
    for (Street street : layout.streets()) {
      Geometry line = DouglasPeuckerSimplifier.simplify(street.line(), 0.25);
      rows.add(row(line, street.name(), street.kind()));
    }
    layer("streets", "LINESTRING", List.of(NAME, CLASS), rows);
  }

  private void water(Waterways waterways, List<Polygon> lakes) {
    List<List<String>> areas = new ArrayList<>();
    Geometry river = waterways.riverArea();
    areas.add(row(river, "North River (schematic)", "river"));
    for (int i = 0; i < lakes.size(); i++) {
      Geometry lake = lakes.get(i).difference(river);
      String name = "Lake " + (i + 1) + " (schematic)";
      DemonstrationShapes.polygons(lake).forEach(part -> areas.add(row(part, name, "lake")));
    }
    layer("water_areas", "POLYGON", List.of(NAME, KIND), areas);
    List<LineString> lines = List.of(waterways.river(), waterways.brook(), waterways.canal());
    layer(
        "water_lines",
        "LINESTRING",
        List.of(NAME, KIND),
        List.of(
            row(lines.get(0), "North River (schematic)", "river"),
            row(lines.get(1), "East Brook (schematic)", "river"),
            row(lines.get(2), "Canal (schematic)", "canal")));
  }

  static String kind(ParishFact place) {
    return switch (place.setting()) {
      case "town" -> "town";
      case "urban" ->
          List.of("Bletchley and Fenny Stratford", "Stony Stratford").contains(place.name())
              ? "town"
              : "suburb";
      default -> place.areaHa() < 500 ? "hamlet" : "village";
    };
  }

  private static List<String> row(Geometry geometry, String... values) {
    List<String> row = new ArrayList<>(List.of(values));
    row.add(WktWriter.of(geometry));
    return row;
  }

  private void layer(String name, String type, List<Column> columns, List<List<String>> rows) {
    ogr.write(target, "GPKG", name, type, columns, rows, "-lco", "GEOMETRY_NAME=geom");
  }
}
