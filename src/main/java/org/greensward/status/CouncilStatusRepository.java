package org.greensward.status;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the register at a date, as whoever asks may see it: the public what is published, a council
 * and officers also what is not public yet.
 */
@Repository
public class CouncilStatusRepository {
  /** Ward forums and local area forums have members by place; the others have every council. */
  private static final String STANDING =
      """
      SELECT c.slug, c.name, c.kind, s.status, s.since, s.arrangement, s.basis, s.confidential,
             (SELECT min(f.name) FROM forum f JOIN forum_council fc ON fc.forum_id = f.id
              WHERE fc.council_id = c.id AND f.kind IN ('ward forum', 'local area forum')) AS forum,
             a.codes, ST_X(place.p) AS lon, ST_Y(place.p) AS lat, a.bbox, a.area_m2
      FROM council_status_at(:at) s
      JOIN council c ON c.id = s.council_id
      CROSS JOIN LATERAL (SELECT ST_Transform(c.place, 4326) AS p) place
      CROSS JOIN LATERAL (
        SELECT array_agg(x.code ORDER BY x.code) AS codes, sum(p.area_m2) AS area_m2,
               CASE WHEN count(p.geom) > 0 THEN
                 (SELECT ARRAY[ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)]
                  FROM ST_Transform(ST_SetSRID(ST_Extent(p.geom)::geometry, 27700), 4326) e) END AS bbox
        FROM parish_council_at(:at) x JOIN parish p ON p.id = x.parish_id
        WHERE x.council_id = c.id
      ) a
      """;

  private final JdbcClient jdbc;

  CouncilStatusRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every council at the date, by name. */
  public List<CouncilStatus> listStandings(LocalDate at) {
    return jdbc.sql(STANDING + "ORDER BY c.name").param("at", at).query(this::standing).list();
  }

  /** One council at the date; empty when there is none of that address then. */
  public Optional<CouncilStatus> findStanding(String slug, LocalDate at) {
    return jdbc.sql(STANDING + "WHERE c.slug = :slug")
        .param("at", at)
        .param("slug", slug)
        .query(this::standing)
        .optional();
  }

  /** All claims about a council that whoever asks is told, earliest first. */
  public List<StatusClaim> listHistory(String slug) {
    return jdbc.sql(
            """
            SELECT s.status, lower(s.valid), upper(s.valid), s.arrangement, s.basis, s.source, s.note,
                   g.document, g.review_on,
                   CASE WHEN isfinite(s.published_from) THEN s.published_from::date END,
                   s.published_from > now()
            FROM status s JOIN council c ON c.id = s.council_id
            LEFT JOIN agreement g ON g.status_id = s.id
            JOIN service v ON v.id = s.service_id AND v.code = 'landscaping'
            WHERE c.slug = :slug
              AND tstzrange(s.published_from, s.published_until) @> told_until(s.council_id)
            ORDER BY lower(s.valid)
            """)
        .param("slug", slug)
        .query(
            (row, n) ->
                new StatusClaim(
                    row.getString(1),
                    row.getObject(2, LocalDate.class),
                    row.getObject(3, LocalDate.class),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getObject(9, LocalDate.class),
                    row.getObject(10, LocalDate.class),
                    row.getBoolean(11)))
        .list();
  }

  /** Names of the wards that a council's parishes lie in. */
  public List<String> listWards(String slug) {
    return jdbc.sql(
            """
            SELECT w.name FROM ward w JOIN council_ward cw ON cw.ward_id = w.id
            JOIN council c ON c.id = cw.council_id WHERE c.slug = :slug ORDER BY w.name
            """)
        .param("slug", slug)
        .query(String.class)
        .list();
  }

  /** Names of all forums that a council belongs to. */
  public List<String> listForums(String slug) {
    return jdbc.sql(
            """
            SELECT f.name FROM forum f JOIN forum_council fc ON fc.forum_id = f.id
            JOIN council c ON c.id = fc.council_id WHERE c.slug = :slug ORDER BY f.name
            """)
        .param("slug", slug)
        .query(String.class)
        .list();
  }

  /** The parishes of the date that a place lies in: one, or none outside all of them. */
  public Optional<ParishAtPoint> findParish(double lon, double lat, LocalDate at) {
    return jdbc.sql(
            """
            SELECT p.code, p.name, p.kind, c.slug, c.name AS council, s.status, s.since
            FROM ST_Transform(ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), 27700) spot
            JOIN parish p ON p.geom && spot AND ST_Intersects(p.geom, spot) AND p.valid @> :at
            LEFT JOIN council_parish cp ON cp.parish_code = p.code AND cp.valid @> :at
            LEFT JOIN council c ON c.id = cp.council_id AND c.valid @> :at
            LEFT JOIN council_status_at(:at) s ON s.council_id = c.id
            ORDER BY p.code LIMIT 1
            """)
        .param("lon", lon)
        .param("lat", lat)
        .param("at", at)
        .query(ParishAtPoint.class)
        .optional();
  }

  /**
   * Councils whose parishes share a border with this council's at the date. Parishes are a valid
   * coverage, so a shared border is the same edges on both sides; comparing edges by their middles
   * takes a tenth of the time of asking for the relation of two whole boundaries.
   */
  public List<CouncilNeighbour> listNeighbours(String slug, LocalDate at) {
    return jdbc.sql(
            """
            WITH own AS (
              SELECT p.id, p.box FROM parish_council_at(:at) x JOIN parish p ON p.id = x.parish_id
              JOIN council c ON c.id = x.council_id WHERE c.slug = :slug
            ), edge AS (
              SELECT p.id, ST_X(a) + ST_X(b) AS x, ST_Y(a) + ST_Y(b) AS y
              FROM (SELECT DISTINCT p.id, p.geom FROM own JOIN parish p ON p.box && own.box
                    WHERE p.valid @> :at) p,
                LATERAL ST_DumpSegments(p.geom) s,
                LATERAL (SELECT ST_StartPoint(s.geom) a, ST_EndPoint(s.geom) b) ends
            )
            SELECT DISTINCT c.slug, c.name, s.status
            FROM (SELECT DISTINCT other.id FROM edge e JOIN own ON own.id = e.id
                  JOIN edge other USING (x, y)) near
            JOIN parish_council_at(:at) x ON x.parish_id = near.id
            JOIN council c ON c.id = x.council_id AND c.slug <> :slug
            JOIN council_status_at(:at) s ON s.council_id = c.id
            ORDER BY c.name
            """)
        .param("at", at)
        .param("slug", slug)
        .query(CouncilNeighbour.class)
        .list();
  }

  /** How many councils stand where at the date. */
  public StatusCounts countStatuses(LocalDate at) {
    return jdbc.sql(
            """
            SELECT count(*) FILTER (WHERE status = 'devolved') AS devolved,
                   count(*) FILTER (WHERE status = 'interested') AS interested,
                   count(*) FILTER (WHERE status = 'none') AS none,
                   count(*) FILTER (WHERE status = 'unknown') AS unknown
            FROM council_status_at(:at)
            """)
        .param("at", at)
        .query(StatusCounts.class)
        .single();
  }

  private CouncilStatus standing(ResultSet row, int n) throws SQLException {
    return new CouncilStatus(
        row.getString("slug"),
        row.getString("name"),
        row.getString("kind"),
        row.getString("status"),
        row.getObject("since", LocalDate.class),
        row.getString("arrangement"),
        row.getString("basis"),
        row.getBoolean("confidential"),
        row.getString("forum"),
        list(row.getArray("codes"), String[].class),
        row.getObject("lon", Double.class),
        row.getObject("lat", Double.class),
        row.getArray("bbox") == null ? null : list(row.getArray("bbox"), Double[].class),
        row.getObject("area_m2", Double.class));
  }

  private static <T> List<T> list(Array array, Class<T[]> type) throws SQLException {
    return array == null ? List.of() : List.of(type.cast(array.getArray()));
  }
}
