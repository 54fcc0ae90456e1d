package org.greensward.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.greensward.demonstration.DemonstrationFiles.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

class ContextFileTest {

  @ParameterizedTest
  @CsvSource({
    "streets,1000",
    "water_areas,5",
    "water_lines,3",
    "rail,2",
    "buildings,2000",
    "places,51"
  })
  void holdsEveryLayer(String layer, int atLeast) {
    List<Feature> features = DemonstrationFiles.context(layer);
    assertThat(features).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(features).extracting(Feature::geometry).allMatch(Geometry::isValid);
  }

  @Test
  void streetsAreOfFiveClassesAndNamed() {
    List<Feature> streets = DemonstrationFiles.context("streets");
    assertThat(streets)
        .extracting(street -> street.get("class"))
        .contains("motorway", "primary", "secondary", "residential", "lane");
    assertThat(streets).noneMatch(street -> street.get("name").isEmpty());
  }

  @Test
  void allFilesTogetherAreSmall() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(DemonstrationFiles.FOLDER)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    assertThat(bytes).isLessThan(15_000_000);
  }

  @Test
  void propertiesSayWhatIsShown() throws IOException {
    Properties properties = new Properties();
    try (Reader in =
        Files.newBufferedReader(DemonstrationFiles.FOLDER.resolve("demonstration.properties"))) {
      properties.load(in);
    }
    assertThat(properties)
        .containsEntry("today", "2018-10-01")
        .containsEntry("authority.name", "Milton Keynes Council")
        .containsEntry("authority.code", "E06000042");
    assertThat(properties.getProperty("notice")).contains("schematic");
  }
}
