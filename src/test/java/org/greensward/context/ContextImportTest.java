package org.greensward.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.importing.ImportFixture.GIS_DATA;
import static org.greensward.importing.ImportFixture.feature;
import static org.greensward.importing.ImportFixture.geoJson;
import static org.greensward.importing.ImportFixture.square;

import java.nio.file.Path;
import org.greensward.importing.ImportFixture;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.MergeCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextImportTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "streets,         ,            street",
    "roads_national,  ,            street",
    "RoadTunnel,      ,            street",
    "local_buildings, ,            building",
    "SurfaceWater_Area, ,          water",
    "waterlines,      ,            water",
    "woodland,        ,            woodland",
    "names,           ,            place",
    "anything,        rail,        rail",
    "contours,        ,            nothing"
  })
  void layersOfOtherProductsAreKnown(String layer, String column, String theme) {
    assertThat(ContextThemes.find(layer, column).orElse("nothing")).isEqualTo(theme);
  }

  @ParameterizedTest
  @CsvSource({
    "street,   Motorway,          false,  9",
    "street,   primary,           false,  9",
    "street,   B Road,            false, 11",
    "street,   residential,       false, 13",
    "street,   ,                  false, 13",
    "place,    Town,              false,  8",
    "place,    Suburban Area,     false, 11",
    "place,    hamlet,            false, 12",
    "water,    lake,              true,   9",
    "water,    brook,             false, 11",
    "building, ,                  true,  15"
  })
  void eachShowsFromItsZoom(String theme, String kind, boolean area, int zoom) {
    assertThat(ContextThemes.minZoom(theme, kind, area)).isEqualTo(zoom);
  }

  @Test
  void aNewFileReplacesTheOldAsAWhole() {
    ImportFixture store = ImportFixture.demonstration();
    long before = store.value("SELECT count(*) FROM context", Long.class);
    ImportReport report =
        store.run(
            "context",
            geoJson(
                folder,
                "woodland.geojson",
                feature("\"kind\":\"conifer\"", square(480000, 240000, 50)),
                feature("\"kind\":\"conifer\"", "null")));
    assertThat(report.mainCounts()).isEqualTo(new MergeCounts(1, 0, before, 0));
    assertThat(report.remarks()).contains("1 feature without geometry is left out.");
    assertThat(store.texts("SELECT theme || ' ' || class || ' ' || min_zoom FROM context"))
        .containsExactly("woodland conifer 10");
    assertThat(store.value("SELECT count(*) FROM context_history", Long.class)).isEqualTo(before);

    store.run("context", GIS_DATA.resolve("context.gpkg"));
    assertThat(store.value("SELECT count(*) FROM context_history", Long.class)).isEqualTo(1);
    assertThat(store.value("SELECT count(*) FROM context", Long.class)).isEqualTo(before);
  }
}
