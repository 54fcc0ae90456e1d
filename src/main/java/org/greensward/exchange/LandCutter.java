package org.greensward.exchange;

import java.util.ArrayList;
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
 * Looks at parcels, cuts them at the borders of parishes and finds those that overlap, by geometry
 * alone, and writes down what is clear. For one thread at a time.
 */
final class LandCutter {
  private static final int BRITISH_NATIONAL_GRID = 27700;

  private final WKBReader reader = new WKBReader();
  private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);
  private final List<Parcel> parcels = new ArrayList<>();
  private final List<Long> unsound = new ArrayList<>();

  /**
   * What came out of it.
   *
   * @param cuts row number, parish, position among the parcel's parts, m2, geometry; parish null:
   *     outside all parishes; geometry null: the whole parcel
   * @param overlaps two row numbers and the m2 that they share, NaN where JTS cannot tell
   */
  record Result(BinaryCopy.Rows cuts, BinaryCopy.Rows overlaps) {}

  /** A parcel or a parish by a number, as PostGIS writes it. */
  record Shape(long number, byte[] ewkb) {}

  private record Parcel(long row, Geometry geometry) {}

  /** Takes parcels, and notes those whose geometry is not valid. */
  void look(List<Shape> shapes) {
    for (Shape shape : shapes) {
      Parcel parcel = new Parcel(shape.number(), read(shape.ewkb()));
      if (parcel.geometry.isValid()) {
        parcels.add(parcel);
      } else {
        unsound.add(parcel.row);
      }
    }
  }

  /** The rows of the parcels that are not valid, which are left out of all that follows. */
  List<Long> unsound() {
    return unsound;
  }

  /**
   * @param parishes in the order of their codes
   */
  Result cut(List<Shape> parishes) {
    OrderedAreas areas =
        new OrderedAreas(parishes.stream().map(p -> new Area(p.number(), read(p.ewkb()))).toList());
    BinaryCopy.Rows cuts = new BinaryCopy.Rows(5);
    OverlappingAreas overlapping = new OverlappingAreas();
    for (Parcel parcel : parcels) {
      long position = 0;
      for (Part part : areas.cut(parcel.geometry)) {
        byte[] its = part.geometry() == null ? null : write(part.geometry());
        cuts.add(parcel.row, part.area(), position++, part.areaM2(), its);
      }
      overlapping.add(parcel.row, parcel.geometry);
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
