package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Draws all land: what is small and special first, then the grass that fills what is left. */
final class DemonstrationLand {

  /** How many parcels may lie partly or wholly outside every parish. */
  private static final int OUTSIDE = 12;

  /** How many pairs of parcels overlap on purpose. */
  private static final int OVERLAPS = 12;

  private DemonstrationLand() {}

  static List<MadeParcel> draw(ParishMap map, TownLayout layout, long seed) {
    LandBook book = new LandBook(layout, seed);
    Estates estates = new Estates(map, seed);
    StreetLand streets = new StreetLand(book, estates);
    streets.islands(layout.islands());
    new ParkLand(book, estates).draw(layout.parks());
    streets.draw(layout);
    new CorridorLand(book).draw(layout);
    new CountryLand(book, map).draw(layout);
    List<MadeParcel> parcels = new ArrayList<>(fewOutside(book.parcels(), map.whole()));
    int before = book.parcels().size();
    overlap(parcels, book);
    parcels.addAll(book.parcels().subList(before, book.parcels().size()));
    return parcels;
  }

  /** Keeps an even choice of the parcels that reach over the outer edge, and all others. */
  private static List<MadeParcel> fewOutside(List<MadeParcel> parcels, Geometry whole) {
    PreparedGeometry inside = PreparedGeometryFactory.prepare(whole);
    List<MadeParcel> reaching = parcels.stream().filter(p -> !inside.covers(p.shape())).toList();
    List<MadeParcel> kept = new ArrayList<>();
    for (int i = 0; i < OUTSIDE && i < reaching.size(); i++) {
      kept.add(reaching.get(i * reaching.size() / OUTSIDE));
    }
    return parcels.stream().filter(p -> inside.covers(p.shape()) || kept.contains(p)).toList();
  }

  private static void overlap(List<MadeParcel> parcels, LandBook book) {
    List<MadeParcel> lawns =
        parcels.stream()
            .filter(p -> p.type().equals("amenity grass") && p.shape().getArea() > 2500)
            .toList();
    for (int i = 0; i < OVERLAPS; i++) {
      MadeParcel lawn = lawns.get(i * lawns.size() / OVERLAPS);
      Polygon shape = (Polygon) lawn.shape();
      Coordinate corner = shape.getExteriorRing().getCoordinateN(2);
      Polygon bed = DemonstrationShapes.blob(corner, 4.5, 1.2, book.random());
      book.overlapping("shrub bed", lawn.name(), bed, lawn.keeper());
    }
  }
}
