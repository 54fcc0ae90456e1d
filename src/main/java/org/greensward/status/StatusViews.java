package org.greensward.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greensward.web.DateFormats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a council stands: as the public is told, and what is coming. */
@Repository
public class StatusViews {
  private static final String CLAIM =
      """
      SELECT s.id, s.status, lower(s.valid) AS since, s.arrangement, s.published_from
      FROM status s JOIN service v ON v.id = s.service_id AND v.code = 'landscaping'
      """;

  private final JdbcClient jdbc;

  StatusViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A claim.
   *
   * @param since the first day that it is about
   * @param published from when the public is told
   */
  public record Standing(
      long id, String status, LocalDate since, String arrangement, Instant published) {
    public String publishedInWords() {
      return DateFormats.format(published);
    }
  }

  /** What the public is told of a date; empty when it is not known. */
  public Optional<Standing> now(long council, LocalDate at) {
    return jdbc.sql(
            CLAIM
                + """
                WHERE s.council_id = :council AND s.valid @> CAST(:at AS date)
                  AND tstzrange(s.published_from, s.published_until) @> now()
                """)
        .param("council", council)
        .param("at", at)
        .query(StatusViews::standing)
        .optional();
  }

  /** What is written and not public yet, the earliest first: for that council and officers. */
  public List<Standing> coming(long council) {
    return jdbc.sql(
            CLAIM
                + """
                WHERE s.council_id = :council AND is_coming(s)
                ORDER BY s.published_from, s.valid
                """)
        .param("council", council)
        .query(StatusViews::standing)
        .list();
  }

  /** A claim that is not public yet; empty when it is, or is no more. */
  public Optional<Standing> findUnpublished(long id) {
    return jdbc.sql(CLAIM + "WHERE s.id = :id AND s.published_from > now()")
        .param("id", id)
        .query(StatusViews::standing)
        .optional();
  }

  private static Standing standing(ResultSet row, int n) throws SQLException {
    return new Standing(
        row.getLong("id"),
        row.getString("status"),
        row.getObject("since", LocalDate.class),
        row.getString("arrangement"),
        row.getTimestamp("published_from").toInstant());
  }
}
