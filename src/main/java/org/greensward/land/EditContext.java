package org.greensward.land;

import java.util.List;
import org.greensward.database.PostgisGeometry;
import org.greensward.revision.WorkingDate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies around a shape that is being drawn: parcels that have not ended, and parishes. */
@Repository
public class EditContext {
  private final JdbcClient jdbc;
  private final WorkingDate workingDate;

  EditContext(JdbcClient jdbc, WorkingDate workingDate) {
    this.jdbc = jdbc;
    this.workingDate = workingDate;
  }

  /**
   * A parcel nearby.
   *
   * @param label of its asset type
   */
  public record Neighbour(
      String reference, String label, String unit, String name, Geometry shape) {}

  /** How much of a shape lies in a parish, in its unit. */
  record InParish(String code, String name, double drawn) {}

  /** A parcel that has some of the same land. */
  record Shared(String reference, String label, double m2) {}

  private static final String LIVING =
      "(upper_inf(l.valid) OR upper(l.valid) > :today) AND l.reference <> :except";

  /** The nearest to the middle of a box among those that reach into it. */
  public List<Neighbour> listNeighbours(Envelope box, String except, int most) {
    return jdbc.sql(
            """
            SELECT l.reference, t.label, l.unit, l.name, l.geom
            FROM land l JOIN asset_type t ON t.code = l.asset_type
            CROSS JOIN ST_MakeEnvelope(:west, :south, :east, :north, 27700) AS box
            WHERE l.geom && box AND %s
            ORDER BY l.geom <-> ST_Centroid(box), l.reference LIMIT :most
            """
                .formatted(LIVING))
        .param("west", box.getMinX())
        .param("south", box.getMinY())
        .param("east", box.getMaxX())
        .param("north", box.getMaxY())
        .param("today", workingDate.today())
        .param("except", except)
        .param("most", most)
        .query(
            (row, n) ->
                new Neighbour(
                    row.getString("reference"),
                    row.getString("label"),
                    row.getString("unit"),
                    row.getString("name"),
                    PostgisGeometry.read(row, "geom")))
        .list();
  }

  /** A parish with its latest boundary. */
  public record Parish(String name, Geometry shape) {}

  public List<Parish> listParishes(Envelope box) {
    return jdbc.sql(
            """
            SELECT p.name, p.geom FROM parish p
            WHERE upper_inf(p.valid)
              AND p.box && ST_MakeEnvelope(:west, :south, :east, :north, 27700)
            ORDER BY p.code
            """)
        .param("west", box.getMinX())
        .param("south", box.getMinY())
        .param("east", box.getMaxX())
        .param("north", box.getMaxY())
        .query((row, n) -> new Parish(row.getString("name"), PostgisGeometry.read(row, "geom")))
        .list();
  }

  /** The parishes of a sound shape, the one with most of it first. */
  List<InParish> listInParishes(Geometry shape, String unit) {
    return jdbc.sql(
            """
            SELECT p.code, p.name,
                   drawn_in(:unit, ST_CollectionExtract(ST_Intersection(p.geom, s.geom),
                                                        ST_Dimension(s.geom) + 1)) AS drawn
            FROM (SELECT CAST(:shape AS geometry) AS geom) s
            JOIN parish p ON upper_inf(p.valid) AND p.box && s.geom AND ST_Intersects(p.geom, s.geom)
            ORDER BY drawn DESC, p.code
            """)
        .param("shape", PostgisGeometry.parameter(shape))
        .param("unit", unit)
        .query(InParish.class)
        .list();
  }

  /** Parcels of areas that a sound area overlaps, the largest overlap first. */
  List<Shared> listShared(Geometry shape, List<String> except) {
    return jdbc.sql(
            """
            SELECT l.reference, t.label, ST_Area(ST_Intersection(l.geom, s.geom)) AS m2
            FROM (SELECT CAST(:shape AS geometry) AS geom) s
            JOIN land l ON l.geom && s.geom AND ST_Relate(l.geom, s.geom, '2********')
            JOIN asset_type t ON t.code = l.asset_type
            WHERE l.unit = 'm2' AND %s AND l.reference <> ALL (string_to_array(:others, chr(10)))
            ORDER BY m2 DESC, l.reference
            """
                .formatted(LIVING))
        .param("shape", PostgisGeometry.parameter(shape))
        .param("today", workingDate.today())
        .param("except", "")
        .param("others", String.join("\n", except))
        .query(Shared.class)
        .list();
  }

  /**
   * Pairs of places, from which the editor reckons between eastings and northings and the degrees
   * of a map: five by five on either side, row by row from the south-west, steps apart. Polynomials
   * of the fourth degree through them err by less than a millimetre, and follow whatever
   * transformation PostGIS has here.
   *
   * @param lonlat the degrees of a grid of metres
   * @param metres eastings and northings of a grid of degrees
   */
  public record Frame(
      double east,
      double north,
      double step,
      List<Double> lonlat,
      double lon,
      double lat,
      double lonStep,
      double latStep,
      List<Double> metres) {}

  private static final double STEP_M = 5000;
  private static final double STEP_LON = 0.08;
  private static final double STEP_LAT = 0.05;

  public Frame getFrameAround(double lon, double lat) {
    List<Double> here = grid(4326, 27700, new double[] {lon, lat}, new double[] {0, 0});
    return getFrame(Math.rint(here.get(0)), Math.rint(here.get(1)));
  }

  public Frame getFrame(double east, double north) {
    double[] middle = {east, north};
    List<Double> lonlat = grid(27700, 4326, middle, new double[] {STEP_M, STEP_M});
    double lon = lonlat.get(lonlat.size() / 2 - 1);
    double lat = lonlat.get(lonlat.size() / 2);
    return new Frame(
        east - 2 * STEP_M,
        north - 2 * STEP_M,
        STEP_M,
        lonlat,
        lon - 2 * STEP_LON,
        lat - 2 * STEP_LAT,
        STEP_LON,
        STEP_LAT,
        grid(4326, 27700, new double[] {lon, lat}, new double[] {STEP_LON, STEP_LAT}));
  }

  private List<Double> grid(int from, int to, double[] middle, double[] step) {
    return jdbc
        .sql(
            """
            SELECT ARRAY[ST_X(p), ST_Y(p)]
            FROM generate_series(-2, 2) AS j (j), generate_series(-2, 2) AS i (i),
                 ST_Transform(ST_SetSRID(ST_MakePoint(CAST(:x AS float8) + i * CAST(:dx AS float8),
                                                      CAST(:y AS float8) + j * CAST(:dy AS float8)),
                                         :from), :to) AS p
            ORDER BY j, i
            """)
        .param("x", middle[0])
        .param("y", middle[1])
        .param("dx", step[0])
        .param("dy", step[1])
        .param("from", from)
        .param("to", to)
        .query((row, n) -> List.of((Double[]) row.getArray(1).getArray()))
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
