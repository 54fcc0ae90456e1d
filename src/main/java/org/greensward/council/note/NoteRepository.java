package org.greensward.council.note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.greensward.security.audit.AuditedTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes of councils, as far as whoever asks may read them. */
@Repository
class NoteRepository {
  private final JdbcClient jdbc;
  private final AuditedTransaction editing;

  NoteRepository(JdbcClient jdbc, AuditedTransaction editing) {
    this.jdbc = jdbc;
    this.editing = editing;
  }

  /**
   * @param who the office of who wrote it
   * @param own whether whoever asks wrote it
   * @param endedAt null while it stands
   */
  record Note(long id, String who, boolean own, String body, Instant writtenAt, Instant endedAt) {}

  record Council(long id, String slug, String name) {}

  Optional<Council> findCouncil(String slug) {
    return jdbc.sql("SELECT id, slug, name FROM council WHERE slug = :slug")
        .param("slug", slug)
        .query(Council.class)
        .optional();
  }

  /** Newest first. */
  List<Note> list(long council) {
    return jdbc.sql(
            """
            SELECT id, coalesce(account_title(account_id), '') AS who,
                   account_id = audience_account() AS own, body, written_at, ended_at
            FROM council_note WHERE council_id = :council
            ORDER BY ended_at IS NOT NULL, id DESC
            """)
        .param("council", council)
        .query(
            (row, n) ->
                new Note(
                    row.getLong("id"),
                    row.getString("who"),
                    row.getBoolean("own"),
                    row.getString("body"),
                    row.getTimestamp("written_at").toInstant(),
                    row.getTimestamp("ended_at") == null
                        ? null
                        : row.getTimestamp("ended_at").toInstant()))
        .list();
  }

  void add(long council, String body) {
    editing.run(
        null,
        null,
        () ->
            jdbc.sql("INSERT INTO council_note (council_id, body) VALUES (:council, :body)")
                .param("council", council)
                .param("body", body)
                .update());
  }

  /** Whether there was such a note of whoever asks, and it stood. */
  boolean end(long council, long note) {
    return editing.run(
            null,
            null,
            () ->
                jdbc.sql(
                        """
                        UPDATE council_note SET ended_at = now()
                        WHERE id = :note AND council_id = :council AND ended_at IS NULL
                          AND account_id = audience_account()
                        """)
                    .param("note", note)
                    .param("council", council)
                    .update())
        == 1;
  }
}
