package org.greensward.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.greensward.demonstration.DemonstrationFiles.Feature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class ParishFileTest {

  private static List<Feature> parishes;

  @BeforeAll
  static void read() {
    parishes = DemonstrationFiles.parishes();
  }

  @Test
  void holdsAllPartsOfAShapefile() throws IOException {
    try (ZipFile zip = new ZipFile(DemonstrationFiles.FOLDER.resolve("parishes.zip").toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .contains("parishes.shp", "parishes.shx", "parishes.dbf", "parishes.cpg", "README.txt");
      String projection =
          new String(zip.getInputStream(zip.getEntry("parishes.prj")).readAllBytes());
      assertThat(projection).startsWith("PROJCS[\"British_National_Grid\"");
    }
  }

  @Test
  void isAValidCoverageOfFiftyOnePolygonsWithoutHoles() {
    Geometry[] polygons = polygons();
    assertThat(polygons).hasSize(51).allMatch(Geometry::isValid);
    assertThat(CoverageValidator.isValid(polygons)).isTrue();
    Geometry whole = UnaryUnionOp.union(List.of(polygons));
    assertThat(whole).isInstanceOf(Polygon.class);
    assertThat(((Polygon) whole).getNumInteriorRing()).isZero();
    assertThat(whole.getArea() / 10_000).isBetween(30_500.0, 31_200.0);
  }

  @Test
  void followsNoGrid() {
    Geometry[] polygons = polygons();
    int level = 0;
    int all = 0;
    for (Geometry polygon : polygons) {
      Coordinate[] ring = polygon.getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        boolean straight = ring[i].x == ring[i - 1].x || ring[i].y == ring[i - 1].y;
        level += straight ? 1 : 0;
        all++;
      }
    }
    assertThat((double) level / all).isLessThan(0.02);
  }

  @Test
  void hasAboutTheAreasOfTheFacts() {
    Map<String, Double> drawn = new HashMap<>();
    for (Feature parish : parishes) {
      drawn.put(parish.get("PAR18CD"), parish.geometry().getArea() / 10_000);
    }
    assertThat(Facts.load().councils())
        .filteredOn(
            council -> {
              double area = council.codes().stream().mapToDouble(drawn::get).sum();
              return Math.abs(area / council.areaHa() - 1) < 0.35;
            })
        .hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void holdsEachSettlementInAParishOfItsOwnCouncil() {
    Map<String, Geometry> byCode = new HashMap<>();
    parishes.forEach(parish -> byCode.put(parish.get("PAR18CD"), parish.geometry()));
    Map<String, Geometry> settlements = settlements();
    for (Facts.Council council : Facts.load().councils()) {
      assertThat(council.codes())
          .as(council.name())
          .anyMatch(
              code -> byCode.get(code).buffer(-100).contains(settlements.get(council.name())));
    }
  }

  /** The settlement points of councils.csv, brought from WGS84 to EPSG:27700 by GDAL. */
  private static Map<String, Geometry> settlements() {
    String csv = DemonstrationFiles.FOLDER.resolve("councils.csv").toString();
    String output =
        Ogr.run(
            List.of(
                "ogr2ogr",
                "-f",
                "CSV",
                "/vsistdout/",
                csv,
                "-oo",
                "X_POSSIBLE_NAMES=lon",
                "-oo",
                "Y_POSSIBLE_NAMES=lat",
                "-s_srs",
                "EPSG:4326",
                "-t_srs",
                "EPSG:27700",
                "-select",
                "name",
                "-lco",
                "GEOMETRY=AS_XY"));
    Map<String, Geometry> points = new HashMap<>();
    for (Map<String, String> row : DemonstrationCsv.parse(output)) {
      double x = Double.parseDouble(row.get("X"));
      double y = Double.parseDouble(row.get("Y"));
      points.put(row.get("name"), DemonstrationShapes.point(new Coordinate(x, y)));
    }
    return points;
  }

  @Test
  void isWhatTheGeneratorDrawsToday() {
    ParishMap map = ParishMap.draw(Facts.load().parishes(), GenerateDemonstration.SEED);
    List<Geometry> drawn = map.parishes().stream().map(parish -> parish.polygon().norm()).toList();
    assertThat(List.of(polygons()).stream().map(Geometry::norm)).containsExactlyElementsOf(drawn);
  }

  private static Geometry[] polygons() {
    return parishes.stream()
        .map(Feature::geometry)
        .map(g -> g instanceof MultiPolygon && g.getNumGeometries() == 1 ? g.getGeometryN(0) : g)
        .toArray(Geometry[]::new);
  }
}
