package org.greensward.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.greensward.importing.ImportFixture.GIS_DATA;
import static org.greensward.importing.ImportFixture.feature;
import static org.greensward.importing.ImportFixture.file;
import static org.greensward.importing.ImportFixture.geoJson;
import static org.greensward.importing.ImportFixture.square;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.greensward.error.UserException;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.ImportRequest;
import org.greensward.layer.importing.MergeCounts;
import org.greensward.layer.importing.ProgressListener;
import org.greensward.layer.importing.ReadOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import refuses, on a store with the demonstration, which must stay as it was. */
class ImportRefusalTest {
  private static ImportFixture store;
  private Map<String, String> before;
  @TempDir Path folder;

  @BeforeAll
  static void load() {
    store = ImportFixture.demonstration();
  }

  @BeforeEach
  void remember() {
    before = store.fingerprint();
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(store.fingerprint()).isEqualTo(before);
  }

  @Test
  void filesThatAreNotWhatTheySay() throws IOException {
    refused("parishes", file(folder, "text.shp", "This is a letter."), "text.shp");
    byte[] zip = Files.readAllBytes(GIS_DATA.resolve("parishes.zip"));
    Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(zip, zip.length / 2));
    refused("parishes", half, "half.zip");
    refused("parishes", zipWithout(".dbf"), ".dbf");
    refused("parishes", folder.resolve("nowhere.zip"), "nowhere.zip");
  }

  @Test
  void aShapefileWithoutItsCoordinateSystemUnlessTold() throws IOException {
    Path file = zipWithout(".prj");
    refused("parishes", file, "--crs");
    ImportRequest told =
        ImportRequest.of("parishes", file)
            .withOptions(new ReadOptions("EPSG:27700", null, null, null))
            .asDryRun();
    ImportReport report = store.imports().run(told, ProgressListener.NONE);
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(0, 0, 0, 51));
  }

  @Test
  void degreesThatAreSaidToBeMetres() {
    refused(
        "parishes",
        geoJson(folder, "degrees.geojson", parish("E04012175", square(-0.8, 52.0, 0.1))),
        "degrees.geojson");
  }

  @Test
  void aLayerThatThereIsNot() {
    refused("hedges", GIS_DATA.resolve("land.gpkg"), "parishes, councils, statuses");
  }

  @Test
  void columnsThatAreMissingOrMappedToNothing() {
    Path file = file(folder, "c.csv", "title,kind,gss_codes", "A,parish council,E04012175");
    refused("councils", file, "no column for name", "title, kind, gss_codes", "--map name=COLUMN");
    UserException refusal = refusedWith(file, Map.of("name", "label"));
    assertThat(refusal).hasMessageContaining("has no column label");
    refusal = refusedWith(file, Map.of("colour", "title"));
    assertThat(refusal).hasMessageContaining("no column of councils");
  }

  private UserException refusedWith(Path file, Map<String, String> mapping) {
    ImportRequest request = ImportRequest.of("councils", file).withMapping(mapping);
    return catchThrowableOfType(
        UserException.class, () -> store.imports().run(request, ProgressListener.NONE));
  }

  @Test
  void filesOfTheWrongShape() {
    refused("parishes", GIS_DATA.resolve("councils.csv"), "without geometry");
    refused("parishes", GIS_DATA.resolve("land.gpkg"), "--layer: areas, lines, points");
    refused("statuses", file(folder, "s.csv", "council,status,from"), "s.csv");
  }

  @Test
  void parishesThatCannotBe() {
    Path file =
        geoJson(
            folder,
            "p.geojson",
            parish("E0400012", square(480000, 240000, 100)),
            parish("E04000001", "null"),
            parish("E04000002", "{\"type\":\"Point\",\"coordinates\":[480000,240000]}"),
            feature("\"code\":null", square(480000, 240000, 100)));
    UserException refusal = refused("parishes", file, "4 faults");
    assertThat(refusal.details())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("row 1: code E0400012 is not an ONS code"),
            line -> assertThat(line).isEqualTo("row 2: it has no geometry"),
            line -> assertThat(line).isEqualTo("row 3: its geometry is a Point, not a polygon"),
            line -> assertThat(line).isEqualTo("row 4: code is empty"));
  }

  @Test
  void dataOfAnotherAuthority() {
    refused(
        "parishes",
        geoJson(folder, "p.geojson", parish("E04000001", square(380000, 240000, 100))),
        "./greensward up --empty --data DIR");
    refused(
        "land",
        geoJson(folder, "l.geojson", land("X1", "pitch", square(380000, 240000, 100))),
        "./greensward up --empty --data DIR");
  }

  @Test
  void councilsThatCannotBe() {
    Path file =
        file(
            folder,
            "c.csv",
            "name,kind,gss_codes,lon,lat,basis",
            "One Parish Council,parish council,E04012175 E04999999,-0.8,52,",
            "Two Parish Council,parish council,E04012175,52,-0.8,",
            "Three City Council,city council,E04001244,,,hearsay",
            "one parish council,parish council,E04012176,-0.8,,",
            ",parish council,,,,");
    assertThat(refused("councils", file, "9 faults").details())
        .containsExactly(
            "row 1: code E04999999 is no parish of the store; import parishes first",
            "rows 1 and 2: both councils have E04012175",
            "rows 1 and 4: both are one parish council",
            "row 2: lon 52, lat -0.8 is not in Great Britain, in degrees (WGS84)",
            "row 3: kind city council is not known; it is one of parish council, town council,"
                + " community council, parish meeting",
            "row 3: basis hearsay is not known; it is one of documented, illustrative",
            "row 4: lon and lat go together, and one is missing",
            "row 5: name is empty",
            "row 5: gss_codes is empty");
    Path other = file(folder, "o.csv", "name,kind,gss_codes", "New,parish council,E04012175");
    assertThat(refused("councils", other, "o.csv").details())
        .containsExactly(
            "row 1: code E04012175 belongs to Abbey Hill Parish Council, which is not in the file");
  }

  @Test
  void statusesThatCannotBe() {
    Path file =
        file(
            folder,
            "s.csv",
            "council,status,from,to,arrangement,basis,service",
            "Olney Town Council,devolved,2014-04-01,,,documented,",
            "OLNEY TOWN COUNCIL,interested,2013-01-01,2014-04-02,,,",
            "Nowhere Parish Council,none,2014-01-01,,,,",
            "Lavendon Parish Council,none,2018-02-30,,,,",
            "Emberton Parish Council,none,2018-03-01,2018-03-01,,,",
            "Sherington Parish Council,taken,01/04/2014,,gift,rumour,lighting",
            "Hanslope Parish Council,none,,,,,");
    assertThat(refused("statuses", file, "9 faults").details())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "rows 1 and 2: the statuses of Olney Town Council on landscaping overlap in"
                            + " time: interested from 2013-01-01 to 2014-04-02, and devolved from"
                            + " 2014-04-01"),
            line -> assertThat(line).contains("row 3: council Nowhere Parish Council is not known"),
            line -> assertThat(line).isEqualTo("row 4: from 2018-02-30 is not a date"),
            line ->
                assertThat(line).isEqualTo("row 5: from 2018-03-01 is not before to 2018-03-01"),
            line -> assertThat(line).contains("row 6: service lighting is not known"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "row 6: status taken is not known; it is one of devolved, interested, none,"
                            + " unknown"),
            line -> assertThat(line).contains("row 6: arrangement gift", "grant-funded, agency"),
            line -> assertThat(line).contains("row 6: basis rumour"),
            line -> assertThat(line).isEqualTo("row 7: from is empty"));
  }

  @Test
  void forumsThatCannotBe() {
    Path file =
        file(
            folder,
            "f.csv",
            "name,kind,councils,dormant",
            "A,choir,Olney Town Council; Nowhere Parish Council,perhaps");
    assertThat(refused("forums", file, "3 faults").details())
        .containsExactly(
            "row 1: kind choir is not known; it is one of ward forum, local area forum, parishes"
                + " forum, advisory group",
            "row 1: dormant perhaps is neither yes nor no",
            "row 1: councils Nowhere Parish Council is not known; import councils first");
  }

  @Test
  void contractsAndRatesThatCannotBe() {
    Path contracts =
        file(
            folder,
            "k.csv",
            "contract,title,contractor,from,last_day,extension_last_day,lot",
            "2030,New,Serco,2030-04-01,2029-03-31,,A",
            "2030,Newer,Serco,2030-04-01,2029-03-31,,A",
            "2031,Other,Serco,2030-04-01,2031-03-31,2031-01-01,2014-N");
    assertThat(refused("contracts", contracts, "4 faults").details())
        .containsExactly(
            "row 1: last_day 2029-03-31 is before from 2030-04-01",
            "rows 1 and 2: the same contract with title New and Newer",
            "rows 1 and 2: both are lot A",
            "row 3: extension_last_day 2031-01-01 is not after last_day");
    Path rates =
        file(
            folder,
            "r.csv",
            "contract,lot,regime,asset_type,visits,season,rate_gbp,unit,from,to",
            "2014,2014-N,Z1,amenity grass,13,02-30/10-31,0.1,m,2014-11-03,",
            "2014,2014-N,Z1,Amenity Grass,14,02-30/10-31,x,m2,2015-11-03,",
            "2014,9999-N,Z2,lawn,13,,-1,m2,2014-11-03,");
    assertThat(refused("rates", rates, "8 faults").details())
        .containsExactly(
            "row 1: unit m is not that of amenity grass, which is m2",
            "row 1: season 02-30/10-31 is not two days of the year such as 03-15/10-31",
            "rows 1 and 2: regime Z1 with visits 13 and 14",
            "rows 1 and 2: the rates of 2014-N, Z1 overlap in time",
            "row 2: rate_gbp x is not a number",
            "row 3: lot 9999-N is not known in contract 2014",
            "row 3: asset_type lawn is not known",
            "row 3: rate_gbp -1 is not between 0 and 1000000");
  }

  @Test
  void landWithUnknownValuesEachListedOnce() {
    Path file =
        geoJson(
            folder,
            "l.geojson",
            land("X1", "GAM", square(480000, 240000, 100)),
            land("X2", "GAM", square(481000, 240000, 100)),
            feature(
                "\"reference\":\"X3\",\"asset_type\":\"Pitch\",\"lot\":\"9\",\"unit\":\"m\"",
                square(482000, 240000, 100)),
            feature(
                "\"reference\":\"X4\",\"asset_type\":\"pitch\",\"lot\":\"2014-N\",\"regime\":\"Q\"",
                square(483000, 240000, 100)));
    assertThat(refused("land", file, "l.geojson").details())
        .containsExactly(
            "unit m for pitch, whose unit is m2 (1 row)",
            "unknown asset_type GAM (2 rows)",
            "unknown lot 9 (1 row)",
            "unknown regime Q in the contract of lot 2014-N (1 row)");
  }

  @Test
  void landThatCannotBe() {
    String line = "{\"type\":\"LineString\",\"coordinates\":[[480000,240000],[480100,240000]]}";
    Path file =
        geoJson(
            folder,
            "l.geojson",
            land("X1", "pitch", "null"),
            land("X2", "pitch", line),
            feature(
                "\"reference\":\"X3\",\"asset_type\":\"hedge\",\"from\":\"2018-02-30\",\"quantity\":\"-3\"",
                line),
            land("X4", "pitch", square(480000, 240000, 100)),
            land("X4", "pitch", square(480000, 240000, 200)));
    assertThat(refused("land", file, "3 faults").details())
        .containsExactly(
            "row 1: it has no geometry",
            "row 2: its geometry is a LineString, but pitch is measured in m2",
            "row 3: quantity -3 is not a number from 0 up; from 2018-02-30 is not a date");
    Path twice =
        geoJson(
            folder,
            "t.geojson",
            land("X4", "pitch", square(480000, 240000, 100)),
            land("X4", "pitch", square(480000, 240000, 200)));
    assertThat(refused("land", twice, "t.geojson").details())
        .containsExactly("rows 1 and 2: both have reference X4, but they differ");
  }

  @Test
  void aBackgroundWithNothingToDraw() {
    refused(
        "context",
        geoJson(folder, "contours.geojson", feature("\"a\":1", square(480000, 240000, 9))),
        "contours");
  }

  private UserException refused(String layer, Path file, String... parts) {
    UserException refusal = catchThrowableOfType(UserException.class, () -> store.run(layer, file));
    assertThat(refusal).as(layer + " " + file.getFileName()).isNotNull();
    assertThat(refusal.getMessage()).contains(parts);
    return refusal;
  }

  private Path zipWithout(String ending) throws IOException {
    Path file = folder.resolve("without" + ending + ".zip");
    try (InputStream in = Files.newInputStream(GIS_DATA.resolve("parishes.zip"));
        ZipInputStream from = new ZipInputStream(in);
        OutputStream out = Files.newOutputStream(file);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        if (!entry.getName().endsWith(ending)) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          from.transferTo(to);
        }
      }
    }
    return file;
  }

  private static String parish(String code, String geometry) {
    return feature("\"code\":\"%s\"".formatted(code), geometry);
  }

  private static String land(String reference, String assetType, String geometry) {
    return feature(
        "\"reference\":\"%s\",\"asset_type\":\"%s\"".formatted(reference, assetType), geometry);
  }
}
