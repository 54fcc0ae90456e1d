package org.greensward.security.lockout;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.greensward.database.OwnerDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts what was tried on a password or a code, and closes it for a while after too many failures:
 * the fifth closes it for half a minute, each further one for twice as long, never for more than a
 * quarter of an hour. An address that has no account is guarded like one that has.
 */
@Repository
public class AccountLockout {
  static final int FREE = 4;
  static final Duration FIRST = Duration.ofSeconds(30);
  static final Duration LONGEST = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final Clock clock;

  public AccountLockout(@OwnerDataSource JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is guarded. */
  public enum Factor {
    PASSWORD,
    CODE;

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A try.
   *
   * @param seconds until the next can be made; 0 for a try that may be checked now
   * @param last whether the next must wait if this one fails
   */
  public record Attempt(long seconds, boolean last) {
    public boolean isAllowed() {
      return seconds == 0;
    }
  }

  /** Counts a try as failed, before it is checked: then many at once gain nothing. */
  public Attempt count(Factor kind, String what) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return jdbc.sql(
            """
            INSERT INTO sign_in_guard AS g (key, failures, last_at, closed_until)
            VALUES (sign_in_key(:kind, :what), 1, :now, :now)
            ON CONFLICT (key) DO UPDATE SET
              failures = CASE WHEN g.last_at < :now - interval '1 day' THEN 1
                              ELSE g.failures + 1 END,
              last_at = :now,
              closed_until = :now + CASE
                WHEN g.last_at < :now - interval '1 day' OR g.failures < :free
                  THEN interval '0'
                ELSE least(:first * 2 ^ least(g.failures - :free, 20), :longest)
                     * interval '1 second' END
            WHERE g.failures <= :free OR g.closed_until <= :now
            RETURNING failures
            """)
        .param("now", now)
        .param("kind", kind.word())
        .param("what", what)
        .param("free", FREE)
        .param("first", FIRST.toSeconds())
        .param("longest", LONGEST.toSeconds())
        .query((row, n) -> new Attempt(0, row.getInt(1) > FREE))
        .optional()
        .orElseGet(() -> new Attempt(wait(kind, what, now), true));
  }

  private long wait(Factor kind, String what, OffsetDateTime now) {
    return jdbc.sql(
            """
            SELECT greatest(1, ceil(extract(epoch FROM closed_until - :now)))::bigint
            FROM sign_in_guard WHERE key = sign_in_key(:kind, :what)
            """)
        .param("now", now)
        .param("kind", kind.word())
        .param("what", what)
        .query(Long.class)
        .optional()
        .orElse(1L);
  }

  /** Forgets what failed, after it went well. */
  public void forget(Factor kind, String what) {
    jdbc.sql("DELETE FROM sign_in_guard WHERE key = sign_in_key(:kind, :what)")
        .param("kind", kind.word())
        .param("what", what)
        .update();
  }
}
