package org.greensward.security.gisrole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.greensward.error.UserException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a GIS role sees, edits and can't, kept by the database: by SQL under such roles. */
class GisRoleRuleTest {
  private static final String SQUARE =
      "MULTIPOLYGON(((480000 240000,480000 240010,480010 240010,480010 240000,480000 240000)))";
  private static final TestStore store = TestStore.empty();
  private static final StoreFixture db = StoreFixture.in(store);
  private static final JdbcClient owner = db.jdbc();
  private static final GisRoleService roles = new GisRoleService(store.connection());
  private static final List<Connection> open = new ArrayList<>();
  private static JdbcClient officer;
  private static JdbcClient council;
  private static JdbcClient reader;
  private static JdbcClient ofAccount;

  @BeforeAll
  static void somePeople() throws SQLException {
    db.parish(
        "E04000001",
        "POLYGON((480000 240000,480000 240100,480100 240100,480100 240000,480000 240000))");
    db.parish(
        "E04000002",
        "POLYGON((480100 240000,480100 240100,480200 240100,480200 240000,480100 240000))");
    db.council("Olney Town Council", "E04000001");
    db.council("Lavendon Parish Council", "E04000002");
    db.party("trust", "Parks Trust");
    db.party("contractor", "Serco");
    db.contract("2014-N", "Serco", "[2014-04-01,2030-04-01)");
    for (String slug : List.of("olney-town-council", "lavendon-parish-council")) {
      owner
          .sql(
              "SELECT claim_status(c.id, v.id, 'devolved', '[2019-04-01,)', NULL, 'documented',"
                  + " NULL, NULL, now() + interval '1 day') FROM council c, service v WHERE c.slug"
                  + " = ?")
          .param(slug)
          .query(Long.class)
          .single();
    }
    owner
        .sql(
            "INSERT INTO account (email, name, role, title)"
                + " VALUES ('gis@example.org', 'Ann', 'officer', 'GIS officer')")
        .update();
    officer = enter(new GisRole.Draft("rule_officer", null, null, false, null));
    council = enter(new GisRole.Draft("rule_council", null, "olney-town-council", false, null));
    reader = enter(new GisRole.Draft("rule_reader", null, null, true, null));
    ofAccount = enter(new GisRole.Draft("rule_account", "gis@example.org", null, false, null));
  }

  private static JdbcClient enter(GisRole.Draft draft) throws SQLException {
    GisRole.Made made = roles.add(draft);
    Connection connection = store.open(made.login(), made.password());
    open.add(connection);
    return JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  @AfterAll
  static void dropAll() throws SQLException {
    for (Connection connection : open) {
      connection.close();
    }
    roles.list().forEach(role -> roles.drop(role.name()));
  }

  @BeforeEach
  void oneParcel() {
    boolean asItWas =
        owner
            .sql(
                "SELECT coalesce(string_agg(reference || coalesce(name, '') || ST_XMin(geom), ','),"
                    + " '') = 'G1480090' AND bool_and(upper_inf(valid)) FROM land")
            .query(Boolean.class)
            .single();
    if (asItWas) {
      return;
    }
    owner.sql("DELETE FROM land").update();
    db.land(
        "G1",
        "amenity grass",
        null,
        "POLYGON((480090 240010,480090 240020,480110 240020,480110 240010,480090 240010))");
  }

  @Test
  void anOfficersRoleAddsLandWithNamesInPlaceOfIds() {
    var added =
        officer
            .sql(
                """
                INSERT INTO greensward_gis.land_areas (asset_type, owner, lot, geom)
                VALUES ('Amenity Grass', 'parks trust', '2014-n', ST_GeomFromText(?, 27700))
                RETURNING id, reference, asset_type, unit, quantity, basis, valid_from
                """)
            .param(SQUARE)
            .query()
            .singleRow();
    assertThat(added)
        .containsEntry("reference", "G2")
        .containsEntry("asset_type", "amenity grass")
        .containsEntry("unit", "m2")
        .containsEntry("quantity", 100.0)
        .containsEntry("basis", "documented");
    assertThat(db.pieces("G2")).containsExactly("E04000001 100.000 100.000");
    assertThat(
            owner
                .sql(
                    "SELECT GeometryType(l.geom) || ' ' || p.name || ' ' || lot.code FROM land l"
                        + " JOIN party p ON p.id = l.owner_id JOIN lot ON lot.id = l.lot_id"
                        + " WHERE l.reference = 'G2'")
                .query(String.class)
                .single())
        .isEqualTo("POLYGON Parks Trust 2014-N");
  }

  @Test
  void anEditIsWrittenDownAndRaisesTheRevision() {
    long revision = revision();
    ofAccount.sql("SET app.reason = 'surveyed'").update();
    ofAccount
        .sql(
            "UPDATE greensward_gis.land_areas SET geom = ST_Translate(geom, -10, 0), name = 'Green'"
                + " WHERE reference = 'G1'")
        .update();
    assertThat(db.pieces("G1")).containsExactly("E04000001 200.000 200.000");
    assertThat(revision()).isGreaterThan(revision);
    assertThat(lastEntry())
        .containsEntry("database_role", "greensward_gis_rule_account")
        .containsEntry("account_id", owner.sql("SELECT id FROM account").query(Long.class).single())
        .containsEntry("action", "update")
        .containsEntry("reason", "surveyed")
        .containsEntry("source", "desktop GIS")
        .containsEntry("before", null)
        .containsEntry("after", "Green")
        .containsEntry("address", "127.0.0.1/32");
  }

  @Test
  void whatIsDeletedEnds() {
    officer.sql("DELETE FROM greensward_gis.land_areas").update();
    assertThat(
            officer
                .sql("SELECT count(*) FROM greensward_gis.land_areas")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            officer
                .sql("SELECT valid_to FROM greensward_gis.land_ended")
                .query(LocalDate.class)
                .single())
        .isEqualTo(owner.sql("SELECT working_date()").query(LocalDate.class).single());
    officer
        .sql(
            "INSERT INTO greensward_gis.land_areas (reference, asset_type, geom) VALUES ('NEW',"
                + " 'pitch', ST_GeomFromText(?, 27700))")
        .param(SQUARE)
        .update();
    officer.sql("DELETE FROM greensward_gis.land_areas").update();
    assertThat(owner.sql("SELECT reference FROM land").query(String.class).list())
        .containsExactly("G1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "asset_type = 'lawn'          | There is no asset type \"lawn\"; the known are: amenity"
            + " grass, ",
        "owner = 'Park Trust'         | There is no owner \"Park Trust\"; the known parties are:"
            + " Parks Trust, ",
        "lot = '2014'                 | There is no lot \"2014\"; the known are: 2014-N.",
        "regime = 'AG9'               | There is no regime \"AG9\"; the known are: none.",
        "asset_type = 'hedge'         | This asset type is counted in metres: draw a line, in"
            + " land_lines.",
        "reference = 'G9'             | A parcel keeps its reference and its id.",
        "quantity = 5                 | Unit and quantity follow from the asset type and the shape",
        "measured = 'NaN'             | What was measured is a number from 0 up",
        "basis = 'guess'              | The basis is documented or illustrative, not \"guess\".",
        "valid_from = '2018-01-02', valid_to = '2018-01-01' | An end has to lie after its"
            + " beginning",
        "geom = ST_Translate(geom, 900000, 0)   | The shape reaches to 1380090 E 240010 N, outside"
            + " England",
        "geom = ST_Scale(geom, 'POINT(0.01 1)'::geometry) | outside England",
        "geom = 'SRID=27700;MULTIPOLYGON(((480000 240000,480010 240010,480010 240000,480000"
            + " 240010,480000 240000)))' | The outline is not right near 480005 E 240005 N"
            + " (self-intersection).",
        "geom = NULL                  | Draw the shape first."
      })
  void whatIsWrongIsToldInASentence(String change, String said) {
    assertThatThrownBy(() -> officer.sql("UPDATE greensward_gis.land_areas SET " + change).update())
        .rootCause()
        .hasMessageContaining("ERROR: ")
        .hasMessageContaining(said);
    assertThat(db.pieces("G1")).hasSize(2);
  }

  @Test
  void whoIsNoOfficerEditsNothingAndIsToldWhy() {
    for (String write :
        List.of(
            "UPDATE greensward_gis.land_areas SET name = 'x'",
            "DELETE FROM greensward_gis.land_areas",
            "INSERT INTO greensward_gis.land_areas (asset_type) VALUES ('pitch')")) {
      refused(council, write, "Councils propose changes");
      refused(reader, write, "This role reads only");
    }
  }

  @Test
  void eachSeesWhatItsAudienceSees() {
    String confidential = "SELECT count(*) FROM greensward_gis.statuses WHERE confidential";
    assertThat(count(officer, confidential)).isEqualTo(2);
    assertThat(count(reader, confidential)).isEqualTo(2);
    assertThat(count(ofAccount, confidential)).isEqualTo(2);
    assertThat(count(council, confidential)).isOne();
    assertThat(
            council.sql("SELECT council FROM greensward_gis.statuses").query(String.class).list())
        .containsExactly("Olney Town Council");
    for (String view :
        List.of(
            "asset_types",
            "contracts",
            "councils",
            "forums",
            "land_areas",
            "land_ended",
            "land_lines",
            "land_points",
            "lots",
            "parishes",
            "parties",
            "pieces",
            "regimes",
            "wards")) {
      assertThat(count(council, "SELECT count(*) FROM greensward_gis." + view))
          .isEqualTo(count(officer, "SELECT count(*) FROM greensward_gis." + view));
    }
  }

  /** A GIS speaks SQL: nothing that can be said in it makes it see or do more. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET app.audience = 'officer'",
        "SET app.audience = 'administrator'",
        "SET app.account = '1'",
        "SET row_security = on",
        "SET search_path = pg_temp, greensward, public",
        "SET ROLE greensward_gis",
        "CREATE TEMPORARY TABLE gis_role AS SELECT 'greensward_gis_rule_council' AS role_name,"
            + " 'officer' AS kind, NULL::bigint AS account_id, false AS read_only",
        "CREATE TEMPORARY TABLE account AS SELECT 1 AS id, 'officer' AS role, NULL AS ended_at",
        "CREATE FUNCTION pg_temp.audience_is(kind text) RETURNS boolean LANGUAGE sql AS 'SELECT"
            + " true'"
      })
  void nothingThatIsSaidGainsAnything(String said) {
    council.sql(said).update();
    assertThat(
            count(council, "SELECT count(*) FROM greensward.status WHERE published_from > now()"))
        .isOne();
    assertThat(count(council, "SELECT count(*) FROM greensward.gis_role")).isZero();
    assertThat(count(council, "SELECT count(*) FROM greensward.audit")).isZero();
    refused(council, "UPDATE greensward_gis.land_areas SET name = 'x'", "Councils propose changes");
    council.sql("RESET ALL").update();
    council.sql("RESET ROLE").update();
    council.sql("DISCARD TEMP").update();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET ROLE greensward",
        "SET ROLE greensward_signed_in",
        "SET ROLE greensward_gis_rule_reader",
        "SET SESSION AUTHORIZATION greensward",
        "UPDATE greensward.land SET name = 'x'",
        "INSERT INTO greensward.gis_role (name, role_name, kind) VALUES ('a', 'a', 'officer')",
        "DELETE FROM greensward.audit",
        "TRUNCATE greensward.land",
        "UPDATE greensward_gis.parishes SET name = 'x'",
        "SELECT greensward.account_link_give(1, '', '1 day', false)",
        "SELECT greensward.audit_note('sign-in', 'account')",
        "SELECT * FROM greensward.account_secret",
        "CREATE TABLE greensward.mine (id int)",
        "CREATE TABLE greensward_gis.mine (id int)",
        "CREATE TABLE public.mine (id int)",
        "SET session_replication_role = replica",
        "ALTER VIEW greensward_gis.land_areas SET (security_invoker = false)"
      })
  void whatIsNotMeantIsDenied(String said) {
    for (JdbcClient any : List.of(officer, council)) {
      assertThatThrownBy(() -> any.sql(said).update())
          .rootCause()
          .hasMessageMatching("(?s).*(permission denied|must be owner|cannot update view).*");
    }
  }

  /** Neither a session's settings nor its own tables keep an edit out of the trail. */
  @Test
  void everyEditIsWrittenDown() {
    officer.sql("SET app.bulk = 'on'").update();
    officer.sql("SET app.address = '8.8.8.8'").update();
    officer.sql("SET app.key = 'of somebody'").update();
    officer.sql("SET app.account = '77'").update();
    officer.sql("CREATE TEMPORARY TABLE audit (LIKE greensward.audit)").update();
    officer.sql("CREATE TEMPORARY TABLE land (LIKE greensward.land)").update();
    officer.sql("SET search_path = pg_temp, greensward, public").update();
    officer
        .sql("UPDATE greensward_gis.land_areas SET name = 'Written' WHERE reference = 'G1'")
        .update();
    officer.sql("DISCARD ALL").update();
    assertThat(lastEntry())
        .containsEntry("after", "Written")
        .containsEntry("account_id", null)
        .containsEntry("source", "desktop GIS")
        .containsEntry("address", "127.0.0.1/32")
        .containsEntry("database_role", "greensward_gis_rule_officer");
  }

  @Test
  void withTheAccountEndsWhatItsRoleMay() {
    try {
      owner.sql("UPDATE account SET ended_at = now()").update();
      refused(
          ofAccount, "UPDATE greensward_gis.land_areas SET name = 'x'", "its account has ended");
      assertThat(
              count(
                  ofAccount, "SELECT count(*) FROM greensward.status WHERE published_from > now()"))
          .isZero();
      assertThat(roles.list())
          .anyMatch(role -> role.name().equals("rule_account") && role.audience().equals("nobody"));
    } finally {
      owner.sql("UPDATE account SET ended_at = NULL").update();
    }
  }

  @Test
  void aRoleThatIsDroppedIsPutOutAndStaysOut() throws SQLException {
    GisRole.Made made = roles.add(new GisRole.Draft("rule_leaves", null, null, false, null));
    assertThatThrownBy(() -> roles.add(new GisRole.Draft("rule_leaves", null, null, false, null)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("There is a GIS role called rule_leaves already");
    try (Connection connection = store.open(made.login(), made.password())) {
      connection.createStatement().execute("SELECT lo_create(0)");
      roles.drop("rule_leaves");
      assertThatThrownBy(() -> connection.createStatement().execute("SELECT 1"))
          .hasMessageContaining("terminating connection");
    }
    assertThatThrownBy(() -> store.open(made.login(), made.password()))
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> roles.drop("rule_leaves"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("There is no GIS role called rule_leaves");
  }

  @Test
  void whatCanNotBeMadeIsRefusedInASentence() {
    assertThatThrownBy(() -> roles.add(new GisRole.Draft("Ann Reed", null, null, false, null)))
        .hasMessageContaining("Ann Reed is not one.");
    assertThatThrownBy(() -> roles.add(new GisRole.Draft("a", null, "atlantis", false, null)))
        .hasMessage("There is no council called atlantis.");
    assertThatThrownBy(() -> roles.add(new GisRole.Draft("a", "no@example.org", null, false, null)))
        .hasMessage("No account in use has the address no@example.org.");
    GisRole.Made made = roles.add(new GisRole.Draft("rule_maker", null, null, false, null));
    GisRoleService ofPlainUser =
        new GisRoleService(store.connection(made.login(), made.password()));
    assertThatThrownBy(() -> ofPlainUser.add(new GisRole.Draft("a", null, null, false, null)))
        .isInstanceOf(UserException.class)
        .hasMessageMatching(
            "The user \\S+ of GREENSWARD_DATABASE_URL may not make or end roles;.*CREATEROLE.*");
  }

  /** What runs as the owner finds the owner's tables, and only the program calls it. */
  @Test
  void nothingIsLeftOpen() {
    assertThat(
            owner
                .sql(
                    """
                    SELECT relname FROM pg_class WHERE relnamespace = 'greensward'::regnamespace
                      AND relkind IN ('r', 'v', 'm', 'p') AND has_table_privilege('greensward_gis', oid,
                        'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                    """)
                .query(String.class)
                .list())
        .isEmpty();
    assertThat(
            owner
                .sql(
                    """
                    SELECT proname FROM pg_proc
                    WHERE pronamespace = 'greensward'::regnamespace AND prosecdef
                      AND prosqlbody IS NULL
                      AND (NOT coalesce(proconfig::text LIKE '%search_path=greensward, public, pg_temp"%', false)
                        OR prorettype <> 'trigger'::regtype
                          AND has_function_privilege('greensward_gis', oid, 'EXECUTE'))
                    """)
                .query(String.class)
                .list())
        .isEmpty();
    assertThat(
            owner
                .sql(
                    "SELECT relname FROM pg_class WHERE relnamespace ="
                        + " 'greensward_gis'::regnamespace AND NOT coalesce(reloptions::text LIKE"
                        + " '%security_invoker=true%', false)")
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void aBoxOfLandIsLookedUpInTheIndex() {
    owner
        .sql(
            """
            INSERT INTO land (reference, asset_type, unit, geom)
            SELECT 'P' || n, 'tree', 'item', ST_SetSRID(ST_MakePoint(480000 + n % 50 * 4, 240000 + n / 50 * 2), 27700)
            FROM generate_series(1, 2000) n
            """)
        .update();
    owner.sql("ANALYZE land").update();
    assertThat(
            String.join(
                "\n",
                officer
                    .sql(
                        "EXPLAIN SELECT id, geom FROM greensward_gis.land_points WHERE geom &&"
                            + " ST_MakeEnvelope(480000, 240000, 480009, 240009, 27700)")
                    .query(String.class)
                    .list()))
        .contains("land_gis_points");
  }

  private static void refused(JdbcClient who, String write, String said) {
    assertThatThrownBy(() -> who.sql(write).update()).rootCause().hasMessageContaining(said);
  }

  private static long count(JdbcClient who, String query) {
    return who.sql(query).query(Long.class).single();
  }

  private static long revision() {
    return count(owner, "SELECT revision FROM layer_revision WHERE layer = 'land'");
  }

  private static Map<String, Object> lastEntry() {
    return owner
        .sql(
            """
            SELECT a.account_id, a.database_role, a.action, a.reason, a.source,
                   a.before ->> 'name' AS before, a.after ->> 'name' AS after, o.address::text
            FROM audit a LEFT JOIN audit_origin o USING (transaction_id)
            WHERE a.subject = 'land' ORDER BY a.id DESC LIMIT 1
            """)
        .query()
        .singleRow();
  }
}
