package org.greensward.notification;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What officers see of the queue of mails. */
@Repository
class MailQueueRepository {
  private final JdbcClient jdbc;

  MailQueueRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many wait, and how many were sent in the last week. */
  record Figures(long waiting, long sent) {}

  /** A mail that was given up, or that failed and will be tried again. */
  record Failed(
      long id,
      String council,
      String recipient,
      String kind,
      LocalDateTime queuedAt,
      int tries,
      boolean givenUp,
      String fault) {}

  Figures figures() {
    return jdbc.sql(
            """
              SELECT count(*) FILTER (WHERE sent_at IS NULL AND given_up_at IS NULL) AS waiting,
                     count(*) FILTER (WHERE sent_at > now() - interval '7 days') AS sent
              FROM mail_outbox
              """)
        .query(Figures.class)
        .single();
  }

  List<Failed> listFailed() {
    return jdbc.sql(
            """
              SELECT o.id, c.name AS council, o.recipient, e.kind,
                     o.queued_at AT TIME ZONE 'Europe/London' AS queued_at, o.tries,
                     o.given_up_at IS NOT NULL AS given_up, o.fault
              FROM mail_outbox o JOIN event e ON e.id = o.event_id
              LEFT JOIN council c ON c.id = e.council_id
              WHERE o.sent_at IS NULL AND o.fault IS NOT NULL ORDER BY o.id DESC LIMIT 200
              """)
        .query(Failed.class)
        .list();
  }

  void again(long id) {
    jdbc.sql("SELECT mail_again(:id)").param("id", id).query((row, n) -> "").list();
  }
}
