package org.greensward.demonstration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.greensward.demonstration.Ogr.Column;
import org.greensward.demonstration.Stewardship.Care;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Writes the land parcels with all their attributes, one layer for each kind of geometry. */
final class LandFile {

  /** One parcel in this many is measured wrongly by 5 to 12 per cent, as happens. */
  private static final int MISMEASURED = 200;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("reference", "String(12)"),
          new Column("asset_type", "String(20)"),
          new Column("name", "String(80)"),
          new Column("owner", "String(80)"),
          new Column("owner_kind", "String(12)"),
          new Column("maintainer", "String(80)"),
          new Column("maintainer_kind", "String(12)"),
          new Column("lot", "String(12)"),
          new Column("regime", "String(8)"),
          new Column("quantity", "Real"),
          new Column("unit", "String(4)"),
          new Column("from", "Date"),
          new Column("to", "Date"),
          new Column("basis", "String(12)"));

  private final Stewardship stewardship;
  private final Random random;

  LandFile(Stewardship stewardship, long seed) {
    this.stewardship = stewardship;
    this.random = new Random(seed + 101);
  }

  void write(List<MadeParcel> parcels, Path target, Path scratch) {
    Map<String, List<List<String>>> layers = new LinkedHashMap<>();
    for (String layer : List.of("areas", "lines", "points")) {
      layers.put(layer, new ArrayList<>());
    }
    for (int i = 0; i < parcels.size(); i++) {
      layers.get(layer(parcels.get(i).shape())).add(row(i + 1, parcels.get(i)));
    }
    Map<String, String> types =
        Map.of("areas", "POLYGON", "lines", "LINESTRING", "points", "POINT");
    Ogr ogr = new Ogr(scratch);
    layers.forEach(
        (layer, rows) ->
            ogr.write(
                target,
                "GPKG",
                layer,
                types.get(layer),
                COLUMNS,
                rows,
                "-lco",
                "GEOMETRY_NAME=geom"));
  }

  private static String layer(Geometry shape) {
    return shape instanceof Polygon ? "areas" : shape.getDimension() == 1 ? "lines" : "points";
  }

  private List<String> row(int number, MadeParcel parcel) {
    Care care = stewardship.careOf(parcel);
    return Arrays.asList(
        String.format(Locale.ROOT, "MK-%06d", number),
        parcel.type(),
        parcel.name(),
        care.owner().name(),
        care.owner().kind(),
        care.maintainer().name(),
        care.maintainer().kind(),
        care.lot(),
        care.lot() == null ? null : Stewardship.regime(parcel),
        String.format(Locale.ROOT, "%.1f", quantity(number, parcel.shape())),
        unit(parcel.shape()),
        from(parcel),
        null,
        "illustrative",
        WktWriter.of(parcel.shape()));
  }

  private static String unit(Geometry shape) {
    return shape instanceof Polygon ? "m2" : shape.getDimension() == 1 ? "m" : "item";
  }

  /** What the surveyor wrote down: the drawn size, within 2 per cent for all but a few. */
  private double quantity(int number, Geometry shape) {
    if (shape.getDimension() == 0) {
      return 1;
    }
    double drawn = shape instanceof Polygon ? shape.getArea() : shape.getLength();
    double error = Math.max(-0.02, Math.min(0.02, random.nextGaussian() * 0.007));
    if (number % MISMEASURED == 7) {
      error = (random.nextBoolean() ? 1 : -1) * (0.055 + 0.06 * random.nextDouble());
    }
    return drawn * (1 + error);
  }

  private String from(MadeParcel parcel) {
    double lot = random.nextDouble();
    if (parcel.keeper() == Keeper.COMPANY || lot > 0.94) {
      int month = 1 + random.nextInt(12);
      return String.format(Locale.ROOT, "%d-%02d-01", 2015 + random.nextInt(3), month);
    }
    return lot < 0.7 ? "2010-04-01" : "2014-11-03";
  }
}
