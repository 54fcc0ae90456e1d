package org.greensward.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * alone. Parcels are taken by one thread; then one can cut them while another looks for overlaps.
 */
final class LandCutter {
  private static final int BRITISH_NATIONAL_GRID = 27700;

  private final WKBReader reader = new WKBReader();
  private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);
  private final List<Parcel> parcels = new ArrayList<>();
  private final List<Long> unsound = new ArrayList<>();
  private boolean unread;

  /**
   * A part of a parcel.
   *
   * @param parish its id; null: outside all parishes
   * @param ewkb its geometry; null: the whole parcel
   * @param areaM2 its area; of a whole parcel 0
   */
  record Cut(Long parish, byte[] ewkb, double areaM2) {}

  /** A parcel or a parish by a number, as PostGIS writes it. */
  record Shape(long number, byte[] ewkb) {}

  private record Parcel(long row, Geometry geometry) {}

  /**
   * Takes parcels; notes those whose geometry is not valid, and leaves out what JTS cannot read.
   */
  void look(List<Shape> shapes) {
    for (Shape shape : shapes) {
      try {
        Parcel parcel = new Parcel(shape.number(), reader.read(shape.ewkb()));
        if (parcel.geometry.isValid()) {
          parcels.add(parcel);
        } else {
          unsound.add(parcel.row);
        }
      } catch (ParseException e) {
        unread = true;
      }
    }
  }

  /** The rows of the parcels that are not valid, which are left out of all that follows. */
  List<Long> unsound() {
    return unsound;
  }

  /** Whether there were parcels that JTS cannot read: curves, which PostGIS turns to lines. */
  boolean hasUnread() {
    return unread;
  }

  /**
   * The parts of each parcel by its row, in the order of the parishes; none where it is not clear.
   *
   * @param parishes in the order of their codes
   */
  Map<Long, List<Cut>> cut(List<Shape> parishes) {
    OrderedAreas areas = new OrderedAreas(parishes.stream().map(LandCutter::area).toList());
    Map<Long, List<Cut>> cuts = new HashMap<>();
    for (Parcel parcel : parcels) {
      cuts.put(parcel.row, areas.cut(parcel.geometry).stream().map(this::cut).toList());
    }
    return cuts;
  }

  /** Which parcels overlap each other, by their rows. */
  List<OverlappingAreas.Pair> findOverlaps() {
    OverlappingAreas overlapping = new OverlappingAreas();
    parcels.forEach(parcel -> overlapping.add(parcel.row, parcel.geometry));
    return overlapping.find();
  }

  private Cut cut(Part part) {
    byte[] its = part.geometry() == null ? null : write(part.geometry());
    return new Cut(part.area(), its, part.areaM2());
  }

  private static Area area(Shape parish) {
    try {
      return new Area(parish.number(), new WKBReader().read(parish.ewkb()));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] write(Geometry geometry) {
    geometry.setSRID(BRITISH_NATIONAL_GRID);
    return writer.write(geometry);
  }
}
