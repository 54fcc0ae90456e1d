package org.greensward.security.audit;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The frame of every change that people make: one transaction, in which the database knows who they
 * are and why they do it, and writes both to the audit trail.
 */
@Component
public class AuditedTransaction {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public AuditedTransaction(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Does a change, whole or not at all.
   *
   * @param reason why, in words of whoever does it; null where the change says it itself
   * @param source what it rests on, such as a letter or a minute; null for nothing
   * @throws org.springframework.dao.DataAccessException when a rule of the database refuses it
   */
  public <T> T run(String reason, String source, Supplier<T> change) {
    return transaction.execute(
        status -> {
          jdbc.sql(
                  "SELECT set_config('app.reason', :reason, true),"
                      + " set_config('app.source', :source, true)")
              .param("reason", reason == null ? "" : reason)
              .param("source", source == null ? "" : source)
              .query((row, n) -> "")
              .single();
          return change.get();
        });
  }
}
