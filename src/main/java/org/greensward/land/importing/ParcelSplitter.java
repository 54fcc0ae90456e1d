package org.greensward.land.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.coverage.AreaAssigner;
import org.greensward.coverage.AreaAssigner.Area;
import org.greensward.coverage.AreaAssigner.Part;
import org.greensward.coverage.LazyGeometry;
import org.greensward.coverage.OverlapFinder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Looks at parcels, cuts them at the borders of parishes and finds those that overlap, by geometry
 * alone. Once they were looked at, one thread may cut them and another find the overlaps. What is
 * kept of a parcel is its bytes: geometry made of them takes three times the memory, which is then
 * moved about, and few parcels need it again.
 */
final class ParcelSplitter {
  private static final int BRITISH_NATIONAL_GRID = 27700;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);
  private final List<Parcel> parcels = new ArrayList<>();
  private final List<Long> unsound = new ArrayList<>();
  private final Map<Long, CutParcel> cuts = new HashMap<>();
  private final AreaAssigner parishes;
  private boolean unread;

  /**
   * @param parishes in the order of their codes
   */
  ParcelSplitter(List<Shape> parishes) {
    this.parishes = new AreaAssigner(parishes.stream().map(ParcelSplitter::area).toList());
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

  /**
   * What is known of a parcel.
   *
   * @param box around it, in EPSG:27700
   * @param parts in the order of the parishes; none where it is not clear
   */
  record CutParcel(Envelope box, List<Cut> parts) {}

  private record Parcel(long row, boolean polygons, LazyGeometry shape) {}

  /**
   * Looks at parcels; those whose geometry is not valid are noted, and they and what JTS cannot
   * read are left out of all that follows.
   */
  void look(List<Shape> shapes) {
    WKBReader reader = new WKBReader(FACTORY);
    for (Shape shape : shapes) {
      try {
        Geometry geometry = reader.read(shape.ewkb());
        if (geometry.isValid()) {
          parcels.add(parcel(shape, geometry));
        } else {
          unsound.add(shape.number());
        }
      } catch (ParseException e) {
        unread = true;
      }
    }
  }

  private static Parcel parcel(Shape shape, Geometry geometry) {
    Coordinate point = geometry.isEmpty() ? null : geometry.getCoordinate();
    return new Parcel(
        shape.number(),
        geometry instanceof Polygonal,
        new LazyGeometry(geometry.getEnvelopeInternal(), point, () -> read(shape.ewkb())));
  }

  /** The rows of the parcels that are not valid. */
  List<Long> unsound() {
    return unsound;
  }

  /** Whether there were parcels that JTS cannot read: curves, which PostGIS turns to lines. */
  boolean hasUnread() {
    return unread;
  }

  /** Cuts the parcels that were looked at. */
  void cut() {
    for (Parcel parcel : parcels) {
      List<Cut> parts = parishes.cut(parcel.shape).stream().map(this::cut).toList();
      cuts.put(parcel.row, new CutParcel(parcel.shape.box(), parts));
    }
  }

  /** What is known of each parcel, by its row, when all were cut. */
  Map<Long, CutParcel> cuts() {
    return cuts;
  }

  /** Which of the parcels that were looked at overlap each other, by their rows. */
  List<OverlapFinder.Pair> findOverlaps() {
    OverlapFinder overlapping = new OverlapFinder();
    for (Parcel parcel : parcels) {
      if (parcel.polygons) {
        overlapping.add(parcel.row, parcel.shape);
      }
    }
    return overlapping.find();
  }

  private Cut cut(Part part) {
    byte[] its = part.geometry() == null ? null : write(part.geometry());
    return new Cut(part.area(), its, part.areaM2());
  }

  private static Area area(Shape parish) {
    return new Area(parish.number(), read(parish.ewkb()));
  }

  private static Geometry read(byte[] ewkb) {
    try {
      return new WKBReader(FACTORY).read(ewkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] write(Geometry geometry) {
    geometry.setSRID(BRITISH_NATIONAL_GRID);
    return writer.write(geometry);
  }
}
