package org.greensward.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.greensward.Http;
import org.greensward.database.Audience;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRepository;
import org.greensward.security.account.AccountRole;
import org.greensward.security.account.Tokens;
import org.greensward.security.audit.AuditedTransaction;
import org.greensward.security.signin.AudienceFilter;
import org.greensward.web.Form;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** The rules of keys that the database keeps, under the roles under which requests run. */
class ApiKeyRuleTest {
  private static final TestStore STORE = TestStore.empty();
  private static final JdbcClient OWNER = StoreFixture.in(STORE).jdbc();
  private static final DataSource ASKING = STORE.audienceDataSource();
  private static final JdbcClient JDBC = JdbcClient.create(ASKING);
  private static final ApiKeyRepository KEYS =
      new ApiKeyRepository(
          JDBC,
          OWNER,
          new AuditedTransaction(JDBC, new JdbcTransactionManager(ASKING)),
          new AccountRepository(OWNER));

  private Audience officer;
  private Audience colleague;
  private Audience administrator;

  @BeforeEach
  void people() {
    OWNER.sql("DELETE FROM api_key").update();
    officer = audience(Audience.Kind.OFFICER, "officer");
    colleague = audience(Audience.Kind.OFFICER, "colleague");
    administrator = audience(Audience.Kind.ADMINISTRATOR, "administrator");
  }

  private static Audience audience(Audience.Kind kind, String name) {
    new TestAccounts(OWNER, "").account(name + "@example.org", AccountRole.of(kind.name()), name);
    return new Audience(kind, List.of(), account(name), "192.0.2.1");
  }

  private static long account(String name) {
    return OWNER
        .sql("SELECT id FROM account WHERE email = ? AND ended_at IS NULL")
        .param(name + "@example.org")
        .query(Long.class)
        .single();
  }

  @Test
  void onlyTheHashIsKeptAndNoRequestReadsIt() throws Exception {
    String key = make(officer, "Office", false);
    assertThat(key).matches("gsw_[A-Za-z0-9_-]{43}");
    for (String table : List.of("api_key", "audit")) {
      assertThat(texts("SELECT row_to_json(t)::text FROM " + table + " t"))
          .isNotEmpty()
          .noneMatch(row -> row.contains(key.substring(5, 20)));
    }
    assertThat(OWNER.sql("SELECT key_hash FROM api_key").query(byte[].class).single())
        .isEqualTo(Tokens.hash(key));
    String hash = texts("SELECT encode(key_hash, 'hex') FROM api_key").get(0);
    assertThat(texts("SELECT row_to_json(t)::text FROM audit t"))
        .noneMatch(row -> row.contains(hash));
    for (Audience audience : List.of(officer, administrator, Audience.PUBLIC)) {
      assertThatThrownBy(
              () ->
                  as(audience, () -> JDBC.sql("SELECT key_hash FROM api_key").query().listOfRows()))
          .hasStackTraceContaining("permission denied");
    }
    ApiKeyRepository.Opened opened = KEYS.open(key, "192.0.2.9");
    assertThat(opened.account().account()).isEqualTo(officer.account());
    assertThat(opened.account().passwordHash()).isNull();
  }

  @Test
  void eachSeesAndRevokesItsOwnAndAnAdministratorAll() throws Exception {
    String key = make(officer, "Office", false);
    long id = as(officer, () -> KEYS.list(officer.account())).get(0).id();
    assertThat(as(colleague, () -> KEYS.list(officer.account()))).isEmpty();
    assertThat(as(colleague, () -> KEYS.revoke(officer.account(), id))).isFalse();
    assertThat(as(administrator, () -> KEYS.list(officer.account()))).hasSize(1);
    assertThat(KEYS.open(key, "192.0.2.9").name()).isEqualTo("Office");
    assertThat(as(administrator, () -> KEYS.revoke(officer.account(), id))).isTrue();
    assertThat(refusal(key)).startsWith("The key \"Office\" was revoked on ");
    assertThat(as(officer, () -> KEYS.revoke(officer.account(), id))).isFalse();
    assertThat(
            texts(
                "SELECT action || ' by ' || account_id FROM audit"
                    + " WHERE subject = 'api_key' AND row_key = '"
                    + id
                    + "' ORDER BY id"))
        .containsExactly(
            "key-made by " + officer.account(),
            "key-used by " + officer.account(),
            "key-revoked by " + administrator.account());
  }

  @Test
  void aKeyIsNeverChangedNorGivenToAnother() {
    make(officer, "Office", false);
    for (String change :
        List.of("writes = true", "name = 'x'", "account_id = " + colleague.account())) {
      assertThatThrownBy(() -> as(officer, () -> JDBC.sql("UPDATE api_key SET " + change).update()))
          .hasStackTraceContaining("permission denied");
      assertThatThrownBy(() -> OWNER.sql("UPDATE api_key SET " + change).update())
          .hasStackTraceContaining("only ever revoked");
    }
    assertThatThrownBy(
            () ->
                as(
                    administrator,
                    () ->
                        JDBC.sql("INSERT INTO api_key (account_id, name) VALUES (?, 'x')")
                            .param(officer.account())
                            .update()))
        .hasStackTraceContaining("permission denied");
    OWNER.sql("UPDATE api_key SET revoked_at = now()").update();
    assertThatThrownBy(
            () -> as(officer, () -> JDBC.sql("UPDATE api_key SET revoked_at = NULL").update()))
        .hasStackTraceContaining("only ever revoked");
  }

  /** The door keeps keys from the pages that make them; so does the database. */
  @Test
  void noKeyMakesOrRevokesAnother() {
    make(officer, "Office", true);
    Audience program = officer.by("Office");
    assertThatThrownBy(() -> make(program, "Another", true))
        .hasStackTraceContaining("row-level security");
    long id = as(program, () -> KEYS.list(officer.account())).get(0).id();
    assertThat(as(program, () -> KEYS.revoke(officer.account(), id))).isFalse();
  }

  @Test
  void namesAreTheirOwnAndThereAreTwentyAtMost() {
    for (int i = 0; i < ApiKeyRepository.MOST; i++) {
      make(officer, "Key " + i, false);
    }
    Form form = Form.showing(Map.of());
    assertThat(as(officer, () -> KEYS.make("One more", false, form))).isEmpty();
    assertThat(form.error("name").key()).isEqualTo("keys.most");
    make(colleague, "Key 1", false);
    Form again = Form.showing(Map.of());
    assertThat(as(colleague, () -> KEYS.make("KEY 1", false, again))).isEmpty();
    assertThat(again.error("name").key()).isEqualTo("keys.name.taken");
    OWNER.sql("UPDATE api_key SET revoked_at = now() WHERE name = 'Key 1'").update();
    make(colleague, "Key 1", false);
    make(officer, "One more", false);
  }

  @Test
  void aKeyEndsWithItsAccount() {
    audience(Audience.Kind.OFFICER, "leaver");
    Audience leaver = new Audience(Audience.Kind.OFFICER, List.of(), account("leaver"), null);
    String key = make(leaver, "Office", false);
    OWNER.sql("UPDATE account SET ended_at = now() WHERE id = ?").param(leaver.account()).update();
    assertThat(refusal(key)).contains("account of the key \"Office\" has ended");
    assertThat(texts("SELECT name FROM api_key WHERE revoked_at IS NULL")).isEmpty();
    assertThatThrownBy(() -> make(leaver, "Another", false))
        .hasStackTraceContaining("an account that has ended gets no key");
  }

  @Test
  void useIsNotedOnceADay() throws Exception {
    String key = make(officer, "Office", false);
    for (int i = 0; i < 3; i++) {
      KEYS.open(key, "192.0.2.9");
    }
    String uses =
        "SELECT source || ' from ' || host(o.address) FROM audit a"
            + " JOIN audit_origin o USING (transaction_id) WHERE action = 'key-used'"
            + " AND row_key = (SELECT max(id)::text FROM api_key)";
    assertThat(texts(uses)).containsExactly("API key \"Office\" from 192.0.2.9");
    OWNER.sql("UPDATE api_key SET last_used_at = now() - interval '1 day'").update();
    KEYS.open(key, "192.0.2.9");
    assertThat(texts(uses)).hasSize(2);
  }

  @Test
  void whatIsDoneByAKeySaysSoInTheTrail() {
    AuditedTransaction editing = new AuditedTransaction(JDBC, new JdbcTransactionManager(ASKING));
    Supplier<Object> change =
        () ->
            editing.run(
                null, "Minute 7", () -> JDBC.sql("UPDATE service SET name = name || '.'").update());
    as(officer.by("Office"), change);
    as(officer, change);
    assertThat(texts("SELECT source FROM audit WHERE subject = 'service' ORDER BY id DESC LIMIT 2"))
        .containsExactly("Minute 7", "Minute 7, API key \"Office\"");
  }

  /** From the header to what the database is told; and nothing of it is left on the thread. */
  @Test
  void theAudienceOfARequestKnowsItsKey() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/ogc/collections");
    request.addHeader("Authorization", Http.basic(make(officer, "Office", false)));
    request.setRemoteAddr("192.0.2.4");
    AtomicReference<Audience> seen = new AtomicReference<>();
    try {
      new ApiKeyAuthenticationFilter(KEYS)
          .doFilter(
              request,
              new MockHttpServletResponse(),
              (asked, answer) ->
                  new AudienceFilter()
                      .doFilter(asked, answer, (a, b) -> seen.set(Audience.current())));
    } finally {
      SecurityContextHolder.clearContext();
    }
    assertThat(seen.get())
        .isEqualTo(
            new Audience(
                Audience.Kind.OFFICER, List.of(), officer.account(), "192.0.2.4", "Office"));
    assertThat(Audience.current()).isEqualTo(Audience.PUBLIC);
  }

  private static String make(Audience audience, String name, boolean writes) {
    return as(audience, () -> KEYS.make(name, writes, Form.showing(Map.of()))).orElseThrow();
  }

  private static String refusal(String key) {
    try {
      KEYS.open(key, "192.0.2.9");
      return "none";
    } catch (ApiKeyExtractor.Refused e) {
      return e.getMessage();
    }
  }

  private static List<String> texts(String sql) {
    return OWNER.sql(sql).query(String.class).list();
  }

  private static <T> T as(Audience audience, Supplier<T> what) {
    try (Audience.Bound bound = Audience.bind(audience)) {
      return what.get();
    }
  }
}
