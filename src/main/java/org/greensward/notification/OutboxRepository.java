package org.greensward.notification;

import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import org.greensward.database.OwnerDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue of mails, as the node has it that sends them; nobody has asked for that. */
@Repository
class OutboxRepository {
  private static final Duration STALE = Duration.ofDays(7);
  private static final int LONGEST_FAULT = 300;

  private final JdbcClient jdbc;

  OutboxRepository(@OwnerDataSource JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A mail that is due.
   *
   * @param address null where nobody has recorded one, or the council does not want mail any more
   * @param council whom it is about; null for none
   */
  record Waiting(
      long id,
      int tries,
      String recipient,
      String address,
      String sender,
      String authority,
      String council,
      String kind,
      String link) {}

  /** The next that is due, locked until the transaction ends; other nodes pass it by. */
  Optional<Waiting> take() {
    return jdbc.sql(
            """
            SELECT o.id, o.tries, o.recipient, a.team_email AS sender, a.name AS authority,
                   c.name AS council, e.kind, e.link,
                   CASE WHEN o.recipient = 'team' THEN a.team_email
                        WHEN coalesce(d.mail, true) THEN p.contact_email END AS address
            FROM mail_outbox o
            JOIN event e ON e.id = o.event_id
            LEFT JOIN council c ON c.id = e.council_id
            LEFT JOIN party p ON p.id = c.party_id
            LEFT JOIN council_delivery d ON d.council_id = c.id
            LEFT JOIN LATERAL (SELECT name, team_email FROM authority ORDER BY id LIMIT 1) a ON true
            WHERE o.sent_at IS NULL AND o.given_up_at IS NULL AND o.due_at <= now()
            ORDER BY o.due_at, o.id LIMIT 1 FOR UPDATE OF o SKIP LOCKED
            """)
        .query(Waiting.class)
        .optional();
  }

  void sent(long id) {
    jdbc.sql("UPDATE mail_outbox SET sent_at = now(), fault = NULL WHERE id = :id")
        .param("id", id)
        .update();
  }

  void failed(long id, String fault, Duration pause) {
    jdbc.sql(
            """
            UPDATE mail_outbox SET tries = tries + 1, fault = :fault,
              due_at = now() + make_interval(secs => :pause) WHERE id = :id
            """)
        .param("id", id)
        .param("fault", shortened(fault))
        .param("pause", pause.toMillis() / 1000.0)
        .update();
  }

  void giveUp(long id, String fault) {
    jdbc.sql(
            "UPDATE mail_outbox SET tries = tries + 1, given_up_at = now(), fault = :fault"
                + " WHERE id = :id")
        .param("id", id)
        .param("fault", shortened(fault), Types.VARCHAR)
        .update();
  }

  /** News of a week ago is none: it waited because there was no server, or none that answered. */
  void giveUpStale(String fault) {
    jdbc.sql(
            """
            UPDATE mail_outbox SET given_up_at = now(), fault = :fault
            WHERE sent_at IS NULL AND given_up_at IS NULL
              AND queued_at < now() - make_interval(secs => :age)
            """)
        .param("fault", fault)
        .param("age", (double) STALE.toSeconds())
        .update();
  }

  private static String shortened(String fault) {
    return fault == null || fault.length() <= LONGEST_FAULT
        ? fault
        : fault.substring(0, LONGEST_FAULT);
  }
}
