package org.greensward.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Land by where it lies, or by its reference, with what is to be said of who looks after it. */
@Repository
public class NearbyLandRepository {
  /** Rule by rule the dates and sources of what piece_at (migration V5) says. */
  private static final String LAND =
      """
      SELECT x.reference, x.asset_type, t.label, x.unit, x.name, l.quantity, x.owner,
             x.looked_after_by, x.looked_after_by_kind AS kind,
             coalesce(claim.since, CASE WHEN lower_inf(l.maintainer_valid) THEN NULL
                                        ELSE lower(l.maintainer_valid) END) AS since,
             coalesce(claim.basis, x.basis) AS basis, coalesce(claim.source, e.source) AS source,
             c.slug AS council, k.title AS contract,
             r.visits, r.season_from, r.season_to, e.imported_at::date AS recorded,
             ST_Distance(x.geom, spot.p) AS metres, ST_X(near.p) AS lon, ST_Y(near.p) AS lat
      FROM (SELECT %s AS p) spot
      CROSS JOIN piece_at(:at) x
      JOIN land l ON l.id = x.land_id
      JOIN asset_type t ON t.code = x.asset_type
      LEFT JOIN edition e ON e.id = l.edition_id
      LEFT JOIN council c ON c.id = x.council_id
      LEFT JOIN council_status_at(:at) s ON s.council_id = x.council_id
      LEFT JOIN regime r ON r.id = l.regime_id
      LEFT JOIN lot ON lot.id = l.lot_id
      LEFT JOIN contract k ON k.id = lot.contract_id AND k.term @> :at
      LEFT JOIN LATERAL (
        SELECT s.since, s.basis, s.source WHERE x.looked_after_by_kind = 'council'
        UNION ALL
        SELECT lower(k.term), k.basis, k.source WHERE x.looked_after_by_kind = 'contractor'
      ) claim ON true
      CROSS JOIN LATERAL (SELECT ST_Transform(ST_ClosestPoint(x.geom, spot.p), 4326) AS p) near
      WHERE %s
      ORDER BY metres, ST_Area(x.parcel), x.reference
      """;

  private final JdbcClient jdbc;

  NearbyLandRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The pieces of land within a distance of a place at a date, nearest first; of several at the
   * same distance the smallest first.
   *
   * @param lon WGS84 degrees
   * @param metres measured in EPSG:27700
   */
  public List<LandAtPoint> list(double lon, double lat, double metres, int most, LocalDate at) {
    String spot = "ST_Transform(ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), 27700)";
    return jdbc
        .sql(LAND.formatted(spot, "ST_DWithin(x.parcel, " + spot + ", :metres)") + " LIMIT :most")
        .param("lon", lon)
        .param("lat", lat)
        .param("metres", metres)
        .param("most", most)
        .param("at", at)
        .query(LandAtPoint.class)
        .list()
        .stream()
        .filter(land -> land.metres() <= metres)
        .toList();
  }

  /** The pieces of one parcel at a date, the largest first; empty when there is no such parcel. */
  public List<LandAtPoint> listPieces(String reference, LocalDate at) {
    String spot = "ST_PointOnSurface((SELECT geom FROM land WHERE reference = :reference))";
    return jdbc.sql(LAND.formatted(spot, "x.reference = :reference"))
        .param("reference", reference)
        .param("at", at)
        .query(LandAtPoint.class)
        .list();
  }

  /** West, south, east, north of a parcel in WGS84 degrees; empty when there is no such parcel. */
  public Optional<List<Double>> findBox(String reference) {
    return jdbc.sql(
            """
            SELECT ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)
            FROM land, ST_Transform(ST_Envelope(geom), 4326) e WHERE reference = :reference
            """)
        .param("reference", reference)
        .query(
            (row, n) ->
                List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
        .optional();
  }
}
