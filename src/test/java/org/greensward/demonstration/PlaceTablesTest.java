package org.greensward.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.demonstration.DemonstrationFiles.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The files to search in. */
class PlaceTablesTest {

  @Test
  void postcodesLookRealAreMarkedAndLieInTheParishes() {
    List<Map<String, String>> postcodes = table("postcodes.csv");
    assertThat(postcodes).hasSizeBetween(300, 600);
    assertThat(postcodes).extracting(row -> row.get("postcode")).doesNotHaveDuplicates();
    Geometry all =
        UnaryUnionOp.union(
            DemonstrationFiles.parishes().stream()
                .map(DemonstrationFiles.Feature::geometry)
                .toList());
    for (Map<String, String> row : postcodes) {
      assertThat(row.get("postcode")).matches("MK\\d{1,2} \\d[A-Z]{2}");
      assertThat(row.get("basis")).isEqualTo("illustrative");
      assertThat(all.contains(point(row))).as(row.toString()).isTrue();
    }
  }

  @Test
  void everyNamedStreetOfTheBackgroundCanBeFoundAndIsMarked() {
    List<Map<String, String>> places = table("places.csv");
    Set<String> marked =
        places.stream()
            .filter(row -> row.get("basis").equals("illustrative"))
            .map(row -> row.get("name"))
            .collect(Collectors.toSet());
    Set<String> streets =
        DemonstrationFiles.context("streets").stream()
            .map(street -> street.get("name"))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    assertThat(marked).isEqualTo(streets);
    assertThat(places.stream().filter(row -> row.get("basis").equals("documented")))
        .hasSize(51)
        .allMatch(row -> Set.of("town", "suburb", "village", "hamlet").contains(row.get("kind")));
  }

  private static Geometry point(Map<String, String> row) {
    return new GeometryFactory()
        .createPoint(
            new Coordinate(
                Double.parseDouble(row.get("easting")), Double.parseDouble(row.get("northing"))));
  }
}
