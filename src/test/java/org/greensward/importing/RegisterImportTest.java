package org.greensward.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greensward.importing.ImportFixture.GIS_DATA;
import static org.greensward.importing.ImportFixture.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.greensward.error.UserException;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.ImportRequest;
import org.greensward.layer.importing.MergeCounts;
import org.greensward.layer.importing.ProgressListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Councils, statuses, forums, contracts and rates, imported again into those of the demonstration.
 */
class RegisterImportTest {
  private static final String STATUS_HEADING = "council,service,status,from,to,arrangement,basis";

  private ImportFixture store;
  @TempDir Path folder;

  @BeforeEach
  void register() {
    store = ImportFixture.register();
  }

  @Test
  void aDryRunReportsAndChangesNothing() {
    Path file = file(folder, "s.csv", STATUS_HEADING, "Olney Town Council,,none,2014-04-01,,,");
    var before = store.fingerprint();
    ImportReport report = store.dryRun("statuses", file);
    assertThat(report.dryRun()).isTrue();
    assertThat(report.edition()).isNull();
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(0, 1, 78, 0));
    assertThat(store.fingerprint()).isEqualTo(before);
  }

  @Test
  void theSameFilesAgainTouchNothingButTheListOfEditions() {
    var before = store.fingerprint();
    for (String layer : List.of("councils", "statuses", "forums", "contracts", "rates")) {
      ImportReport report = store.run(layer, GIS_DATA.resolve(layer + ".csv"));
      assertThat(report.counts().values())
          .allSatisfy(
              counts -> assertThat(counts.added() + counts.changed() + counts.ended()).isZero());
    }
    var after = store.fingerprint();
    assertThat(after.remove("edition")).isNotEqualTo(before.remove("edition"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aStatusRegisterReplacesThePreviousOneWhichIsKept() {
    Path file =
        file(
            folder,
            "s.csv",
            STATUS_HEADING,
            "olney town council,Landscaping,Devolved,01/04/2014,2018-04-01,Agency,",
            "Olney Town Council,landscaping,none,2018-04-01,,,illustrative");
    ImportReport report = store.run("statuses", file);
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(1, 1, 78, 0));
    assertThat(
            store.texts(
                "SELECT status || ' ' || valid || ' ' || coalesce(arrangement, '-') || ' ' || basis"
                    + " FROM status ORDER BY valid"))
        .containsExactly(
            "devolved [2014-04-01,2018-04-01) agency documented",
            "none [2018-04-01,) - illustrative");
    assertThat(store.texts("SELECT term::text FROM agreement"))
        .containsExactly("[2014-04-01,2018-04-01)");
    assertThat(
            store.value(
                "SELECT count(*) FROM status_history WHERE replaced_by = " + report.edition(),
                Integer.class))
        .isEqualTo(79);
  }

  @Test
  void aTermThatAnOfficerGaveAnAgreementStays() {
    store
        .jdbc()
        .sql(
            """
            UPDATE agreement SET term = '[2014-04-01,2020-01-01)'
            WHERE status_id IN (SELECT s.id FROM status s JOIN council c ON c.id = s.council_id
                                WHERE c.name = 'Olney Town Council' AND s.status = 'devolved')
            """)
        .update();
    store.run(
        "statuses",
        file(
            folder,
            "s.csv",
            STATUS_HEADING,
            "Olney Town Council,landscaping,devolved,2014-04-01,2018-04-01,Agency,"));
    assertThat(store.texts("SELECT term::text FROM agreement"))
        .containsExactly("[2014-04-01,2020-01-01)");
  }

  @Test
  void councilsAreChangedAndAddedButNeverTakenAway() {
    Path file =
        file(
            folder,
            "c.csv",
            "name,kind,gss_codes,wards,aliases,lon,lat,note",
            "Olney Town Council,town council,E04001268,Olney; Riverside,\"Olney \"\"TC\"\"; Olney"
                + " Town\",-0.7,52.15,a remark");
    ImportReport report = store.run("councils", file);
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(0, 1, 0, 0));
    assertThat(report.count(ImportFaultKind.NOT_IN_FILE)).isEqualTo(47);
    assertThat(store.value("SELECT count(*) FROM council", Integer.class)).isEqualTo(48);
    assertThat(
            store.texts(
                "SELECT unnest(y.aliases) FROM council c JOIN party y ON y.id = c.party_id WHERE"
                    + " c.name = 'Olney Town Council'"))
        .containsExactly("Olney \"TC\"", "Olney Town");
    assertThat(
            store.texts(
                "SELECT w.name FROM council c JOIN council_ward cw ON cw.council_id = c.id JOIN"
                    + " ward w ON w.id = cw.ward_id WHERE c.name = 'Olney Town Council' ORDER BY"
                    + " 1"))
        .containsExactly("Olney", "Riverside");
    assertThat(
            store.texts("SELECT note FROM council WHERE note IS NOT NULL AND slug LIKE 'olney%'"))
        .containsExactly("a remark");
  }

  @Test
  void aCouncilIsRenamedWithAllThatIsItsOwn() {
    String statuses =
        "SELECT string_agg(s.status, ' ' ORDER BY s.valid) FROM council c JOIN status s ON"
            + " s.council_id = c.id WHERE c.slug = ";
    String before = store.value(statuses + "'lavendon-parish-council'", String.class);
    Path file =
        file(
            folder,
            "c.csv",
            "name,kind,gss_codes,formerly,contact_role,contact_email",
            "Lavendon Town Council,town council,E04012187,Lavendon Parish"
                + " Council,Clerk,clerk@l.example");
    ImportReport report = store.run("councils", file);
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(0, 1, 0, 0));
    assertThat(store.value("SELECT count(*) FROM council", Integer.class)).isEqualTo(48);
    assertThat(store.value(statuses + "'lavendon-town-council'", String.class)).isEqualTo(before);
    assertThat(
            store.texts(
                "SELECT a.slug || ' ' || c.slug || ' ' || y.name || ' ' || y.contact_email FROM"
                    + " council_address a JOIN council c ON c.id = a.council_id JOIN party y ON"
                    + " y.id = c.party_id"))
        .containsExactly(
            "lavendon-parish-council lavendon-town-council Lavendon Town Council clerk@l.example");
    assertThat(store.run("councils", file).mainCounts()).isEqualTo(new MergeCounts(0, 0, 0, 1));
  }

  @Test
  void twoCouncilsBecomeOneOnADay() {
    Path file =
        file(
            folder,
            "c.csv",
            "name,kind,gss_codes,formerly,from",
            "Ouse Parish Council,parish council,E04012187 E04001253,"
                + "Lavendon Parish Council; Emberton Parish Council,2019-05-01");
    store.run("councils", file);
    assertThat(
            store.texts(
                "SELECT c.slug || ' ' || c.valid || ' ' || string_agg(cp.parish_code || cp.valid,"
                    + " ' ' ORDER BY parish_code) FROM council c JOIN council_parish cp ON"
                    + " cp.council_id = c.id WHERE cp.parish_code IN ('E04012187', 'E04001253')"
                    + " GROUP BY c.slug, c.valid ORDER BY c.slug"))
        .containsExactly(
            "emberton-parish-council (,2019-05-01) E04001253(,2019-05-01)",
            "lavendon-parish-council (,2019-05-01) E04012187(,2019-05-01)",
            "ouse-parish-council [2019-05-01,) E04001253[2019-05-01,) E04012187[2019-05-01,)");
    assertThat(
            store.texts(
                "SELECT o.slug || ' ' || s.since FROM council_succession s JOIN council o ON o.id ="
                    + " s.council_id ORDER BY 1"))
        .containsExactly(
            "emberton-parish-council 2019-05-01", "lavendon-parish-council 2019-05-01");
    assertThat(
            store.value(
                "SELECT count(*) FROM forum_council m JOIN council c ON c.id = m.council_id JOIN"
                    + " forum f ON f.id = m.forum_id WHERE c.slug = 'ouse-parish-council' AND"
                    + " f.slug = 'olney-ward-forum'",
                Integer.class))
        .isOne();
    var before = store.fingerprint();
    store.run("councils", file);
    var after = store.fingerprint();
    before.remove("edition");
    after.remove("edition");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void whatDoesNotFollowIsRefused() {
    Path file =
        file(
            folder,
            "c.csv",
            "name,kind,gss_codes,formerly,from,contact_email",
            "Ouse Parish Council,parish council,E04012187,Nowhere Parish Council,,",
            "Emberton Parish Council,parish council,E04001253,Olney Town Council; Lavendon Parish"
                + " Council,,",
            "Olney Town Council,town council,E04001268,,2019-05-01,clerk at olney");
    assertThatThrownBy(() -> store.run("councils", file))
        .isInstanceOfSatisfying(
            UserException.class,
            refusal ->
                assertThat(String.join("\n", refusal.details()))
                    .contains(
                        "formerly Nowhere Parish Council is no council of the store",
                        "it follows several councils; give the first day in from",
                        "from is the day from which it follows those named in formerly",
                        "contact_email clerk at olney is not an e-mail address",
                        "formerly names olney-town-council, which has a row of its own"));
  }

  @Test
  void twoCouncilsSwapTheirParishes() {
    Path file =
        file(
            folder,
            "c.csv",
            "name,kind,gss_codes",
            "Emberton Parish Council,parish council,E04012187",
            "Lavendon Parish Council,parish council,E04001253");
    ImportReport report = store.run("councils", file);
    assertThat(report.counts().get("parishes of councils")).isEqualTo(new MergeCounts(2, 0, 2, 0));
    assertThat(
            store.texts(
                "SELECT c.name || ' ' || parish_code FROM council_parish cp JOIN council c ON c.id"
                    + " = cp.council_id WHERE parish_code IN ('E04012187', 'E04001253') ORDER BY"
                    + " 1"))
        .containsExactly("Emberton Parish Council E04012187", "Lavendon Parish Council E04001253");
  }

  @Test
  void forumsFollowTheFile() {
    Path file =
        file(
            folder,
            "f.csv",
            "name,kind,councils,chair,dormant",
            "Olney Ward Forum,ward forum,Olney Town Council; Lavendon Parish Council,A. Chair,yes",
            "Parishes Assembly,parishes forum,*,,");
    ImportReport report = store.run("forums", file);
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(1, 1, 4, 0));
    assertThat(
            store.texts(
                "SELECT f.slug || ' ' || dormant || ' ' || count(*) FROM forum f JOIN forum_council"
                    + " fc ON fc.forum_id = f.id GROUP BY f.id ORDER BY 1"))
        .containsExactly("olney-ward-forum true 2", "parishes-assembly false 48");
    assertThat(store.value("SELECT count(*) FROM forum_council_history", Integer.class))
        .isGreaterThan(12);
  }

  @Test
  void contractsEndOnTheirLastDay() {
    Path file =
        file(
            folder,
            "k.csv",
            "contract,title,contractor,from,last_day,extension_last_day,straddle,lot,lot_name",
            "2020,After 2020,Green Gang,2020-04-01,2024-03-31,2026-03-31,majority,2020-A,All of"
                + " it");
    ImportReport report = store.run("contracts", file);
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(1, 0, 0, 0));
    assertThat(report.listFaults(ImportFaultKind.NOT_IN_FILE)).hasSize(5);
    assertThat(
            store.texts(
                "SELECT term || ' ' || extension_until || ' ' || straddle || ' ' || y.kind FROM"
                    + " contract k JOIN party y ON y.id = k.contractor_id WHERE code = '2020'"))
        .containsExactly("[2020-04-01,2024-04-01) 2026-04-01 majority contractor");
  }

  @Test
  void ratesAreReplacedAndRegimesKept() {
    Path file =
        file(
            folder,
            "r.csv",
            "contract,lot,regime,asset_type,visits,season,rate_gbp,unit,from,to",
            "2014,2014-N,AG1,amenity grass,12,03-15/10-31,0.04,m2,2014-11-03,2016-04-01",
            "2014,2014-N,AG1,Amenity grass,12,03-15/10-31,0.05,m2,2016-04-01,");
    ImportReport report = store.run("rates", file);
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(1, 1, 63, 0));
    assertThat(report.counts().get("regimes")).isEqualTo(new MergeCounts(0, 1, 0, 0));
    assertThat(store.texts("SELECT gbp || ' ' || valid FROM rate ORDER BY valid"))
        .containsExactly("0.0400 [2014-11-03,2016-04-01)", "0.0500 [2016-04-01,)");
    assertThat(store.texts("SELECT DISTINCT published_from::text FROM rate")).containsOnlyNulls();
  }

  @Test
  void oneImportRunsAtATime() throws SQLException {
    try (Connection other = store.dataSource().getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(ImportService.LOCK));
      assertThatThrownBy(() -> store.dryRun("forums", GIS_DATA.resolve("forums.csv")))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("Another import is running");
    }
    assertThat(store.dryRun("forums", GIS_DATA.resolve("forums.csv")).features()).isEqualTo(5);
  }

  @Test
  void theEditionSaysWhatWasImportedAndWhatWasFound() {
    ImportReport report =
        store
            .imports()
            .run(
                ImportRequest.of("forums", GIS_DATA.resolve("forums.csv"))
                    .withSource("the clerk", "OGL"),
                ProgressListener.NONE);
    assertThat(
            store.texts(
                "SELECT concat_ws(' ', layer, file_name, length(sha256), source, licence, features,"
                    + " report->'counts'->'forums'->>'unchanged') FROM edition WHERE id = "
                    + report.edition()))
        .containsExactly("forums forums.csv 64 the clerk OGL 5 5");
  }
}
