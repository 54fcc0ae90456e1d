package org.greensward.security.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.greensward.database.OwnerDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes into the audit trail what happens at the door; never what was typed there. */
@Repository
public class SignInAudit {
  private final JdbcClient jdbc;

  SignInAudit(@OwnerDataSource JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes what the holder of an account did. */
  public void by(long account, String action, HttpServletRequest request) {
    note(String.valueOf(account), String.valueOf(account), action, request);
  }

  /**
   * Notes what somebody did of whom it is not proven who they are.
   *
   * @param account the account that it was done to; null when there is none
   */
  public void to(Long account, String action, HttpServletRequest request) {
    note("", account == null ? null : String.valueOf(account), action, request);
  }

  private void note(String by, String account, String action, HttpServletRequest request) {
    jdbc.sql(
            """
            SELECT set_config('app.account', :by, true), set_config('app.address', :address, true),
                   audit_note(:action, 'account', :account)
            """)
        .param("by", by)
        .param("address", NetworkAddress.of(request))
        .param("action", action)
        .param("account", account, java.sql.Types.VARCHAR)
        .query((row, n) -> "")
        .list();
  }
}
