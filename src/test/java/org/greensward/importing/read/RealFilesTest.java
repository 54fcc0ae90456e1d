package org.greensward.importing.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.greensward.RealFiles;
import org.greensward.layer.importing.ReadOptions;
import org.greensward.layer.importing.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of others, from the folder beside the project or where GREENSWARD_REALDATA says. */
class RealFilesTest {
  private static final String NATIONAL = "parishes/england-wales-2020-simplified-27700-named.zip";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          badzip.zip           |            | badzip.zip is not a whole zip archive
          bad.shp              |            | bad.shp is not a Shapefile, whatever its name says
          no-dbf.zip           |            | no-dbf.zip/no-dbf.shp has no table (.dbf) beside it
          noshp.zip            |            | noshp.zip holds a table (.dbf) but not the Shapefile
          empty-shp.zip        |            | empty-shp.zip/POLYGON.shp: row 1 does not lie in Great Britain
          mixedcase.zip        |            | mixedcase.zip/senate.shp: row 1 does not lie in Great Britain (its coordinates in EPSG:26986
          codepage.zip         |            | codepage.zip/codepage.shp: row 1 does not lie in Great Britain
          htmlcpg.shp          |            | htmlcpg.shp: row 1 does not lie in Great Britain
          test_tin.shp         |            | test_tin.shp has no .prj that says in which coordinate system it is
          test_tin.shp         | EPSG:27700 | test_tin.shp: the coordinates look like degrees
          multicurve.gml       |            | multicurve.gml does not say in which coordinate system it is
          multicurve.gml       | EPSG:4326  | multicurve.gml: row 1 does not lie in Great Britain
          geopackage.gpkg.zip  |            | geopackage.gpkg.zip/geopackage.gpkg: row 1 does not lie in Great Britain
          geojsonhint_bad-json.geojson        | | cannot be read as GeoJSON (JSON parsing error: object value separator ',' expected
          geojsonhint_bad-polygonloop.geojson | | the shape of 1 of its 1 rows cannot be understood
          trunc_dbf.shp        | EPSG:27700 | its table (.dbf) is cut short, its header says 46 rows but it holds 20
          """)
  void refuses(String name, String crs, String fragment) {
    assertThat(
            StagedRows.refusal(
                RealFiles.get("nasty/" + name), new ReadOptions(crs, null, null, null)))
        .contains(fragment)
        .endsWith(".")
        .doesNotContain("\n");
  }

  @Test
  void codePageAndUnicodeGiveTheSameNames() {
    ReadOptions named = new ReadOptions(null, "field = 'Hněvošický háj'", null, null);
    for (String name : new String[] {"nasty/codepage.zip", "nasty/utf.zip"}) {
      SourceFile source = StagedRows.READER.inspect(RealFiles.get(name), named);
      assertThat(source.layers().get(0).features()).isEqualTo(1);
    }
  }

  @Test
  void latin1WithoutCodePageIsReadAndSaidSo() {
    StagedRows staged = StagedRows.of(RealFiles.get("nasty/latin1_nocpg.shp"));
    assertThat(staged.column("note")).allMatch("Café verge £250/yr"::equals);
    assertThat(staged.source().remarks())
        .containsExactly(
            "latin1_nocpg.shp: the encoding of its text is not known; it was read as ISO-8859-1,"
                + " say another with --encoding.");
  }

  @Test
  void garbageBesideAShapefileIsLeftAside() {
    SourceFile source =
        StagedRows.READER.inspect(RealFiles.get("nasty/htmlcpg.shp"), ReadOptions.DEFAULT);
    assertThat(source.remarks())
        .anyMatch(r -> r.contains("its .cpg names no encoding"))
        .anyMatch(r -> r.contains("it has no index"));
  }

  @Test
  void brokenPolygonsArriveAsTheyAre() {
    StagedRows staged =
        StagedRows.of(
            StagedRows.READER,
            RealFiles.get("nasty/mk_broken_polygons_27700.geojson"),
            ReadOptions.DEFAULT,
            "count(*) OVER () AS n, ST_IsValid(geom) AS valid, row_number");
    assertThat(staged.count()).isEqualTo(7);
    assertThat(staged.column("valid")).contains(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {NATIONAL, "parishes/england-wales-2020-simplified.zip"})
  void wholeCountry(String name) {
    StagedRows staged =
        StagedRows.of(StagedRows.READER, RealFiles.get(name), ReadOptions.DEFAULT, "row_number");
    assertThat(staged.count()).isEqualTo(10_456);
    assertThat(staged.source().layers().get(0).features()).isEqualTo(10_456);
    assertThat(staged.source().remarks()).hasSize(name.equals(NATIONAL) ? 0 : 1);
    assertThat(staged.progress()).isSorted().endsWith(10_456L);
  }

  @Test
  void partOfTheCountry() {
    StagedRows staged =
        StagedRows.of(
            StagedRows.READER,
            RealFiles.get(NATIONAL),
            new ReadOptions(null, "PARNCP20NM = 'Olney'", null, null),
            "*");
    assertThat(staged.column("parncp20nm")).containsExactly("Olney");
  }

  @Test
  void tableOfCodes() {
    assertThat(StagedRows.of(RealFiles.get("parishes/ons-2020-codes-names.csv")).count())
        .isEqualTo(11_562);
  }
}
