package org.greensward.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.greensward.DemonstrationApp;
import org.greensward.database.Audience;
import org.greensward.database.StoreConnection;
import org.greensward.security.account.AccountRole;
import org.greensward.security.gisrole.GisRole;
import org.greensward.security.gisrole.GisRoleService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Every table, asked by SQL as every audience: docs/access.md says what each sees. */
class AccessTablesTest {
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();
  private static final JdbcClient ASKING = DemonstrationApp.bean(JdbcClient.class);
  private static final Map<String, Audience> AUDIENCES = new HashMap<>();

  /** Which rows are public, and which are of a council, where the table has no column for it. */
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "status", "published_from <= now()",
          "rate", "published_from <= now()",
          "event", "audience = 'public'",
          "agreement",
              "EXISTS (SELECT FROM status s WHERE s.id = status_id AND published_from <= now())",
          "agreement_cover",
              "EXISTS (SELECT FROM agreement g JOIN status s ON s.id = g.status_id"
                  + " WHERE g.id = agreement_id AND published_from <= now())");

  private static final Map<String, String> OF_COUNCIL =
      Map.of(
          "event",
          "audience = 'council' AND council_id = %d",
          "proposal_step",
          "EXISTS (SELECT FROM proposal p WHERE p.id = proposal_id AND p.council_id = %d)",
          "agreement",
          "EXISTS (SELECT FROM status s WHERE s.id = status_id AND s.council_id = %d)",
          "agreement_cover",
          "EXISTS (SELECT FROM agreement g JOIN status s ON s.id = g.status_id"
              + " WHERE g.id = agreement_id AND s.council_id = %d)");

  /** Roles of a GIS, by SQL of their own, and which column of the document is theirs. */
  private static final Map<String, JdbcClient> GIS = new HashMap<>();

  private static final List<Connection> OPEN = new ArrayList<>();
  private static final GisRoleService ROLES = DemonstrationApp.bean(GisRoleService.class);

  private static AccessSamples samples;

  @BeforeAll
  static void rowsOfEverybody() throws SQLException {
    TestAccounts people = new TestAccounts(OWNER, DemonstrationApp.address());
    people.account("its@example.org", AccountRole.COUNCIL, "Clerk", AccessSamples.COUNCIL);
    people.account("another@example.org", AccountRole.COUNCIL, "Clerk", AccessSamples.ANOTHER);
    people.account("matrix-officer@example.org", AccountRole.OFFICER, "Landscape officer");
    people.account("matrix-admin@example.org", AccountRole.ADMINISTRATOR, "IT");
    samples = AccessSamples.make(OWNER);
    GIS.put("officer", gis("matrix_officer", "matrix-officer@example.org"));
    GIS.put("its council", gis("matrix_its", "its@example.org"));
    AUDIENCES.put("public", Audience.PUBLIC);
    AUDIENCES.put("its council", audience(Audience.Kind.COUNCIL, "its", AccessSamples.COUNCIL));
    AUDIENCES.put(
        "another council", audience(Audience.Kind.COUNCIL, "another", AccessSamples.ANOTHER));
    AUDIENCES.put("officer", audience(Audience.Kind.OFFICER, "matrix-officer", null));
    AUDIENCES.put("administrator", audience(Audience.Kind.ADMINISTRATOR, "matrix-admin", null));
  }

  @AfterAll
  static void putBack() throws SQLException {
    for (Connection connection : OPEN) {
      connection.close();
    }
    ROLES.list().forEach(role -> ROLES.drop(role.name()));
    samples.remove();
  }

  private static JdbcClient gis(String name, String account) throws SQLException {
    GisRole.Made made = ROLES.add(new GisRole.Draft(name, account, null, false, null));
    Connection connection =
        DriverManager.getConnection(
            DemonstrationApp.bean(StoreConnection.class).jdbcUrl(), made.login(), made.password());
    OPEN.add(connection);
    return JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  private static Audience audience(Audience.Kind kind, String email, String council) {
    long account =
        OWNER
            .sql("SELECT id FROM account WHERE email = ?")
            .param(email + "@example.org")
            .query(Long.class)
            .single();
    return new Audience(kind, council == null ? List.of() : List.of(id(council)), account, null);
  }

  private static long id(String council) {
    return OWNER
        .sql("SELECT id FROM council WHERE slug = ?")
        .param(council)
        .query(Long.class)
        .single();
  }

  @Test
  void everyTableIsInTheDocument() {
    Set<String> there =
        new TreeSet<>(
            OWNER
                .sql(
                    """
                    SELECT relname FROM pg_class
                    WHERE relnamespace = 'greensward'::regnamespace AND relkind IN ('r', 'v', 'm', 'p')
                    """)
                .query(String.class)
                .list());
    Set<String> documented = new TreeSet<>();
    AccessDocument.read("Tables").forEach(line -> documented.add(line.name()));
    assertThat(documented).isEqualTo(there);
  }

  @Test
  void everyAudienceSeesWhatTheDocumentSays() {
    assertSoftly(
        softly -> {
          for (AccessDocument.Line line : AccessDocument.read("Tables")) {
            line.words()
                .forEach(
                    (audience, word) ->
                        softly
                            .assertThat(seen(line.name(), AUDIENCES.get(audience)))
                            .as(audience + " of " + line.name())
                            .isEqualTo(expected(line.name(), word, AUDIENCES.get(audience))));
          }
        });
  }

  @Test
  void aGisRoleSeesWhatTheDocumentSaysOfItsAudience() {
    assertSoftly(
        softly -> {
          for (AccessDocument.Line line : AccessDocument.read("Tables")) {
            GIS.forEach(
                (audience, jdbc) ->
                    softly
                        .assertThat(counted(jdbc, line.name()))
                        .as("a GIS role of " + audience + " of " + line.name())
                        .isEqualTo(
                            expected(
                                line.name(), line.words().get(audience), AUDIENCES.get(audience))));
          }
        });
  }

  @Test
  void aGisRoleWritesThroughViewsOnly() {
    assertThat(
            tablesWhere(
                "has_table_privilege('greensward_gis', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE,"
                    + " REFERENCES, TRIGGER')"))
        .isEmpty();
  }

  /** What is hidden has to be there, or nothing is shown by not seeing it. */
  @Test
  void whatIsHiddenIsThere() {
    assertSoftly(
        softly ->
            AccessDocument.read("Tables").stream()
                .filter(line -> !line.words().get("public").equals("all"))
                .filter(line -> !line.name().endsWith("_history"))
                .filter(line -> !line.name().equals("changed_land"))
                .forEach(
                    line ->
                        softly
                            .assertThat(count(OWNER, line.name(), "true"))
                            .as("rows of " + line.name())
                            .isPositive()));
  }

  /** A view would ask as its owner, whom no policy holds back, unless it says otherwise. */
  @Test
  void viewsAskAsWhoeverAsksThem() {
    assertThat(
            OWNER
                .sql(
                    """
                    SELECT relname FROM pg_class
                    WHERE relnamespace = 'greensward'::regnamespace AND relkind = 'v'
                      AND NOT coalesce(reloptions::text LIKE '%security_invoker=true%', false)
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void thePublicWritesNothingAndNobodyWritesUnchecked() {
    assertThat(
            tablesWhere(
                "has_table_privilege('greensward_public', c.oid, 'INSERT, UPDATE, DELETE')"))
        .isEmpty();
    assertThat(
            tablesWhere(
                """
                has_table_privilege('greensward_signed_in', c.oid, 'INSERT, UPDATE, DELETE')
                AND NOT relrowsecurity
                AND NOT EXISTS (SELECT FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid
                                WHERE t.tgrelid = c.oid AND f.proname = 'officers_only')
                """))
        .isEmpty();
    assertThat(
            tablesWhere(
                """
                has_table_privilege('greensward_signed_in', c.oid, 'TRUNCATE, REFERENCES, TRIGGER')
                OR pg_get_userbyid(relowner) <> 'greensward'
                """))
        .isEmpty();
  }

  private static List<String> tablesWhere(String condition) {
    return OWNER
        .sql(
            "SELECT relname FROM pg_class c WHERE relnamespace = 'greensward'::regnamespace"
                + " AND relkind = 'r' AND ("
                + condition
                + ")")
        .query(String.class)
        .list();
  }

  private static long seen(String table, Audience audience) {
    try (Audience.Bound bound = Audience.bind(audience)) {
      return counted(ASKING, table);
    }
  }

  private static long counted(JdbcClient asking, String table) {
    try {
      return asking.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    } catch (DataAccessException e) {
      if (String.valueOf(e.getMostSpecificCause().getMessage()).contains("permission denied")) {
        return 0;
      }
      throw e;
    }
  }

  private static long expected(String table, String word, Audience audience) {
    String condition =
        switch (word) {
          case "all" -> "true";
          case "none" -> "false";
          case "me" -> (table.equals("account") ? "id = " : "account_id = ") + audience.account();
          case "published" -> PUBLISHED.get(table);
          case "own" ->
              PUBLISHED.getOrDefault(table, "false")
                  + " OR "
                  + OF_COUNCIL
                      .getOrDefault(table, "council_id = %d")
                      .formatted(audience.councils().get(0));
          default -> throw new IllegalArgumentException("docs/access.md says " + word);
        };
    return count(OWNER, table, condition);
  }

  private static long count(JdbcClient jdbc, String table, String condition) {
    return jdbc.sql("SELECT count(*) FROM " + table + " WHERE " + condition)
        .query(Long.class)
        .single();
  }
}
