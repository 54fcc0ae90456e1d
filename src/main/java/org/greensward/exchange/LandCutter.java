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
 * alone. One thread at a time may look at parcels, and another cut those that were looked at.
 */
final class LandCutter {
  private static final int BRITISH_NATIONAL_GRID = 27700;

  private final WKBReader reader = new WKBReader();
  private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);
  private final List<Parcel> parcels = new ArrayList<>();
  private final List<Long> unsound = new ArrayList<>();
  private final Map<Long, List<Cut>> cuts = new HashMap<>();
  private final OrderedAreas parishes;
  private boolean unread;

  /**
   * @param parishes in the order of their codes
   */
  LandCutter(List<Shape> parishes) {
    this.parishes = new OrderedAreas(parishes.stream().map(LandCutter::area).toList());
  }

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

  /** A parcel whose geometry is valid. */
  record Parcel(long row, Geometry geometry) {}

  /**
   * Looks at parcels; those whose geometry is not valid are noted, and they and what JTS cannot
   * read are left out of all that follows.
   *
   * @return the others
   */
  List<Parcel> look(List<Shape> shapes) {
    List<Parcel> sound = new ArrayList<>(shapes.size());
    for (Shape shape : shapes) {
      try {
        Parcel parcel = new Parcel(shape.number(), reader.read(shape.ewkb()));
        if (parcel.geometry.isValid()) {
          sound.add(parcel);
        } else {
          unsound.add(parcel.row);
        }
      } catch (ParseException e) {
        unread = true;
      }
    }
    parcels.addAll(sound);
    return sound;
  }

  /** The rows of the parcels that are not valid. */
  List<Long> unsound() {
    return unsound;
  }

  /** Whether there were parcels that JTS cannot read: curves, which PostGIS turns to lines. */
  boolean hasUnread() {
    return unread;
  }

  /** Cuts some of the parcels. */
  void cut(List<Parcel> some) {
    for (Parcel parcel : some) {
      cuts.put(parcel.row, parishes.cut(parcel.geometry).stream().map(this::cut).toList());
    }
  }

  /**
   * The parts of each parcel by its row, in the order of the parishes; none where it is not clear.
   */
  Map<Long, List<Cut>> cuts() {
    return cuts;
  }

  /** Which parcels overlap each other, by their rows, when all were looked at. */
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
