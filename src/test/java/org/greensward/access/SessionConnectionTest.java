package org.greensward.access;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.greensward.DemonstrationApp;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A request of somebody who signed in takes one connection for its session, never two at once. */
class SessionConnectionTest {

  @Test
  void sessionsAreReadOnTheConnectionOfTheirTransaction() {
    DataSource sessions = DemonstrationApp.bean("sessionDataSource");
    TransactionOperations transactions =
        DemonstrationApp.bean("springSessionTransactionOperations");
    assertThat(
            transactions.<Boolean>execute(
                status -> TransactionSynchronizationManager.hasResource(sessions)))
        .isTrue();
  }
}
