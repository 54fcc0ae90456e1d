package org.greensward.land.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greensward.importing.ImportFixture.geoJson;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.greensward.database.TestStore;
import org.greensward.importing.ImportFixture;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.MergeCounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many parcels are cut by the program where it may, by the database where it must: all the same.
 */
class ParcelBulkInsertTest {
  private static final int PARCELS = 840;
  private static final double SAME = 1e-6;

  @TempDir static Path folder;

  /** All parcels loaded at once, by either; tests read them and change nothing. */
  private static final ImportFixture BY_TRIGGERS = ImportFixture.of(TestStore.ofPlainUser());

  private static final ImportFixture BY_PROGRAM = ImportFixture.empty();
  private static ImportReport expected;
  private static ImportReport report;

  @BeforeAll
  static void loadAllParcels() {
    expected = load(BY_TRIGGERS, PARCELS);
    report = load(BY_PROGRAM, PARCELS);
  }

  @Test
  void theProgramCutsAsTheTriggersDo() {
    ImportFixture inTwoSteps = ImportFixture.empty();
    assertThat(ParcelBulkInsert.isAllowed(new JdbcTemplate(BY_TRIGGERS.dataSource()))).isFalse();
    assertThat(ParcelBulkInsert.isAllowed(new JdbcTemplate(BY_PROGRAM.dataSource()))).isTrue();
    load(inTwoSteps, PARCELS / 5);
    importLand(inTwoSteps, PARCELS);

    assertThat(report.counts()).isEqualTo(expected.counts());
    assertThat(report.faultCounts()).isEqualTo(expected.faultCounts());
    assertThat(report.remarks()).isEqualTo(expected.remarks());
    Map<String, Piece> pieces = pieces(BY_TRIGGERS);
    assertThat(pieces).hasSizeGreaterThan(PARCELS);
    assertSame(pieces, pieces(BY_PROGRAM));
    assertSame(pieces, pieces(inTwoSteps));
    Map<String, Double> overlaps = overlaps(BY_TRIGGERS);
    assertThat(overlaps).hasSizeGreaterThan(PARCELS / 20);
    assertSameAreas(overlaps, overlaps(BY_PROGRAM));
    assertSameAreas(overlaps, overlaps(inTwoSteps));
  }

  /** An edit can leave boundaries that overlap; the lower code goes first. */
  @Test
  void overlappingParishesTakeTheirPartsInTheOrderOfTheirCodes() {
    ImportFixture store = ImportFixture.empty();
    load(store, 0);
    store
        .jdbc()
        .sql(
            """
            INSERT INTO parish (code, name, geom, edition_id)
            SELECT 'E0400000' || n, 'over', ST_Multi(ST_Buffer(ST_Centroid(geom), 70 + n, 5)),
                   edition_id
            FROM (SELECT *, row_number() OVER (ORDER BY code) AS n FROM parish) p WHERE n < 4\
            """)
        .update();
    importLand(store, PARCELS);
    assertThat(
            store.texts(
                """
                SELECT coalesce(l.reference, 'none ' || x.land_id)
                FROM land l CROSS JOIN LATERAL cut_parcel(l) cut
                FULL JOIN piece x ON x.land_id = cut.land_id
                  AND x.parish_id IS NOT DISTINCT FROM cut.parish_id
                WHERE x.land_id IS NULL OR cut.land_id IS NULL
                  OR abs(x.drawn - cut.drawn) > 1e-6 OR abs(x.quantity - cut.quantity) > 1e-6
                  OR ST_Area(ST_SymDifference(coalesce(x.geom, l.geom), cut.geom)) > 1e-6\
                """))
        .isEmpty();
  }

  @Test
  void partsSumToTheirParcel() {
    assertThat(
            BY_PROGRAM.texts(
                """
                SELECT l.reference FROM land l LEFT JOIN piece x ON x.land_id = l.id
                GROUP BY l.id HAVING abs(coalesce(sum(x.quantity), -1) - l.quantity) > 1e-9\
                """))
        .isEmpty();
  }

  /** Its triggers are off while parcels are added; the revision grows and nobody stays behind. */
  @Test
  void everythingElseIsAsTheTriggersLeaveIt() {
    ImportFixture store = ImportFixture.empty();
    String revision = "SELECT revision FROM layer_revision WHERE layer = 'land'";
    load(store, 0);
    long before = store.value(revision, Long.class);
    importLand(store, PARCELS);
    assertThat(store.value(revision, Long.class)).isEqualTo(before + 1);
    assertThat(store.value("SELECT count(*) FROM changed_land", Long.class)).isZero();
    assertThat(
            store.value(
                "SELECT count(*) FROM layer_change WHERE layer = 'land' AND revision = "
                    + (before + 1),
                Long.class))
        .isPositive();
    assertThat(store.texts("SELECT day FROM change_date ORDER BY 1"))
        .contains("2015-04-01", "2018-04-01");
    ImportReport again = importLand(store, PARCELS);
    assertThat(again.mainCounts()).isEqualTo(new MergeCounts(0, 0, 0, PARCELS));
    assertThat(store.value(revision, Long.class)).isEqualTo(before + 1);
  }

  /** What is told of the change: at which zooms, where, and on which dates it can be seen. */
  @Test
  void theProgramTellsOfTheChangeAsTheTriggersDo() {
    String places =
        """
        SELECT concat_ws(' ', revision, from_zoom, to_zoom, round(west), round(south), round(east),
                         round(north))
        FROM layer_change WHERE layer = 'land'
          AND revision = (SELECT revision FROM layer_revision WHERE layer = 'land')
        ORDER BY 1\
        """;
    assertThat(BY_TRIGGERS.texts(places)).hasSizeGreaterThan(1);
    assertThat(BY_PROGRAM.texts(places)).isEqualTo(BY_TRIGGERS.texts(places));
    String dates = "SELECT day FROM change_date ORDER BY 1";
    assertThat(BY_PROGRAM.texts(dates)).isEqualTo(BY_TRIGGERS.texts(dates));
  }

  private static ImportReport load(ImportFixture store, int parcels) {
    NastyLand land = new NastyLand();
    store.run("parishes", geoJson(folder, "parishes.geojson", land.parishes()));
    store
        .jdbc()
        .sql(
            """
            WITH p AS (INSERT INTO party (kind, name) VALUES ('contractor', 'C') RETURNING id),
            k AS (INSERT INTO contract (code, title, contractor_id, term, straddle, basis)
                  SELECT s, s, id, '[2014-01-01,)', s, 'documented'
                  FROM p, unnest(ARRAY['split', 'majority']) s RETURNING id, code)
            INSERT INTO lot (contract_id, code, name) SELECT id, code, code FROM k\
            """)
        .update();
    return parcels == 0 ? null : importLand(store, parcels);
  }

  private static ImportReport importLand(ImportFixture store, int parcels) {
    String[] all = new NastyLand().parcels(PARCELS);
    return store.run("land", geoJson(folder, "land.geojson", Arrays.copyOf(all, parcels)));
  }

  private record Piece(double drawn, double quantity, Geometry shape) {}

  /** Pieces by parcel and parish. */
  private static Map<String, Piece> pieces(ImportFixture store) {
    Map<String, Piece> pieces = new TreeMap<>();
    store
        .jdbc()
        .sql(
            """
            SELECT l.reference || ' ' || coalesce(p.code, '-') AS key, x.drawn, x.quantity,
                   ST_AsBinary(coalesce(x.geom, l.geom)) AS shape
            FROM piece x JOIN land l ON l.id = x.land_id LEFT JOIN parish p ON p.id = x.parish_id\
            """)
        .query(
            row -> {
              pieces.put(
                  row.getString("key"),
                  new Piece(
                      row.getDouble("drawn"),
                      row.getDouble("quantity"),
                      read(row.getBytes("shape"))));
            });
    return pieces;
  }

  private static Map<String, Double> overlaps(ImportFixture store) {
    Map<String, Double> overlaps = new TreeMap<>();
    store
        .jdbc()
        .sql(
            """
            SELECT least(a.reference, b.reference) || ' ' || greatest(a.reference, b.reference), area_m2
            FROM land_overlap o JOIN land a ON a.id = o.land_a JOIN land b ON b.id = o.land_b\
            """)
        .query(
            row -> {
              overlaps.put(row.getString(1), row.getDouble(2));
            });
    return overlaps;
  }

  private static void assertSame(Map<String, Piece> expected, Map<String, Piece> actual) {
    assertThat(inOne(expected.keySet(), actual.keySet())).isEmpty();
    expected.forEach(
        (key, piece) -> {
          Piece other = actual.get(key);
          assertThat(other.drawn).as(key).isCloseTo(piece.drawn, within(SAME));
          assertThat(other.quantity).as(key).isCloseTo(piece.quantity, within(SAME));
          Geometry apart =
              OverlayNGRobust.overlay(other.shape, piece.shape, OverlayNG.SYMDIFFERENCE);
          assertThat(apart.getArea()).as(key).isLessThan(SAME);
        });
  }

  private static void assertSameAreas(Map<String, Double> expected, Map<String, Double> actual) {
    assertThat(inOne(expected.keySet(), actual.keySet())).isEmpty();
    expected.forEach(
        (key, area) -> assertThat(actual.get(key)).as(key).isCloseTo(area, within(SAME)));
  }

  /** What is in one of two sets and not in the other: {@code -} missing, {@code +} not expected. */
  private static List<String> inOne(Set<String> expected, Set<String> actual) {
    return Stream.concat(
            expected.stream().filter(key -> !actual.contains(key)).map(key -> "- " + key),
            actual.stream().filter(key -> !expected.contains(key)).map(key -> "+ " + key))
        .toList();
  }

  private static Geometry read(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
