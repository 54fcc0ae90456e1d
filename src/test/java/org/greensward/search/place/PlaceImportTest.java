package org.greensward.search.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greensward.importing.ImportFixture.feature;
import static org.greensward.importing.ImportFixture.file;
import static org.greensward.importing.ImportFixture.geoJson;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.greensward.RealFiles;
import org.greensward.error.UserException;
import org.greensward.importing.ImportFixture;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.MergeCounts;
import org.greensward.layer.importing.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Postcodes and places from files as their products have them. */
class PlaceImportTest {
  private static final String CODE_POINT =
      "\"%s\",%d,%d,%d,\"E92000001\",\"E19000002\",\"E18000009\",\"\",\"E06000042\",\"E05009406\"";
  private static final String OPEN_NAMES =
      "%s,http://data.example/id/%s,%s,,%s,,%s,%s,%d,%d,1000,25000,,,,,MK46,http://x,%s,http://x,"
          + "http://x,,,,%s,http://x,http://x,South East,http://x,England,http://x,,,";

  @TempDir Path folder;
  private final ImportFixture store = ImportFixture.empty();

  @Test
  void codePointOpenInManyFilesWithoutHeaders() throws IOException {
    Path zip =
        zip(
            "codepo_gb.zip",
            "Data/CSV/mk.csv",
            CODE_POINT.formatted("MK1 1AA", 10, 487550, 235487)
                + "\n"
                + CODE_POINT.formatted("MK1 1AB", 90, 0, 0),
            "Data/CSV/w.csv",
            CODE_POINT.formatted("W1A 0AX", 10, 528887, 181593),
            "Doc/licence.txt",
            "OGL",
            "Doc/Code-Point_Open_Column_Headers.csv",
            "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\nPostcode,Quality,E,N,C,R,L,CC,DC,WC");
    ImportReport report = store.run("postcodes", zip);
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(2, 0, 0, 0));
    assertThat(report.remarks())
        .contains("Left out, postcodes without a position: 1.")
        .anyMatch(remark -> remark.contains("its columns are those of Code-Point Open"));
    assertThat(postcodes())
        .containsExactly("MK11AA POINT(487550 235487)", "W1A0AX POINT(528887 181593)");

    ReadOptions oneDistrict =
        new ReadOptions(
            null, "Admin_district_code = 'E06000042' AND Postcode LIKE 'MK%'", null, null);
    report = store.run("postcodes", zip, oneDistrict);
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(0, 0, 1, 1));
    assertThat(store.texts("SELECT code FROM postcode_history")).containsExactly("W1A0AX");
    assertThat(store.texts("SELECT layer FROM edition WHERE id = (SELECT max(id) FROM edition)"))
        .containsExactly("postcodes");
  }

  @Test
  void thePostcodeDirectoryWithoutWhatHasEndedOrIsElsewhere() throws IOException {
    String header = "pcd,pcd2,pcds,dointr,doterm,oseast1m,osnrth1m,osgrdind,parish,lat,long\n";
    String mk = "MK464AA,MK46 4AA,MK46 4AA,198001,,489315,251313,1,E04001268,52.15,-0.69\n";
    Path zip =
        zip(
            "ONSPD.zip",
            "Data/ONSPD_NOV_2018_UK.csv",
            header
                + mk
                + "AB1 0AA,AB1  0AA,AB1 0AA,198001,199606,385386,801193,1,S99999999,57.1,-2.2\n"
                + "BT1 1AA,BT1  1AA,BT1 1AA,198001,,146000,530000,1,N99999999,54.6,-5.9\n"
                + "GY1 1AA,GY1  1AA,GY1 1AA,199401,,,,9,L99999999,99.9,0\n",
            "Data/multi_csv/ONSPD_NOV_2018_UK_MK.csv",
            header + mk,
            "Documents/Parish_names.csv",
            "PARNCP18CD,PARNCP18NM\nE04001268,Olney");
    ImportReport report = store.run("postcodes", zip);
    assertThat(postcodes()).containsExactly("MK464AA POINT(489315 251313)");
    assertThat(report.remarks())
        .contains(
            "Left out, postcodes outside Great Britain: 2.",
            "Left out, postcodes that have ended: 1.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MK46 4A,1,489315,251313,documented   | row 1: postcode MK46 4A is not written like one",
        ",1,489315,251313,documented          | row 1: postcode is empty",
        "MK46 4AA,1,here,251313,documented    | row 1: easting here, northing 251313 are not"
            + " numbers",
        "MK46 4AA,1,489315,,documented        | row 1: easting 489315, northing empty are not"
            + " numbers",
        "MK46 4AA,1,-489315,251313,documented | row 1: easting -489315, northing 251313 is not in"
            + " Great Britain",
        "MK46 4AA,1,489315,251313,true        | row 1: basis true is not known; it is one of"
            + " documented, illustrative",
        "MK46 4AB,1,489315,251313,            | row 2: postcode MK464AB is in row 1 too"
      })
  void rowsOfPostcodesThatCannotBeTakenAreListed(String row, String said) {
    var before = store.fingerprint();
    Path file =
        file(
            folder,
            "postcodes.csv",
            "postcode,quality,easting,northing,basis",
            row,
            "mk464ab,1,489315,251313,documented");
    refusal("postcodes", file)
        .hasMessageContaining("postcodes.csv has 1 row that cannot be taken")
        .satisfies(thrown -> assertThat(((UserException) thrown).details()).containsExactly(said));
    assertThat(store.fingerprint()).isEqualTo(before);
  }

  @Test
  void aFileWithoutAPositionSaysWhichColumnsAreMissing() {
    refusal("postcodes", file(folder, "p.csv", "postcode,x,northing", "MK46 4AA,1,2"))
        .hasMessageContaining("p.csv has no column for easting; say which they are with --map");
    refusal("places", file(folder, "q.csv", "name,kind", "Olney,town"))
        .hasMessageContaining("no column for easting and northing");
  }

  @Test
  void aFileWithNothingToTakeIsRefused() {
    refusal(
            "postcodes",
            file(folder, "p.csv", "postcode,easting,northing", "BT1 1AA,146000,530000"))
        .hasMessageContaining("no row that can be taken (postcodes outside Great Britain: 1)");
  }

  @Test
  void openNamesWithoutItsPostcodes() throws IOException {
    Path zip =
        zip(
            "opname_csv_gb.zip",
            "Data/SP84.csv",
            name("osgb1", "Olney", "", "populatedPlace", "Town", 489000, 251400, "Olney")
                + "\n"
                + name(
                    "osgb2",
                    "Market Place",
                    "",
                    "transportNetwork",
                    "Named Road",
                    488950,
                    251350,
                    "Olney")
                + "\n"
                + name("MK464AA", "MK46 4AA", "", "other", "Postcode", 489000, 251400, "Olney"),
            "Data/SH45.csv",
            "\ufeff"
                + name(
                    "osgb3", "Caernarfon", "Y Gaer", "populatedPlace", "Town", 248000, 362000, "")
                + "\n"
                + name("osgb4", "Great Ouse", "", "hydrography", "Stream", 489500, 251400, "Olney")
                + "\n"
                + name(
                    "osgb5",
                    "Olney First School",
                    "",
                    "other",
                    "First School",
                    489100,
                    251500,
                    "Olney"),
            "Doc/OS_Open_Names_Header.csv",
            "ID,NAMES_URI,NAME1");
    ImportReport report = store.run("places", zip);
    assertThat(report.mainCounts().added()).isEqualTo(5);
    assertThat(report.remarks())
        .anyMatch(remark -> remark.startsWith("Left out, postcodes, which"));
    assertThat(
            store.texts(
                "SELECT concat_ws('|', reference, name, other_name, kind, within) FROM place"
                    + " ORDER BY reference"))
        .containsExactly(
            "osgb1|Olney|town|Milton Keynes",
            "osgb2|Market Place|street|Olney, Milton Keynes",
            "osgb3|Caernarfon|Y Gaer|town|Milton Keynes",
            "osgb4|Great Ouse|water|Olney, Milton Keynes",
            "osgb5|Olney First School|building|Olney, Milton Keynes");
    assertThat(store.run("places", zip).mainCounts()).isEqualTo(new MergeCounts(0, 0, 0, 5));
  }

  @Test
  void placesAsPointsOfAGeoFile() {
    ImportReport report =
        store.run(
            "places",
            geoJson(
                folder,
                "named_place.geojson",
                feature(
                    "\"id\":\"a\",\"name1\":\"Olney\",\"type\":\"populatedPlace\",\"local_type\":\"Town\"",
                    "{\"type\":\"Point\",\"coordinates\":[489000,251400]}")));
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(1, 0, 0, 0));
    assertThat(store.texts("SELECT name || ' ' || kind || ' ' || ST_AsText(geom) FROM place"))
        .containsExactly("Olney town POINT(489000 251400)");
  }

  @Test
  void aPlaceOfUnknownKindOrWithoutANameIsListed() {
    refusal(
            "places",
            file(
                folder,
                "places.csv",
                "name,kind,easting,northing",
                "Olney,metropolis,489000,251400",
                "-,town,489000,251400"))
        .satisfies(
            thrown ->
                assertThat(((UserException) thrown).details())
                    .hasSize(2)
                    .satisfies(
                        lines -> assertThat(lines.get(0)).contains("kind metropolis is not known"))
                    .contains("row 2: name is empty"));
  }

  /** Words are counted in and out with the names that have them. */
  @Test
  void theVocabularyFollowsTheNames() {
    Path both =
        file(
            folder,
            "both.csv",
            "name,kind,easting,northing",
            "Church Lane,street,1000,1000",
            "Church Road,street,2000,2000");
    store.run("places", both);
    assertThat(words()).containsExactly("church 2", "lane 1", "road 1");
    store.run(
        "places",
        file(
            folder,
            "one.csv",
            "name,kind,easting,northing",
            "Church Road,street,2000,2000",
            "Mill Road,street,3000,1000"));
    assertThat(words()).containsExactly("church 1", "mill 1", "road 2");
  }

  @Test
  void namesOfTheRegisterAreKept() {
    ImportFixture register = ImportFixture.register();
    assertThat(
            register.value(
                "SELECT count(*) FROM register_name WHERE subject = 'parish'", Long.class))
        .isEqualTo(51);
    register
        .jdbc()
        .sql(
            "UPDATE council SET aliases = '{Onley Parva Council}' WHERE slug ="
                + " 'olney-town-council'")
        .update();
    assertThat(register.texts("SELECT word FROM search_word WHERE word = 'parva'")).hasSize(1);
    register
        .jdbc()
        .sql("UPDATE council SET aliases = '{}' WHERE slug = 'olney-town-council'")
        .update();
    assertThat(register.texts("SELECT word FROM search_word WHERE word = 'parva'")).isEmpty();
    assertThat(register.texts("SELECT name FROM register_name WHERE name LIKE 'Olney Town%'"))
        .hasSize(1);
  }

  @Test
  void placesNearAParishAreLocalWhicheverComesFirst() {
    store.run(
        "places",
        file(
            folder,
            "places.csv",
            "name,kind,easting,northing",
            "Olney,town,488900,251400",
            "Leeds,city,430000,433500"));
    assertThat(store.texts("SELECT name FROM place WHERE local")).isEmpty();
    store.run("parishes", ImportFixture.GIS_DATA.resolve("parishes.zip"));
    assertThat(store.texts("SELECT name FROM place WHERE local")).containsExactly("Olney");
    store.jdbc().sql("DELETE FROM parish").update();
    assertThat(store.texts("SELECT name FROM place WHERE local")).isEmpty();
  }

  @Test
  void aRealExtractOfCodePointOpen() {
    ImportReport report =
        store.run("postcodes", RealFiles.get("places/code-point-open-2014-mk.csv"));
    assertThat(report.features()).isEqualTo(14_741);
    assertThat(store.value("SELECT count(*) FROM postcode WHERE code LIKE 'MK%'", Long.class))
        .isEqualTo(report.mainCounts().added())
        .isGreaterThan(14_000);
  }

  private List<String> postcodes() {
    return store.texts("SELECT code || ' ' || ST_AsText(geom) FROM postcode ORDER BY code");
  }

  private List<String> words() {
    return store.texts("SELECT word || ' ' || uses FROM search_word ORDER BY word");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refusal(String layer, Path file) {
    return assertThatThrownBy(() -> store.run(layer, file)).isInstanceOf(UserException.class);
  }

  private static String name(
      String id, String name, String other, String type, String kind, int x, int y, String town) {
    return OPEN_NAMES.formatted(id, id, name, other, type, kind, x, y, town, "Milton Keynes");
  }

  /** An archive of texts: names and contents in turn. */
  private Path zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry(entries[i]));
        zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
