package org.greensward.land;

import java.util.Map;
import org.greensward.database.Wkb;
import org.greensward.error.UserException;
import org.greensward.land.shape.InvalidShapeException;
import org.greensward.land.shape.ShapeFault;
import org.greensward.land.shape.ShapeJson;
import org.greensward.land.shape.ShapeLimits;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Shapes that programs send, in a system that they name, as they are kept. */
@Component
public class RequestGeometryReader {
  /** West, east, south, north: what lies beyond cannot be projected. */
  private static final Map<Integer, Envelope> BRITAIN =
      Map.of(
          4326, new Envelope(-10, 4, 48, 62),
          3857, new Envelope(-1_113_000, 446_000, 6_100_000, 8_860_000),
          27700, new Envelope(-200_000, 900_000, -200_000, 1_500_000));

  /** A point that was rounded to the seventh decimal of a degree is the same, in metres. */
  private static final double ROUNDED_DEGREES_M = 0.008;

  /** One that was rounded to the millimetre. */
  private static final double ROUNDED_METRES_M = 0.001;

  private final JdbcClient jdbc;
  private final ShapeCheckService checking;

  RequestGeometryReader(JdbcClient jdbc, ShapeCheckService checking) {
    this.jdbc = jdbc;
    this.checking = checking;
  }

  /**
   * The shape of a GeoJSON geometry, in EPSG:27700 and within {@link ShapeLimits}. A point that is
   * one of the shape that is kept already, but for rounding, is that point to the last digit: what
   * is read and sent back does not move.
   *
   * @param srid 4326, 3857 or 27700
   * @param latitudeFirst whether each point has its latitude first
   * @param kept the present shape in EPSG:27700; null for none
   * @throws UserException when it cannot be read, or is too much or too far away
   */
  public Geometry read(JsonNode geometry, int srid, boolean latitudeFirst, Geometry kept) {
    Geometry sent = parse(geometry);
    if (latitudeFirst) {
      sent.apply((CoordinateFilter) RequestGeometryReader::turn);
      sent = sent.reverse();
    }
    requireBritain(sent, srid);
    try {
      if (sent.getNumPoints() > ShapeLimits.POINTS) {
        throw new UserException(
            checking.say(
                "shape.fault.many-points",
                "%,d".formatted(sent.getNumPoints()),
                "%,d".formatted(ShapeLimits.POINTS)));
      }
      Geometry metres = projected(sent, srid);
      if (kept != null) {
        settle(metres, kept, srid == 4326 ? ROUNDED_DEGREES_M : ROUNDED_METRES_M);
      }
      ShapeLimits.keep(metres);
      return metres;
    } catch (InvalidShapeException e) {
      throw refused(e);
    }
  }

  /** Whether a shape is the one that is kept, wherever its rings begin. */
  public static boolean isSame(Geometry sent, Geometry kept) {
    return sent.norm().equalsExact(kept.norm())
        || sent.getDimension() == kept.getDimension()
            && sent.getNumPoints() <= kept.getNumPoints()
            && sent.isValid()
            && kept.isValid()
            && sent.equalsTopo(kept);
  }

  private static void turn(Coordinate point) {
    double latitude = point.x;
    point.x = point.y;
    point.y = latitude;
  }

  private static Geometry parse(JsonNode geometry) {
    try {
      return ShapeJson.parse(geometry);
    } catch (InvalidShapeException | JacksonException e) {
      throw new UserException(
          "The geometry cannot be read: it has to be a GeoJSON Point, LineString, Polygon, or"
              + " several of one of these, with numbers for coordinates.",
          e);
    }
  }

  private static void requireBritain(Geometry sent, int srid) {
    Envelope britain = BRITAIN.get(srid);
    for (Coordinate point : sent.getCoordinates()) {
      // Not so of what is no number either.
      if (!britain.contains(point)) {
        throw new UserException(
            "The geometry has a point outside Great Britain; look at the order of its coordinates,"
                + " and name their system in the header Content-Crs.");
      }
    }
  }

  private Geometry projected(Geometry sent, int srid) {
    return srid == 27700
        ? sent
        : jdbc.sql(
                "SELECT ST_AsBinary(ST_Transform(ST_SetSRID(ST_GeomFromWKB(:shape), :srid),"
                    + " 27700))")
            .param("shape", Wkb.write(sent))
            .param("srid", srid)
            .query((row, n) -> Wkb.read(row.getBytes(1)))
            .single();
  }

  /** Gives back to each point what rounding and projecting took. */
  private static void settle(Geometry shape, Geometry kept, double within) {
    KdTree known = new KdTree();
    for (Coordinate point : kept.getCoordinates()) {
      known.insert(point);
    }
    shape.apply(
        (CoordinateFilter)
            point -> {
              Envelope near = new Envelope(point);
              near.expandBy(within);
              Coordinate best = null;
              for (Object found : known.query(near)) {
                Coordinate there = ((KdNode) found).getCoordinate();
                if (best == null || there.distance(point) < best.distance(point)) {
                  best = there;
                }
              }
              if (best != null && best.distance(point) <= within) {
                point.x = best.x;
                point.y = best.y;
              }
            });
    shape.geometryChanged();
  }

  UserException refused(InvalidShapeException misshapen) {
    ShapeFault first = misshapen.faults().get(0);
    return new UserException(
        checking.sentence(first),
        misshapen.faults().stream().skip(1).map(checking::sentence).toList());
  }
}
