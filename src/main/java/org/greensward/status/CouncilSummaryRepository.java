package org.greensward.status;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The councils as lists show them, what they can be filtered by, and when anything changes. */
@Repository
public class CouncilSummaryRepository {
  private static final String LINES =
      """
      SELECT c.slug, c.name, c.kind, s.status, s.since, s.arrangement,
             coalesce(s.basis = 'illustrative', false) AS illustrative, s.confidential,
             f.names AS forums, w.names AS wards, a.codes AS parishes, a.area_m2
      FROM council_status_at(:at) s
      JOIN council c ON c.id = s.council_id
      CROSS JOIN LATERAL (
        SELECT array_agg(f.name ORDER BY f.name) AS names, array_agg(f.slug) AS slugs
        FROM forum f JOIN forum_council fc ON fc.forum_id = f.id
        WHERE fc.council_id = c.id AND f.kind IN ('ward forum', 'local area forum')) f
      CROSS JOIN LATERAL (
        SELECT array_agg(w.name ORDER BY w.name) AS names
        FROM ward w JOIN council_ward cw ON cw.ward_id = w.id WHERE cw.council_id = c.id) w
      CROSS JOIN LATERAL (
        SELECT array_agg(cp.parish_code ORDER BY cp.parish_code) AS codes, sum(p.area_m2) AS area_m2
        FROM council_parish cp LEFT JOIN parish p ON p.code = cp.parish_code AND p.valid @> :at
        WHERE cp.council_id = c.id AND cp.valid @> :at) a
      """;

  private final JdbcClient jdbc;

  CouncilSummaryRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every council that exists on the date, by name. */
  public List<CouncilSummary> listAt(LocalDate at) {
    return list(at, CouncilFilter.none());
  }

  /** The councils that exist on the date and that the filter lets through, in its order. */
  public List<CouncilSummary> list(LocalDate at, CouncilFilter filter) {
    return jdbc.sql(
            LINES
                + """
                WHERE (:status = '' OR s.status = :status) AND (:kind = '' OR c.kind = :kind)
                  AND (:forum = '' OR :forum = ANY (f.slugs)) AND (:ward = '' OR :ward = ANY (w.names))
                ORDER BY\s"""
                + filter.order())
        .param("at", at)
        .param("status", filter.status())
        .param("kind", filter.kind())
        .param("forum", filter.forum())
        .param("ward", filter.ward())
        .query(CouncilSummaryRepository::line)
        .list();
  }

  /** Whether whoever asks is told no status that the public is not. */
  public boolean isAllPublic() {
    return jdbc.sql("SELECT NOT EXISTS (SELECT FROM status WHERE published_from > now())")
        .query(Boolean.class)
        .single();
  }

  /** The forums that have members by place, by name. */
  public List<ForumName> listForums() {
    return jdbc.sql(
            """
            SELECT slug, name FROM forum WHERE kind IN ('ward forum', 'local area forum')
            ORDER BY name
            """)
        .query(ForumName.class)
        .list();
  }

  /** Names of the wards that any council lies in. */
  public List<String> listWards() {
    return jdbc.sql(
            "SELECT name FROM ward w WHERE EXISTS (SELECT FROM council_ward WHERE ward_id = w.id)"
                + " ORDER BY name")
        .query(String.class)
        .list();
  }

  /** The days on which the status of some council begins or ends, as it is told, in order. */
  public List<LocalDate> listChanges() {
    return jdbc.sql(
            """
            SELECT DISTINCT day
            FROM status, LATERAL (VALUES (lower(valid)), (upper(valid))) AS ends (day)
            WHERE day IS NOT NULL AND isfinite(day)
              AND tstzrange(published_from, published_until) @> told_until(council_id)
            ORDER BY day
            """)
        .query(LocalDate.class)
        .list();
  }

  /** The first day on which any council expressed an interest or had a service devolved. */
  public Optional<LocalDate> findFirstStep() {
    return jdbc.sql(
            """
            SELECT lower(valid) FROM status
            WHERE status IN ('devolved', 'interested') AND NOT lower_inf(valid)
              AND tstzrange(published_from, published_until) @> told_until(council_id)
            ORDER BY 1 LIMIT 1
            """)
        .query(LocalDate.class)
        .optional();
  }

  /** A forum to choose. */
  public record ForumName(String slug, String name) {}

  private static CouncilSummary line(ResultSet row, int n) throws SQLException {
    return new CouncilSummary(
        row.getString("slug"),
        row.getString("name"),
        row.getString("kind"),
        row.getString("status"),
        row.getObject("since", LocalDate.class),
        row.getString("arrangement"),
        row.getBoolean("illustrative"),
        row.getBoolean("confidential"),
        texts(row.getArray("forums")),
        texts(row.getArray("wards")),
        texts(row.getArray("parishes")),
        row.getObject("area_m2", Double.class));
  }

  private static List<String> texts(Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
