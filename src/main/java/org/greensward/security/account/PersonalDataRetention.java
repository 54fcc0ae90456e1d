package org.greensward.security.account;

import java.util.concurrent.TimeUnit;
import org.greensward.database.OwnerDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Once a day lets go of what says whose an account was and from where something was done, after its
 * time, and of what the door no longer needs. The audit trail stays as it is.
 */
@Component
@ConditionalOnWebApplication
class PersonalDataRetention {
  private final JdbcClient jdbc;
  private final RetentionSettings settings;

  PersonalDataRetention(@OwnerDataSource JdbcClient jdbc, RetentionSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Does the same whichever node does it, and does it twice without harm. */
  @Scheduled(initialDelay = 1, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
  void letGo() {
    jdbc.sql("DELETE FROM audit_origin WHERE at < now() - :seconds * interval '1 second'")
        .param("seconds", settings.keepAddresses().toSeconds())
        .update();
    jdbc.sql(
            """
            UPDATE account SET name = 'Former account ' || id, email = 'former-' || id || '@invalid'
            WHERE ended_at < now() - :seconds * interval '1 second'
              AND email <> 'former-' || id || '@invalid'
            """)
        .param("seconds", settings.keepNames().toSeconds())
        .update();
    // What somebody called a key may be a name, too.
    jdbc.sql("DELETE FROM api_key WHERE revoked_at < now() - :seconds * interval '1 second'")
        .param("seconds", settings.keepNames().toSeconds())
        .update();
    jdbc.sql(
            "DELETE FROM sign_in_guard WHERE greatest(last_at, closed_until) < now() - interval '1 day'")
        .update();
    jdbc.sql("DELETE FROM account_link WHERE expires_at < now()").update();
  }
}
