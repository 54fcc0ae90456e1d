package org.greensward.importing.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.greensward.importing.read.MadeFiles;
import org.greensward.importing.read.StagedRows;
import org.greensward.layer.importing.ReadOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportFormatTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "verges.gpkg, GPKG",
    "verges.tab, MapInfo File",
    "verges.mif, MapInfo File",
    "verges.gml, GML",
    "verges.fgb, FlatGeobuf",
    "verges.geojson, GeoJSON",
    "verges.geojsonl, GeoJSONSeq",
    "verges.kml, LIBKML"
  })
  void everyFormatIsRead(String name, String driver) {
    boolean grid = !List.of("KML", "LIBKML", "GeoJSONSeq").contains(driver);
    Path source =
        MadeFiles.write(
            folder.resolve("source.geojson"),
            grid ? MadeFiles.twoVerges() : MadeFiles.twoVergesInDegrees());
    Path file = MadeFiles.convert(source, folder.resolve(name), driver, "-nln", "verges");
    StagedRows staged =
        StagedRows.of(StagedRows.READER, file, ReadOptions.DEFAULT, "*, ST_AsText(geom, 0) AS wkt");
    assertThat(staged.count()).isEqualTo(2);
    assertThat(staged.column("name")).containsExactly("Café", "x\ty\\z");
    assertThat(staged.source().layers().get(0).crs()).isEqualTo(grid ? "EPSG:27700" : "EPSG:4326");
    assertThat(staged.source().remarks()).hasSize(grid ? 0 : 1);
    assertThat(staged.column("wkt").toString()).contains("((4875").doesNotContain(" Z ");
  }

  /** However much of it is lost, rows are never missing without a word. */
  @ParameterizedTest
  @CsvSource({
    "GPKG, v.gpkg, v.gpkg",
    "FlatGeobuf, v.fgb, v.fgb",
    "GeoJSON, v.geojson, v.geojson",
    "GeoJSONSeq, v.geojsonl, v.geojsonl",
    "GML, v.gml, v.gml",
    "LIBKML, v.kml, v.kml",
    "MapInfo File, v.tab, v.dat",
    "MapInfo File, v.tab, v.map",
    "MapInfo File, v.mif, v.mif",
    "MapInfo File, v.mif, v.mid",
    "XLSX, v.xlsx, v.xlsx",
    "ODS, v.ods, v.ods",
    "ESRI Shapefile, v.shp, v.shp",
    "ESRI Shapefile, v.shp, v.dbf"
  })
  void refusesFilesCutShort(String driver, String name, String cut) throws Exception {
    String[] features = new String[400];
    for (int i = 0; i < features.length; i++) {
      features[i] =
          MadeFiles.feature("\"n\":" + i + ",\"name\":\"row " + i + "\"", MadeFiles.IN_DEGREES);
    }
    Path source =
        MadeFiles.write(
            folder.resolve("s.geojson"), MadeFiles.collectionIn("OGC:1.3:CRS84", features));
    Path file = MadeFiles.convert(source, folder.resolve(name), driver, "-nln", "v");
    Path cutFile = folder.resolve(cut);
    long whole = Files.size(cutFile);
    for (int percent : new int[] {97, 80, 50, 20}) {
      MadeFiles.cut(cutFile, (int) (whole * percent / 100));
      assertThat(StagedRows.refusal(file, ReadOptions.DEFAULT))
          .as("%s %% of %s", percent, cut)
          .startsWith(name)
          .endsWith(".");
    }
  }
}
