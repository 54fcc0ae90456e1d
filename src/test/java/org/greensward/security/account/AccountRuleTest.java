package org.greensward.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.greensward.TestClock;
import org.greensward.database.Audience;
import org.greensward.database.StoreConnection;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.greensward.error.UserException;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.security.lockout.AccountLockout;
import org.greensward.security.secondfactor.SecretCipher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The rules of accounts that the database keeps, under the roles under which requests run. */
class AccountRuleTest {
  private static final SignInSettings SETTINGS = settings("");
  private static final TestStore STORE = TestStore.empty();
  private static final JdbcClient OWNER = StoreFixture.in(STORE).jdbc();
  private static final DataSource ASKING = STORE.audienceDataSource();
  private static final JdbcClient JDBC = JdbcClient.create(ASKING);
  private static final AccountAdminService DESK =
      new AccountAdminService(
          JDBC, new AuditedTransaction(JDBC, new JdbcTransactionManager(ASKING)), SETTINGS);
  private static final Audience ADMINISTRATOR =
      new Audience(Audience.Kind.ADMINISTRATOR, List.of(), 1, "192.0.2.1");
  private static final Audience OFFICER =
      new Audience(Audience.Kind.OFFICER, List.of(), 2, "192.0.2.1");

  @BeforeEach
  void oneAdministrator() {
    OWNER.sql("ALTER TABLE account DISABLE TRIGGER administrator_stays").update();
    OWNER.sql("DELETE FROM account").update();
    OWNER.sql("ALTER TABLE account ENABLE TRIGGER administrator_stays").update();
    OWNER.sql("DELETE FROM sign_in_guard").update();
  }

  @Test
  void theLastAdministratorStaysButHandsOver() {
    long one = as(ADMINISTRATOR, () -> DESK.add(draft("one@example.org")).account());
    assertThatThrownBy(() -> as(ADMINISTRATOR, () -> end(one)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("the last administrator");
    assertThatThrownBy(() -> OWNER.sql("UPDATE account SET role = 'officer'").update())
        .hasMessageContaining("the last administrator stays");
    long next =
        as(
            ADMINISTRATOR,
            () -> DESK.handOver(one, "one@example.org", "Next", "minute 4").account());
    assertThat(as(ADMINISTRATOR, () -> DESK.find(one)).orElseThrow().isEnded()).isTrue();
    assertThat(as(ADMINISTRATOR, () -> DESK.find(next)).orElseThrow().title()).isEqualTo("Desk");
    assertThatThrownBy(() -> as(ADMINISTRATOR, () -> end(one)))
        .hasMessageContaining("no such account in use");
    assertThat(
            OWNER
                .sql("SELECT count(*) FROM audit WHERE reason = 'minute 4'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  private static Object end(long account) {
    DESK.end(account, null);
    return null;
  }

  @Test
  void twoAccountsInUseNeverShareAnAddress() {
    as(ADMINISTRATOR, () -> DESK.add(draft("one@example.org")));
    assertThatThrownBy(() -> as(ADMINISTRATOR, () -> DESK.add(draft("ONE@example.org"))))
        .isInstanceOf(AccountAdminService.AddressTaken.class);
  }

  @Test
  void nobodyElseKeepsAccounts() {
    long one = as(ADMINISTRATOR, () -> DESK.add(draft("one@example.org")).account());
    assertThatThrownBy(() -> as(OFFICER, () -> DESK.add(draft("two@example.org"))))
        .hasStackTraceContaining("row-level security");
    assertThatThrownBy(() -> as(OFFICER, () -> DESK.reset(one, true)))
        .hasStackTraceContaining("accounts are kept by administrators only");
    assertThatThrownBy(() -> as(OFFICER, () -> DESK.list().list("", Optional.empty(), true)))
        .hasStackTraceContaining("accounts are kept by administrators only");
    for (String table : List.of("account_secret", "account_factor", "account_link")) {
      assertThatThrownBy(() -> as(ADMINISTRATOR, () -> count(table)))
          .hasStackTraceContaining("permission denied");
    }
    for (String table : List.of("spring_session", "sign_in_guard", "account_recovery")) {
      assertThatThrownBy(() -> as(OFFICER, () -> count(table)))
          .hasStackTraceContaining("permission denied");
    }
  }

  private static long count(String table) {
    return JDBC.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  @Test
  void whoIsNoCouncilActsForNone() {
    StoreFixture.in(STORE).council("Olney Town Council");
    assertThatThrownBy(
            () ->
                as(
                    ADMINISTRATOR,
                    () ->
                        DESK.add(
                            new AccountAdminService.Draft(
                                "one@example.org",
                                "One",
                                AccountRole.OFFICER,
                                "Officer",
                                List.of("olney-town-council")))))
        .hasMessageContaining("only accounts of councils");
  }

  @Test
  void namesAndAddressesStayOutOfTheTrailAndGoAfterTheirTime() {
    long one = as(ADMINISTRATOR, () -> DESK.add(draft("one@example.org")).account());
    as(ADMINISTRATOR, () -> DESK.handOver(one, "two@example.org", "Person Two", null));
    assertThat(trail()).isNotEmpty().noneMatch(it -> it.contains("@example") || it.contains("Per"));
    List<String> before = trail();
    OWNER
        .sql("UPDATE account SET created_at = '2020-01-01', ended_at = '2020-02-01' WHERE id = ?")
        .param(one)
        .update();
    OWNER.sql("UPDATE audit_origin SET at = now() - interval '91 days'").update();
    PersonalDataRetention retention =
        new PersonalDataRetention(
            OWNER, new RetentionSettings(Duration.ofDays(90), Duration.ofDays(730)));
    retention.letGo();
    retention.letGo();
    assertThat(OWNER.sql("SELECT email FROM account ORDER BY id").query(String.class).list())
        .containsExactly("former-" + one + "@invalid", "two@example.org");
    assertThat(OWNER.sql("SELECT count(*) FROM audit_origin").query(Long.class).single()).isZero();
    assertThat(trail()).containsAll(before);
  }

  private static List<String> trail() {
    return OWNER.sql("SELECT row_to_json(a)::text FROM audit a").query(String.class).list();
  }

  @Test
  void triesThatFailCloseForLongerAndLonger() {
    TestClock clock = TestClock.stopped();
    AccountLockout guard = new AccountLockout(OWNER, clock);
    for (int i = 0; i < 4; i++) {
      assertThat(guard.count(AccountLockout.Factor.PASSWORD, "A@example.org"))
          .isEqualTo(new AccountLockout.Attempt(0, false));
    }
    long[] waits = {30, 60, 120, 240, 480, 900, 900, 900};
    for (long seconds : waits) {
      assertThat(guard.count(AccountLockout.Factor.PASSWORD, "a@example.org"))
          .isEqualTo(new AccountLockout.Attempt(0, true));
      AccountLockout.Attempt closed = guard.count(AccountLockout.Factor.PASSWORD, "a@example.org");
      assertThat(closed.seconds()).isBetween(seconds - 5, seconds);
      assertThat(guard.count(AccountLockout.Factor.CODE, "a@example.org").isAllowed()).isTrue();
      guard.forget(AccountLockout.Factor.CODE, "a@example.org");
      clock.advance(Duration.ofSeconds(seconds));
    }
    clock.advance(Duration.ofHours(25));
    assertThat(guard.count(AccountLockout.Factor.PASSWORD, "a@example.org"))
        .isEqualTo(new AccountLockout.Attempt(0, false));
  }

  @Test
  void secretsAreSealedUnderAKeyThatIsNotInTheDatabase() {
    byte[] secret = Tokens.random(20);
    SecretCipher sealing = new SecretCipher(settings("a long text that nobody knows"), store(null));
    SecretCipher.SealedSecret kept = sealing.seal(secret);
    assertThat(kept.sealed()).isTrue();
    assertThat(sealing.open(kept)).isEqualTo(secret);
    SecretCipher other = new SecretCipher(SETTINGS, store("the file of another folder"));
    assertThatThrownBy(() -> other.open(kept)).isInstanceOf(UserException.class);
    assertThat(other.open(other.seal(secret))).isEqualTo(secret);
    assertThat(new SecretCipher(SETTINGS, store(null)).seal(secret).sealed()).isFalse();
  }

  private static StoreConnection store(String secret) {
    return new StoreConnection() {
      @Override
      public String jdbcUrl() {
        return STORE.url();
      }

      @Override
      public String username() {
        return null;
      }

      @Override
      public String password() {
        return null;
      }

      @Override
      public Optional<String> secret(String name) {
        return Optional.ofNullable(secret);
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  private static SignInSettings settings(String key) {
    return new SignInSettings(
        Duration.ofHours(1), true, Duration.ofDays(7), 60, List.of("127.0.0.0/8"), key);
  }

  private static AccountAdminService.Draft draft(String email) {
    return new AccountAdminService.Draft(
        email, "Person One", AccountRole.ADMINISTRATOR, "Desk", List.of());
  }

  private static <T> T as(Audience audience, Supplier<T> question) {
    try (Audience.Bound bound = Audience.bind(audience)) {
      return question.get();
    }
  }
}
