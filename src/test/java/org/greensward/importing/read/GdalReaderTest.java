package org.greensward.importing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.importing.read.MadeFiles.SQUARE;
import static org.greensward.importing.read.MadeFiles.collection;
import static org.greensward.importing.read.MadeFiles.collectionIn;
import static org.greensward.importing.read.MadeFiles.feature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.greensward.layer.importing.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out of files of every format, and what is refused whatever the format. */
class GdalReaderTest {
  @TempDir Path folder;

  @Test
  void transformsToTheGridAndSaysHowWell() {
    StagedRows staged =
        StagedRows.of(
            StagedRows.READER,
            geojson(MadeFiles.twoVergesInDegrees()),
            ReadOptions.DEFAULT,
            "ST_SRID(geom) AS srid, ST_X(ST_Centroid(geom)) AS x");
    assertThat(staged.column("srid")).containsOnly(27700);
    assertThat((Double) staged.column("x").get(0)).isBetween(487400.0, 487700.0);
    assertThat(staged.source().remarks())
        .containsExactly(
            "verges.geojson: its coordinates are transformed from WGS 84 (EPSG:4326) to"
                + " EPSG:27700, which is right to about 2 to 5 m without the OSTN15 grid; prefer a"
                + " file in EPSG:27700.");
  }

  @Test
  void geojsonThatNamesNoSystemTakesTheOneThatIsSaid() {
    Path file = geojson(collection(feature("\"a\":1", SQUARE)).replaceFirst("\"crs\":.*?}},", ""));
    assertThat(refusal(file))
        .isEqualTo(
            "verges.geojson: the coordinates look like metres although they should be degrees of"
                + " EPSG:4326; if the file does not say its coordinate system, say it with --crs"
                + " EPSG:27700, else correct it.");
    assertThat(StagedRows.of(file, crs("EPSG:27700")).count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EPSG::27700 | -0.72, 52.04    | the coordinates look like degrees although the file says EPSG:27700; correct the coordinate system of the file.
          EPSG::32630 | -0.72, 52.04    | the coordinates look like degrees although the file says EPSG:32630; correct
          EPSG::27700 | 900000, 200000  | row 1 does not lie in Great Britain (its coordinates in EPSG:27700 come to easting 900000, northing 200000); check the coordinate system of the file.
          EPSG::4326  | 52.04, -0.72    | row 1 does not lie in Great Britain
          EPSG::3857  | 400000, 300000  | row 1 does not lie in Great Britain
          """)
  void refusesCoordinatesThatAreNotWhereTheFileSays(String crs, String at, String sentence) {
    String point = "{\"type\":\"Point\",\"coordinates\":[" + at + "]}";
    assertThat(refusal(geojson(collectionIn(crs, feature("\"a\":1", point)))))
        .startsWith("verges.geojson: " + sentence);
  }

  @Test
  void refusesACoordinateThatIsNotANumber() throws Exception {
    Path shp = MadeFiles.shapefile(folder);
    byte[] bytes = Files.readAllBytes(shp);
    int firstPoint = 100 + 8 + 4 + 32 + 8 + 4;
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(firstPoint + 16, Double.NaN);
    Files.write(shp, bytes);
    assertThat(refusal(shp))
        .isEqualTo(
            "verges.shp: row 1 has a coordinate that is not a number; correct that shape and export"
                + " it again.");
  }

  @Test
  void refusesAShapeThatCannotBeUnderstood() {
    String flat = "{\"type\":\"Polygon\",\"coordinates\":[[487500,239300],[487600,239300]]}";
    assertThat(refusal(geojson(collection(feature("\"a\":1", SQUARE), feature("\"a\":2", flat)))))
        .isEqualTo(
            "verges.geojson: the shape of 1 of its 2 rows cannot be understood (the first without"
                + " one is row 2); correct it and export the file again.");
  }

  @Test
  void rowsWithoutGeometryAreKept() {
    Path file = geojson(collection(feature("\"a\":1", "null"), feature("\"a\":2", SQUARE)));
    StagedRows staged =
        StagedRows.of(StagedRows.READER, file, ReadOptions.DEFAULT, "a, geom IS NULL AS without");
    assertThat(staged.column("without")).containsExactly(true, false);
  }

  @Test
  void curvesBecomeLinesAndHeightsAreDropped() {
    Path table =
        MadeFiles.write(
            folder.resolve("curves.csv"),
            """
            n,WKT
            1,"CURVEPOLYGON Z (CIRCULARSTRING Z (0 0 1,1 1 1,2 0 1,1 -1 1,0 0 1))"
            2,"COMPOUNDCURVE ((0 0,1 1),(1 1,2 0))"
            3,"POLYGON Z ((0 0 5,1 1 5,2 0 5,0 0 5))"
            4,"TIN Z (((0 0 0,1 1 0,2 0 0,0 0 0)))"
            5,"POINT ZM (480000 240000 3 4)"
            """);
    Path file =
        MadeFiles.convert(
            table, folder.resolve("c.gpkg"), "GPKG", "-a_srs", "EPSG:27700", "-nlt", "GEOMETRY");
    StagedRows staged =
        StagedRows.of(
            StagedRows.READER,
            file,
            ReadOptions.DEFAULT,
            "GeometryType(geom) AS type, ST_NDims(geom) AS dimensions");
    assertThat(staged.column("type"))
        .containsExactly("POLYGON", "LINESTRING", "POLYGON", "MULTIPOLYGON", "POINT");
    assertThat(staged.column("dimensions")).allMatch(d -> ((Number) d).intValue() == 2);
  }

  @Test
  void columnsOfTheSameNameAreToldApart() {
    Path file =
        geojson(
            collection(
                feature(
                    "\"Name\":\"a\",\"name\":\"b\",\"Geom\":\"c\",\"Row number\":\"d\"", SQUARE)));
    assertThat(StagedRows.of(file).rows().get(0))
        .containsEntry("name", "a")
        .containsEntry("name_2", "b")
        .containsEntry("geom_2", "c")
        .containsEntry("row_number_2", "d")
        .containsEntry("row_number", 1L);
  }

  @Test
  void datesAreIso() {
    Path source =
        geojson(collection(feature("\"d\":\"2014-04-01\",\"t\":\"2014-04-01T10:00:00Z\"", SQUARE)));
    StagedRows staged = StagedRows.of(source);
    assertThat(staged.column("d")).containsExactly("2014-04-01");
    assertThat((String) staged.column("t").get(0)).startsWith("2014-04-01 10:00:00");
  }

  @Test
  void layersOfAFileFollowEachOther() {
    Path file = twoLayers();
    StagedRows staged = StagedRows.of(file);
    assertThat(staged.column("source_layer")).containsExactly("verges", "verges", "hedges");
    assertThat(staged.column("row_number")).containsExactly(1L, 2L, 3L);
    assertThat(staged.column("length")).containsExactly(null, null, "12");
    assertThat(staged.source().remarks())
        .containsExactly("two.gpkg: of its layers only these were read: verges, hedges.");
    assertThat(StagedRows.of(file, layer("hedges")).count()).isEqualTo(1);
    assertThat(StagedRows.refusal(file, layer("trees")))
        .isEqualTo("two.gpkg has no layer trees; it has verges, hedges, notes.");
  }

  @Test
  void conditionsTakeSome() {
    Path gpkg = MadeFiles.convert(geojson(MadeFiles.twoVerges()), folder.resolve("v.gpkg"), "GPKG");
    for (Path file : List.of(gpkg, folder.resolve("verges.geojson"))) {
      StagedRows staged = StagedRows.of(file, where("name = 'Café'"));
      assertThat(staged.column("n")).containsExactly("1");
      assertThat(staged.source().layers().get(0).features()).isEqualTo(1);
      assertThat(StagedRows.refusal(file, where("n = 99")))
          .isEqualTo(
              file.getFileName() + " holds nothing for which n = 99 is true; check --where.");
      assertThat(StagedRows.refusal(file, where("n === 1")))
          .startsWith("The condition n === 1 cannot be applied to " + file.getFileName() + " (")
          .contains("syntax error")
          .endsWith("; its columns are n, name.");
      assertThat(StagedRows.refusal(file, where("m = 1")))
          .contains("m")
          .contains("columns are n, name");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.geojson | {"type":"FeatureCollection","features":[{]}  | a.geojson cannot be read as GeoJSON (At line 1, character 42
          a.geojson | {"type":"FeatureCollection","features":[]}   | a.geojson holds no rows; export it again.
          a.geojson | hello                                        | a.geojson cannot be read as GeoJSON; check what it is, or export it again.
          a.gpkg    | hello                                        | a.gpkg cannot be read as a GeoPackage
          a.gml     | <a>                                          | a.gml cannot be read as GML
          a.xlsx    | hello                                        | a.xlsx cannot be read as an Excel workbook
          a.doc     | hello                                        | a.doc is of a format that is not read; give a file that ends in .zip, .shp,
          a         | hello                                        | a is of a format that is not read
          a.vrt     | <OGRVRTDataSource/>                          | a.vrt is of a format that is not read
          """)
  void refusesWhatItCannotRead(String name, String content, String sentence) {
    Path file = MadeFiles.write(folder.resolve(name), content);
    assertThat(refusal(file)).startsWith(sentence).doesNotContain("greensward-read").endsWith(".");
  }

  @Test
  void refusesWhatIsNoFile() {
    assertThat(refusal(folder)).endsWith(" is a folder; give one file in it, or a zip of it.");
    assertThat(refusal(folder.resolve("none.shp"))).startsWith("There is no file /");
  }

  @Test
  void refusesSystemsThatContradictOrDoNotExist() {
    Path file = geojson(collection(feature("\"a\":1", SQUARE)));
    assertThat(StagedRows.refusal(file, crs("EPSG:4326")))
        .isEqualTo(
            "verges.geojson says that it is in EPSG:27700, but --crs says EPSG:4326; leave --crs"
                + " out, or correct the file.");
    assertThat(StagedRows.refusal(file, crs("OSGB")))
        .isEqualTo("OSGB is not the code of a coordinate system; write it like --crs EPSG:27700.");
    Path unknown =
        geojson(collection(feature("\"a\":1", SQUARE)).replaceFirst("\"crs\":.*?}},", ""));
    assertThat(StagedRows.refusal(unknown, crs("EPSG:99999")))
        .isEqualTo(
            "The coordinate system EPSG:99999 is not known; say one that is, for example --crs"
                + " EPSG:27700.");
  }

  @Test
  void geopackageThatIsOpenElsewhereIsRefused() {
    Path gpkg = MadeFiles.convert(geojson(MadeFiles.twoVerges()), folder.resolve("v.gpkg"), "GPKG");
    MadeFiles.write(folder.resolve("v.gpkg-wal"), "changes");
    assertThat(refusal(gpkg)).startsWith("v.gpkg is open in another program");
  }

  private Path twoLayers() {
    Path verges = geojson(MadeFiles.twoVerges());
    Path file = MadeFiles.convert(verges, folder.resolve("two.gpkg"), "GPKG", "-nln", "verges");
    Path hedges =
        MadeFiles.write(
            folder.resolve("hedges.geojson"), collection(feature("\"length\":12", SQUARE)));
    MadeFiles.convert(hedges, file, "GPKG", "-update", "-nln", "hedges");
    Path notes = MadeFiles.write(folder.resolve("notes.csv"), "a,b\n1,2\n");
    MadeFiles.convert(notes, file, "GPKG", "-update", "-nln", "notes");
    return file;
  }

  private Path geojson(String text) {
    return MadeFiles.write(folder.resolve("verges.geojson"), text);
  }

  private static String refusal(Path file) {
    return StagedRows.refusal(file, ReadOptions.DEFAULT);
  }

  private static ReadOptions crs(String crs) {
    return new ReadOptions(crs, null, null, null);
  }

  private static ReadOptions where(String where) {
    return new ReadOptions(null, where, null, null);
  }

  private static ReadOptions layer(String layer) {
    return new ReadOptions(null, null, null, layer);
  }
}
