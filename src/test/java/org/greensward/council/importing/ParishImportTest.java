package org.greensward.council.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.importing.ImportFixture.feature;
import static org.greensward.importing.ImportFixture.geoJson;
import static org.greensward.importing.ImportFixture.square;

import java.nio.file.Path;
import java.util.List;
import org.greensward.RealFiles;
import org.greensward.importing.ImportFixture;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.MergeCounts;
import org.greensward.layer.importing.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Boundaries, good and bad; geometry is in EPSG:27700. */
class ParishImportTest {
  private static final String STONY_STRATFORD = "E04012192";
  private static final String EMBERTON = "E04001253";
  private static final String LAVENDON = "E04012187";

  @TempDir Path folder;

  @Test
  void plantedFaultsAreFoundAndNothingElseIs() {
    ImportFixture store = ImportFixture.register();
    ImportReport report = store.run("parishes", planted(store));

    assertThat(report.faultCounts().keySet())
        .containsExactlyInAnyOrder(
            ImportFaultKind.DUPLICATE,
            ImportFaultKind.MISSING_PARISH,
            ImportFaultKind.GAP_OPEN,
            ImportFaultKind.GAP_CLOSED,
            ImportFaultKind.OVERLAP);
    assertThat(report.listFaults(ImportFaultKind.DUPLICATE))
        .singleElement()
        .extracting(ImportFault::key)
        .isEqualTo(LAVENDON);
    assertThat(report.listFaults(ImportFaultKind.MISSING_PARISH))
        .singleElement()
        .extracting(ImportFault::sentence)
        .asString()
        .startsWith("E04001253 Emberton is not in the file, but Emberton Parish Council has it");
    double areaOfEmberton =
        store.value(
            "SELECT area_m2 FROM parish_history WHERE code = '" + EMBERTON + "'", Double.class);
    assertThat(report.listFaults(ImportFaultKind.GAP_OPEN)).hasSize(1);
    assertThat(report.listFaults(ImportFaultKind.GAP_OPEN).get(0).areaM2())
        .isCloseTo(areaOfEmberton, org.assertj.core.data.Offset.offset(1.0));
    assertThat(report.faults())
        .filteredOn(
            fault ->
                List.of(ImportFaultKind.OVERLAP, ImportFaultKind.GAP_CLOSED).contains(fault.kind()))
        .allSatisfy(fault -> assertThat(fault.key()).contains(STONY_STRATFORD));
    assertThat(report.faults())
        .allSatisfy(
            fault -> {
              assertThat(fault.easting()).isBetween(470_000.0, 500_000.0);
              assertThat(fault.areaM2()).isPositive();
            });
    assertValidCoverage(store);
    assertThat(store.value("SELECT count(*) FROM parish", Integer.class)).isEqualTo(50);
  }

  /** The demonstration's parishes, one of them 3 m off to the east, one missing, one twice. */
  private Path planted(ImportFixture store) {
    List<String> features =
        store.texts(
            """
            SELECT json_build_object('type', 'Feature',
                     'properties', json_build_object('PAR18CD', code, 'PAR18NM', name,
                                                     'BASIS', basis),
                     'geometry', ST_AsGeoJSON(
                       CASE code WHEN '%s' THEN ST_Translate(geom, 3, 0) ELSE geom END, 15, 0)::json
                   )::text
            FROM (SELECT * FROM parish UNION ALL SELECT * FROM parish WHERE code = '%s') p
            WHERE code <> '%s' ORDER BY code\
            """
                .formatted(STONY_STRATFORD, LAVENDON, EMBERTON));
    return geoJson(folder, "planted.geojson", features.toArray(String[]::new));
  }

  @Test
  void theSameFileAgainTouchesNothing() {
    ImportFixture store = ImportFixture.demonstration();
    String rows =
        "SELECT string_agg(xmin || ' ' || id, ',' ORDER BY id) FROM parish UNION ALL SELECT"
            + " string_agg(xmin || ' ' || land_id, ',' ORDER BY land_id) FROM piece UNION ALL"
            + " SELECT string_agg(layer || revision, ',' ORDER BY layer) FROM layer_revision";
    List<String> before = store.texts(rows);
    ImportReport report = store.run("parishes", ImportFixture.GIS_DATA.resolve("parishes.zip"));
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(0, 0, 0, 51));
    assertThat(store.texts(rows)).isEqualTo(before);
  }

  @Test
  void whatIsReplacedIsKeptWithTheEditionThatReplacedIt() {
    ImportFixture store = ImportFixture.empty();
    store.run(
        "parishes",
        geoJson(
            folder,
            "first.geojson",
            parish("E04000001", "West", square(1000, 0, 100)),
            parish("E04000002", "East", square(1100, 0, 100)),
            parish("E43000003", "Town", square(1200, 0, 100))));
    ImportReport second =
        store.run(
            "parishes",
            geoJson(
                folder,
                "second.geojson",
                parish("E04000001", "West", square(1000, 0, 100)),
                parish("E04000002", "Far East", square(1100, 0, 100)),
                parish("E04000004", "North", square(1000, 100, 100))));
    assertThat(second.mainCounts()).isEqualTo(new MergeCounts(1, 1, 1, 1));
    assertThat(store.texts("SELECT code || ' ' || name FROM parish ORDER BY code"))
        .containsExactly("E04000001 West", "E04000002 Far East", "E04000004 North");
    assertThat(
            store.texts(
                "SELECT code || ' ' || name || ' ' || kind FROM parish_history WHERE replaced_by ="
                    + " (SELECT max(id) FROM edition) ORDER BY code"))
        .containsExactly("E04000002 East parish", "E43000003 Town unparished area");
    assertThat(second.listFaults(ImportFaultKind.ENDED_CODE))
        .extracting(ImportFault::key)
        .containsExactly("E43000003");
  }

  @Test
  void partsOfOneCodeAreUnitedAndNamesOfBoundaryLineAreShortened() {
    ImportFixture store = ImportFixture.empty();
    ImportReport report =
        store.run(
            "parishes",
            geoJson(
                folder,
                "parish_region.geojson",
                "{\"type\":\"Feature\",\"properties\":{\"NAME\":\"Olney"
                    + " CP\",\"CODE\":\"E04000001\"},\"geometry\":"
                    + square(1000, 0, 100)
                    + "}",
                "{\"type\":\"Feature\",\"properties\":{\"NAME\":\"Olney"
                    + " CP\",\"CODE\":\"E04000001\"},\"geometry\":"
                    + square(2000, 0, 100)
                    + "}",
                "{\"type\":\"Feature\",\"properties\":{\"NAME\":null,\"CODE\":\"E04000002\"},\"geometry\":"
                    + square(3000, 0, 100)
                    + "}"));
    assertThat(store.texts("SELECT name || ' ' || area_m2 FROM parish ORDER BY code"))
        .containsExactly("Olney 20000", "E04000002 10000");
    assertThat(report.count(ImportFaultKind.UNITED)).isEqualTo(1);
    assertThat(report.count(ImportFaultKind.NO_NAME)).isEqualTo(1);
  }

  @Test
  void invalidRingsAreRepairedAndReported() {
    ImportFixture store = ImportFixture.empty();
    String bowTie =
        "{\"type\":\"Polygon\",\"coordinates\":[[[1000,0],[1100,100],[1100,0],[1000,100],[1000,0]]]}";
    ImportReport report =
        store.run("parishes", geoJson(folder, "bow.geojson", parish("E04000001", "Bow", bowTie)));
    assertThat(report.listFaults(ImportFaultKind.INVALID_GEOMETRY))
        .singleElement()
        .extracting(ImportFault::sentence)
        .asString()
        .contains("E04000001 Bow", "Self-intersection");
    assertThat(store.value("SELECT ST_IsValid(geom) FROM parish", Boolean.class)).isTrue();
  }

  @Test
  void theNationalFileComesInWholeOrInPart() {
    Path file = RealFiles.get("parishes/england-wales-2020-simplified-27700-named.zip");
    ImportFixture store = ImportFixture.empty();
    ImportReport part =
        store.run("parishes", file, new ReadOptions(null, "PARNCP20CD LIKE 'E04012%'", null, null));
    assertThat(part.mainCounts().added()).isBetween(100L, 1000L);

    ImportReport whole = store.run("parishes", file);
    assertThat(whole.features()).isEqualTo(10_456);
    assertThat(
            store.texts("SELECT kind || ' ' || count(*) FROM parish GROUP BY kind ORDER BY kind"))
        .containsExactly("community 876", "parish 9363", "unparished area 217");
    assertThat(whole.count(ImportFaultKind.NO_NAME)).isEqualTo(273);
    assertThat(whole.count(ImportFaultKind.INVALID_GEOMETRY)).isEqualTo(1);
    assertThat(whole.count(ImportFaultKind.GAP_CLOSED)).isPositive();
    assertThat(whole.count(ImportFaultKind.UNREPAIRED)).isZero();
    assertValidCoverage(store);
  }

  private static String parish(String code, String name, String geometry) {
    return feature("\"code\":\"%s\",\"name\":\"%s\"".formatted(code, name), geometry);
  }

  private static void assertValidCoverage(ImportFixture store) {
    WKBReader reader = new WKBReader();
    Geometry[] parishes =
        store
            .jdbc()
            .sql("SELECT ST_AsBinary(geom) FROM parish ORDER BY code")
            .query(byte[].class)
            .stream()
            .map(
                bytes -> {
                  try {
                    return reader.read(bytes);
                  } catch (ParseException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toArray(Geometry[]::new);
    assertThat(CoverageValidator.isValid(parishes)).isTrue();
  }
}
