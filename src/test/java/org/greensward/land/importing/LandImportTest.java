package org.greensward.land.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.importing.ImportFixture.GIS_DATA;
import static org.greensward.importing.ImportFixture.feature;
import static org.greensward.importing.ImportFixture.geoJson;
import static org.greensward.importing.ImportFixture.square;

import java.nio.file.Path;
import java.util.List;
import org.greensward.importing.ImportFixture;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.MergeCounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parcels; two parishes of 1 km side by side at 480000 240000, in EPSG:27700. */
class LandImportTest {
  private static final String BOW_TIE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[480500,240500],[480520,240520],[480520,240500],"
          + "[480500,240520],[480500,240500]]]}";

  private ImportFixture store;
  @TempDir Path folder;

  @BeforeEach
  void twoParishes() {
    store = ImportFixture.empty();
    store.run(
        "parishes",
        geoJson(
            folder,
            "p.geojson",
            feature("\"code\":\"E04000001\",\"name\":\"West\"", square(480000, 240000, 1000)),
            feature("\"code\":\"E04000002\",\"name\":\"East\"", square(481000, 240000, 1000))));
  }

  @Test
  void parcelsComeWithPartiesAndPieces() {
    ImportReport report =
        importLand(
            land(
                "A",
                "Amenity Grass",
                square(480990, 240000, 20),
                "\"owner\":\"The Trust\",\"owner_kind\":\"trust\",\"maintainer\":\"the trust\","
                    + "\"quantity\":440,\"from\":\"2014-04-01\",\"to\":\"01/04/2020\",\"name\":\"Green\""),
            land(
                "T",
                "tree",
                "{\"type\":\"Point\",\"coordinates\":[480010,240010]}",
                "\"owner\":\"Someone\""));
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(2, 0, 0, 0));
    assertThat(report.listFaults(ImportFaultKind.NEW_PARTY))
        .extracting(ImportFault::sentence)
        .containsExactly("Someone is added, of kind other", "The Trust is added, of kind trust");
    assertThat(
            store.texts(
                "SELECT l.reference || ' ' || coalesce(p.code, '-') || ' ' || x.quantity FROM piece"
                    + " x JOIN land l ON l.id = x.land_id LEFT JOIN parish p ON p.id = x.parish_id"
                    + " ORDER BY 1"))
        .containsExactly("A E04000001 220", "A E04000002 220", "T E04000001 1");
    assertThat(
            store.texts(
                "SELECT valid || ' ' || measured || ' ' || drawn || ' ' || (owner_id ="
                    + " maintainer_id) FROM land WHERE reference = 'A'"))
        .containsExactly("[2014-04-01,2020-04-01) 440 400 true");
    assertThat(report.listFaults(ImportFaultKind.MEASURED_OFF))
        .extracting(ImportFault::key)
        .containsExactly("A");
  }

  @Test
  void aSecondFileChangesAddsAndEnds() {
    importLand(pitch("A", 480100), pitch("B", 480200), pitch("C", 480300));
    String same = "SELECT id || ' ' || xmin FROM land WHERE reference = 'A'";
    List<String> before = store.texts(same);
    ImportReport report = importLand(pitch("A", 480100), pitch("B", 480210), pitch("D", 480400));
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(1, 1, 1, 1));
    assertThat(store.texts(same)).isEqualTo(before);
    assertThat(store.texts("SELECT reference FROM land_history ORDER BY 1"))
        .containsExactly("B", "C");
    assertThat(store.texts("SELECT reference FROM land ORDER BY 1")).containsExactly("A", "B", "D");
  }

  @Test
  void duplicatesAreTakenOnceAndInvalidShapesRepaired() {
    ImportReport report =
        importLand(
            pitch("A", 480100),
            pitch("A", 480100),
            pitch("A", 480100),
            land("B", "pitch", BOW_TIE, "\"name\":null"));
    assertThat(report.mainCounts().added()).isEqualTo(2);
    assertThat(report.listFaults(ImportFaultKind.DUPLICATE))
        .extracting(ImportFault::sentence)
        .containsExactly("row 2 repeats A", "row 3 repeats A");
    assertThat(report.listFaults(ImportFaultKind.INVALID_GEOMETRY))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.key()).isEqualTo("B");
              assertThat(fault.sentence()).contains("self-intersection", "is 200.0 m2");
            });
    assertThat(store.value("SELECT bool_and(ST_IsValid(geom)) FROM land", Boolean.class)).isTrue();
  }

  @Test
  void overlapsAndParcelsOutsideAreReported() {
    ImportReport report =
        importLand(
            pitch("A", 480100), pitch("B", 480105), pitch("out", 490000), pitch("half", 481995));
    assertThat(report.listFaults(ImportFaultKind.OUTSIDE))
        .extracting(ImportFault::key)
        .containsExactly("out");
    assertThat(report.listFaults(ImportFaultKind.LAND_OVERLAP))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.sentence()).isEqualTo("A and B overlap by 50.00 m2");
              assertThat(fault.areaM2()).isEqualTo(50);
              assertThat(fault.easting()).isEqualTo(480107.5);
            });
    assertThat(report.remarks())
        .contains(
            "1 parcel lies in part outside every parish.",
            "Where parcels overlap, 50 m2 are counted twice.");
  }

  @Test
  void theDemonstrationsLandAgainTouchesNothing() {
    ImportFixture demonstration = ImportFixture.demonstration();
    var before = demonstration.fingerprint();
    ImportReport report = demonstration.run("land", GIS_DATA.resolve("land.gpkg"));
    assertThat(report.mainCounts().unchanged()).isEqualTo(report.features());
    var after = demonstration.fingerprint();
    before.remove("edition");
    after.remove("edition");
    assertThat(after).isEqualTo(before);
  }

  private ImportReport importLand(String... features) {
    return store.run("land", geoJson(folder, "land.geojson", features));
  }

  /** A pitch of 10 by 10 m. */
  private static String pitch(String reference, double x) {
    return land(reference, "pitch", square(x, 240100, 10), "\"name\":null");
  }

  private static String land(
      String reference, String assetType, String geometry, String properties) {
    return feature(
        "\"reference\":\"%s\",\"asset_type\":\"%s\",%s".formatted(reference, assetType, properties),
        geometry);
  }
}
