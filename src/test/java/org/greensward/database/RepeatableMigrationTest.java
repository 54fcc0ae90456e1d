package org.greensward.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The present definition of each function, procedure, trigger and view stands in one repeatable
 * migration ({@code R__<concern>.sql}). The catalogue tells what a file defines: the rows that it
 * writes get the number of its transaction, so definitions made by loops and procedures count too.
 */
class RepeatableMigrationTest {
  /** Up to this version numbered migrations held the definitions. */
  private static final int LAST_WITH_DEFINITIONS = 39;

  /**
   * What a later numbered migration states although a repeatable one defines it, as "V40 restates
   * function slug(text)", each with the reason. Only for a function whose results are stored, and
   * for what had to be dropped with another object, see decision 20.
   */
  private static final Set<String> STATED_EARLIER = Set.of();

  /**
   * Every store records the names of the files that it ran, and is refused where one is missing.
   */
  private static final List<String> FILES =
      List.of(
          "R__access.sql",
          "R__accounts.sql",
          "R__audit.sql",
          "R__councils.sql",
          "R__dates.sql",
          "R__engagement.sql",
          "R__gis_editing.sql",
          "R__gis_views.sql",
          "R__land.sql",
          "R__licences.sql",
          "R__proposals.sql",
          "R__revisions.sql",
          "R__search.sql",
          "R__statuses.sql");

  private static final String OBJECTS =
      """
      SELECT CASE prokind WHEN 'p' THEN 'procedure ' ELSE 'function ' END
               || p.oid::regprocedure AS name,
             p.oid || ' ' || p.xmin AS version,
             pg_get_function_arguments(p.oid) || ' ' || coalesce(pg_get_function_result(p.oid), '')
               AS signature,
             concat_ws(' ', pg_get_functiondef(p.oid), pg_get_userbyid(proowner),
                       (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(proacl) a)) AS text
      FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
      WHERE nspname IN ('greensward', 'greensward_gis')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      UNION ALL
      SELECT 'trigger ' || tgname || ' on ' || tgrelid::regclass, t.oid || ' ' || t.xmin,
             tgrelid || ' ' || tgfoid,
             concat_ws(' ', pg_get_triggerdef(t.oid), tgenabled)
      FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
      JOIN pg_namespace n ON n.oid = relnamespace
      WHERE nspname IN ('greensward', 'greensward_gis') AND NOT tgisinternal
      UNION ALL
      SELECT 'view ' || c.oid::regclass, r.oid || ' ' || r.xmin,
             (SELECT string_agg(attname || ' ' || atttypid::regtype, ', ' ORDER BY attnum)
              FROM pg_attribute WHERE attrelid = c.oid),
             concat_ws(' ', pg_get_viewdef(c.oid), reloptions, pg_get_userbyid(relowner),
               (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(relacl) a),
               (SELECT string_agg(concat_ws(' ', attname, pg_get_expr(adbin, adrelid)), ', '
                                  ORDER BY attnum)
                FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                WHERE attrelid = c.oid))
      FROM pg_class c JOIN pg_rewrite r ON r.ev_class = c.oid
      JOIN pg_namespace n ON n.oid = relnamespace
      WHERE nspname IN ('greensward', 'greensward_gis') AND relkind = 'v'
      """;

  private static TestStore landed;

  /** A store as the last version without repeatable migrations left it. */
  @BeforeAll
  static void storeOfTheLastVersionWithout(@TempDir Path folder) throws IOException {
    landed = TestStore.unmigrated();
    copy(folder, file -> version(file) <= LAST_WITH_DEFINITIONS);
    migrate(landed, folder);
  }

  @Test
  void eachFunctionTriggerAndViewIsDefinedInOneFile(@TempDir Path folder) throws IOException {
    TestStore store = TestStore.empty();
    Map<String, Set<String>> filesOf = new TreeMap<>();
    texts(store).keySet().forEach(name -> filesOf.put(name, new TreeSet<>()));
    for (String file : repeatable()) {
      Path alone = Files.createDirectory(folder.resolve(file));
      copy(alone, file::equals);
      Map<String, String> before = versions(store);
      run(store, alone);
      Map<String, String> after = versions(store);
      after.entrySet().removeAll(before.entrySet());
      after.keySet().forEach(name -> filesOf.get(name).add(file));
    }
    filesOf.values().removeIf(files -> files.size() == 1);
    assertThat(filesOf)
        .as("in no repeatable migration or in several: define each in one (decision 20)")
        .isEmpty();
  }

  @Test
  void noLaterNumberedMigrationRestatesOrLosesOne(@TempDir Path folder) throws IOException {
    TestStore store = TestStore.copyOf(landed);
    copy(folder, file -> version(file) <= LAST_WITH_DEFINITIONS);
    Set<String> faults = new TreeSet<>();
    for (String file : numbered()) {
      if (version(file) > LAST_WITH_DEFINITIONS) {
        copy(folder, file::equals);
        faultsOf(store, folder).forEach(fault -> faults.add("V" + version(file) + " " + fault));
      }
    }
    assertThat(faults)
        .as("change the definition in its repeatable migration instead (decision 20)")
        .isEqualTo(STATED_EARLIER);
  }

  @Test
  void aNumberedMigrationThatRestatesOrLosesOneIsFound(@TempDir Path folder) throws IOException {
    TestStore store = TestStore.copyOf(landed);
    copy(folder, file -> version(file) <= LAST_WITH_DEFINITIONS);
    Files.writeString(
        folder.resolve("V9999__restates.sql"),
        """
        CREATE OR REPLACE FUNCTION slug(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
        RETURN lower(name);
        DROP FUNCTION london_today();
        CREATE FUNCTION london_today() RETURNS date LANGUAGE sql STABLE RETURN current_date;
        CREATE OR REPLACE TRIGGER store_seen AFTER INSERT ON store
          FOR EACH STATEMENT EXECUTE FUNCTION note_store();
        CREATE TABLE orchard (id bigint PRIMARY KEY);
        CALL open_table('orchard', 'id');
        DROP FUNCTION proposal_reach();
        CREATE FUNCTION proposal_reach(council bigint) RETURNS integer LANGUAGE sql RETURN 250;
        DROP FUNCTION account_standing();
        CREATE FUNCTION account_standing() RETURNS bigint LANGUAGE sql RETURN 1;
        DROP VIEW greensward_gis.land_lines;
        CREATE VIEW greensward_gis.land_lines AS SELECT id FROM land;
        """);
    assertThat(faultsOf(store, folder))
        .containsExactly(
            "loses function proposal_reach()",
            "loses trigger land_lines_write on greensward_gis.land_lines",
            "restates function london_today()",
            "restates function slug(text)",
            "restates trigger store_seen on store");
  }

  @Test
  void aStoreOfTheLastVersionWithoutThemGetsTheDefinitionsOfANewOne() {
    TestStore older = TestStore.copyOf(landed);
    TestStore made = TestStore.empty();
    for (TestStore store : List.of(older, made)) {
      configuration(store).load().migrate();
      // As each start does: other tests may have made a GIS role in between.
      JdbcClient.create(store.dataSource()).sql("CALL open_to_gis()").update();
    }
    assertThat(texts(older)).isEqualTo(texts(made));
  }

  @Test
  void runningThemAgainChangesNothing(@TempDir Path folder) throws IOException {
    TestStore store = TestStore.empty();
    Map<String, String> before = texts(store);
    copy(folder, file -> file.startsWith("R"));
    assertThat(run(store, folder).migrationsExecuted).isEqualTo(repeatable().size());
    assertThat(texts(store)).isEqualTo(before);
  }

  @Test
  void theNextStartRunsNoneThatIsUnchanged() {
    assertThat(configuration(TestStore.empty()).load().migrate().migrationsExecuted).isZero();
  }

  @Test
  void filesKeepTheirNames() throws IOException {
    assertThat(repeatable()).isEqualTo(FILES);
  }

  /**
   * What the files of a folder do to objects that were there before: "restates" one whose signature
   * stays, or "loses" one of the present, which a store whose files are unchanged would miss.
   */
  private static Set<String> faultsOf(TestStore store, Path folder) {
    Map<String, String> versions = versions(store);
    Map<String, String> signatures = objects(store, "signature");
    migrate(store, folder);
    Map<String, String> versionsNow = versions(store);
    Map<String, String> signaturesNow = objects(store, "signature");
    Set<String> present = texts(TestStore.empty()).keySet();
    Set<String> faults = new TreeSet<>();
    versions.forEach(
        (name, version) -> {
          if (!versionsNow.containsKey(name)) {
            if (present.contains(name)) {
              faults.add("loses " + name);
            }
          } else if (!version.equals(versionsNow.get(name))
              && signatures.get(name).equals(signaturesNow.get(name))) {
            faults.add("restates " + name);
          }
        });
    return faults;
  }

  private static Map<String, String> versions(TestStore store) {
    return objects(store, "version");
  }

  private static Map<String, String> texts(TestStore store) {
    return objects(store, "text");
  }

  private static Map<String, String> objects(TestStore store, String column) {
    Map<String, String> objects = new TreeMap<>();
    RowCallbackHandler add = row -> objects.put(row.getString("name"), row.getString(column));
    JdbcClient.create(store.dataSource()).sql(OBJECTS).query(add);
    return objects;
  }

  private static void migrate(TestStore store, Path folder) {
    configuration(store).locations("filesystem:" + folder).load().migrate();
  }

  /** Runs files whether the store has run them or not. */
  private static MigrateResult run(TestStore store, Path folder) {
    return configuration(store)
        .locations("filesystem:" + folder)
        .table("again_" + folder.getFileName())
        .baselineOnMigrate(true)
        .load()
        .migrate();
  }

  private static FluentConfiguration configuration(TestStore store) {
    return Flyway.configure().dataSource(store.dataSource()).schemas("greensward");
  }

  /** Repeatable migrations have no version: they are above every number. */
  private static int version(String file) {
    return file.startsWith("V")
        ? Integer.parseInt(file.substring(1, file.indexOf('_')))
        : Integer.MAX_VALUE;
  }

  private static List<String> numbered() throws IOException {
    return files()
        .filter(file -> file.startsWith("V"))
        .sorted(Comparator.comparingInt(RepeatableMigrationTest::version))
        .toList();
  }

  private static List<String> repeatable() throws IOException {
    return files().filter(file -> file.startsWith("R")).sorted().toList();
  }

  private static Stream<String> files() throws IOException {
    return Stream.of(resources()).map(Resource::getFilename);
  }

  private static Resource[] resources() throws IOException {
    return new PathMatchingResourcePatternResolver()
        .getResources("classpath:db/migration/*__*.sql");
  }

  private static void copy(Path folder, Predicate<String> which) throws IOException {
    for (Resource file : resources()) {
      if (which.test(file.getFilename())) {
        Files.writeString(
            folder.resolve(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
      }
    }
  }
}
