package org.greensward.exchange;

import java.util.List;
import org.greensward.geometry.OrderedAreas;
import org.greensward.geometry.OrderedAreas.Area;
import org.greensward.geometry.OrderedAreas.Part;
import org.greensward.geometry.OverlappingAreas;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Cuts parcels at the borders of parishes and finds those that overlap, by geometry alone, and
 * writes down what is clear. For one thread at a time.
 */
final class LandCutter {
  /** Corners kept for finding overlaps, about 100 MB; beyond, the database finds them. */
  private static final long MOST_CORNERS = 2_000_000;

  private static final int BRITISH_NATIONAL_GRID = 27700;

  private final WKBReader reader = new WKBReader();
  private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);
  private final OverlappingAreas overlapping = new OverlappingAreas();
  private final BinaryCopy.Rows cuts = new BinaryCopy.Rows(5);
  private OrderedAreas parishes;
  private boolean overlapsKnown = true;

  /**
   * What came out of it.
   *
   * @param cuts row number, parish, position among the parcel's parts, m2, geometry; parish null:
   *     outside all parishes; geometry null: the whole parcel
   * @param overlaps two row numbers and the m2 that they share, NaN where JTS cannot tell; null:
   *     too many parcels to look for them here
   */
  record Result(BinaryCopy.Rows cuts, BinaryCopy.Rows overlaps) {}

  /** A parcel or a parish by a number, as PostGIS writes it. */
  record Shape(long number, byte[] ewkb) {}

  /** Takes the parishes, in the order of their codes. */
  void prepare(List<Shape> areas) {
    parishes =
        new OrderedAreas(areas.stream().map(a -> new Area(a.number(), read(a.ewkb()))).toList());
  }

  void cut(Shape parcel) {
    Geometry geometry = read(parcel.ewkb());
    long position = 0;
    for (Part part : parishes.cut(geometry)) {
      byte[] its = part.geometry() == null ? null : write(part.geometry());
      cuts.add(parcel.number(), part.area(), position++, part.areaM2(), its);
    }
    if (overlapsKnown) {
      overlapping.add(parcel.number(), geometry);
      if (overlapping.corners() > MOST_CORNERS) {
        overlapsKnown = false;
        overlapping.clear();
      }
    }
  }

  Result finish() {
    if (!overlapsKnown) {
      return new Result(cuts, null);
    }
    BinaryCopy.Rows overlaps = new BinaryCopy.Rows(3);
    overlapping.find().forEach(pair -> overlaps.add(pair.one(), pair.other(), pair.areaM2()));
    return new Result(cuts, overlaps);
  }

  private Geometry read(byte[] ewkb) {
    try {
      return reader.read(ewkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] write(Geometry geometry) {
    geometry.setSRID(BRITISH_NATIONAL_GRID);
    return writer.write(geometry);
  }
}
