package org.greensward.notification;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.greensward.database.PublicDataSource;
import org.greensward.web.DisplayFormats;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What feeds tell, latest first. */
@Repository
class FeedEntryRepository {
  /** Entries of one page of a feed. */
  static final int PAGE = 50;

  private final JdbcClient jdbc;
  private final JdbcClient ofPublic;
  private final MessageSource messages;

  FeedEntryRepository(
      JdbcClient jdbc, @PublicDataSource JdbcClient ofPublic, MessageSource messages) {
    this.jdbc = jdbc;
    this.ofPublic = ofPublic;
    this.messages = messages;
  }

  /**
   * An entry.
   *
   * @param id for ever the same
   * @param path of the page that tells more
   */
  record Entry(String id, String title, Instant at, String path) {}

  /** Published statuses, whoever asks; one more than a page when there is another. */
  List<Entry> listPublic(int page) {
    return ofPublic
        .sql(
            """
            SELECT n.id, n.status, n.since, n.at, c.name, c.slug
            FROM status_news n JOIN council c ON c.id = n.council_id
            WHERE n.status <> 'unknown'
            ORDER BY n.at DESC, n.since DESC, n.id DESC LIMIT :limit OFFSET :offset
            """)
        .param("limit", PAGE + 1)
        .param("offset", (page - 1) * PAGE)
        .query(this::statusEntry)
        .list();
  }

  private Entry statusEntry(ResultSet row, int n) throws SQLException {
    LocalDate since = row.getObject("since", LocalDate.class);
    String title =
        messages.getMessage(
            since == null ? "engage.feed.status" : "engage.feed.status.since",
            new Object[] {
              row.getString("name"),
              messages.getMessage("status." + row.getString("status"), null, Locale.UK),
              DisplayFormats.dateOf(since)
            },
            Locale.UK);
    return new Entry(
        idOf("status", row.getLong("id")), title, at(row), "/councils/" + row.getString("slug"));
  }

  /** What happened, as far as whoever asks may know it: all of it, or of one council. */
  List<Entry> listEvents(Long council, int page) {
    return jdbc.sql(
            """
            SELECT id, title_key, parameters, at, link FROM event
            WHERE :council::bigint IS NULL OR council_id = :council
            ORDER BY id DESC LIMIT :limit OFFSET :offset
            """)
        .param("council", council, java.sql.Types.BIGINT)
        .param("limit", PAGE + 1)
        .param("offset", (page - 1) * PAGE)
        .query(
            (row, n) ->
                new Entry(
                    idOf("event", row.getLong("id")), title(row), at(row), row.getString("link")))
        .list();
  }

  /** Parameters that are dates are told as people write them. */
  private String title(ResultSet row) throws SQLException {
    String[] given = (String[]) row.getArray("parameters").getArray();
    Object[] values = new Object[given.length];
    for (int i = 0; i < given.length; i++) {
      values[i] =
          given[i] != null && given[i].matches("\\d{4}-\\d{2}-\\d{2}")
              ? DisplayFormats.dateOf(LocalDate.parse(given[i]))
              : given[i];
    }
    String key = row.getString("title_key");
    return messages.getMessage(key, values, key, Locale.UK);
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }

  private static String idOf(String kind, long id) {
    byte[] name = ("greensward/" + kind + "/" + id).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
  }
}
