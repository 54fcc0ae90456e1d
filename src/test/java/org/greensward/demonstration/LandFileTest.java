package org.greensward.demonstration;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.greensward.demonstration.DemonstrationFiles.Feature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class LandFileTest {

  private static List<Feature> land;
  private static List<Feature> parishes;

  @BeforeAll
  static void read() {
    land = DemonstrationFiles.land();
    parishes = DemonstrationFiles.parishes();
  }

  @Test
  void holdsEnoughParcelsOfEveryType() {
    assertThat(land).hasSizeGreaterThanOrEqualTo(6000);
    assertThat(land).extracting(parcel -> parcel.get("reference")).doesNotHaveDuplicates();
    Map<String, Long> types = count("asset_type");
    assertThat(types.keySet()).isEqualTo(Stewardship.REGIMES.keySet());
    assertThat(types.values()).allMatch(number -> number >= 20);
  }

  @Test
  void geometriesAreValidAndFitTheirUnit() {
    for (Feature parcel : land) {
      Geometry shape = parcel.geometry();
      assertThat(shape.isValid()).as(parcel.get("reference")).isTrue();
      String unit = shape instanceof Polygon ? "m2" : shape.getDimension() == 1 ? "m" : "item";
      assertThat(parcel.get("unit")).isEqualTo(unit);
    }
  }

  @Test
  void quantitiesAreCloseToWhatIsDrawnButForAFew() {
    long off = land.stream().filter(parcel -> error(parcel) > 0.05).count();
    assertThat(off).isBetween(20L, 80L);
    assertThat(land).allMatch(parcel -> error(parcel) < 0.125);
  }

  private static double error(Feature parcel) {
    Geometry shape = parcel.geometry();
    double drawn = shape instanceof Polygon ? shape.getArea() : shape.getLength();
    double quantity = Double.parseDouble(parcel.get("quantity"));
    return shape.getDimension() == 0 ? Math.abs(quantity - 1) : Math.abs(quantity / drawn - 1);
  }

  @Test
  void ownersAndLotsAreSeveral() {
    assertThat(count("owner_kind").keySet()).contains("authority", "council", "trust", "company");
    assertThat(count("maintainer_kind").keySet())
        .contains("authority", "council", "contractor", "trust", "company");
    assertThat(count("lot").keySet())
        .containsExactlyInAnyOrder("2014-N", "2014-E", "2014-S", "2014-W", "");
    for (Feature parcel : land) {
      boolean stays = Set.of("trust", "company").contains(parcel.get("maintainer_kind"));
      assertThat(parcel.get("lot").isEmpty()).as(parcel.get("reference")).isEqualTo(stays);
      assertThat(parcel.get("regime").isEmpty()).isEqualTo(stays);
    }
  }

  @Test
  void devolvedCouncilsMaintainTheirLand() {
    Map<String, Long> byMaintainer = count("maintainer");
    List<String> devolved = Facts.load().councilsWithStatus("devolved");
    Set<String> councils =
        land.stream()
            .filter(parcel -> parcel.get("maintainer_kind").equals("council"))
            .map(parcel -> parcel.get("maintainer"))
            .collect(Collectors.toSet());
    assertThat(councils).containsExactlyInAnyOrderElementsOf(devolved);
    assertThat(devolved).allMatch(council -> byMaintainer.get(council) >= 40);
  }

  @Test
  void someParcelsStraddleABorderAndAFewLieOutside() {
    int straddling = 0;
    Set<String> touched = new TreeSet<>();
    STRtree tree = index(parishes);
    Map<String, PreparedGeometry> grounds = new HashMap<>();
    parishes.forEach(
        parish ->
            grounds.put(parish.get("PAR18CD"), PreparedGeometryFactory.prepare(parish.geometry())));
    for (Feature parcel : land) {
      int sides = 0;
      for (Feature parish : near(tree, parcel.geometry())) {
        PreparedGeometry ground = grounds.get(parish.get("PAR18CD"));
        if (ground.covers(parcel.geometry())) {
          touched.add(parish.get("PAR18CD"));
        } else if (ground.intersects(parcel.geometry())) {
          sides += reachesInto(parish.geometry(), parcel.geometry()) ? 1 : 0;
        }
      }
      straddling += sides > 1 ? 1 : 0;
    }
    assertThat(straddling).isGreaterThanOrEqualTo(300);
    assertThat(touched).hasSize(51);
    Geometry whole = UnaryUnionOp.union(parishes.stream().map(Feature::geometry).toList());
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(whole);
    assertThat(land.stream().filter(parcel -> !prepared.covers(parcel.geometry())).count())
        .isBetween(5L, 15L);
  }

  /** True where a parcel reaches more than a metre over the border of a parish. */
  private static boolean reachesInto(Geometry parish, Geometry parcel) {
    Geometry inside = parish.intersection(parcel);
    Geometry border = parish.getBoundary();
    for (Coordinate corner : inside.getCoordinates()) {
      if (border.distance(DemonstrationShapes.point(corner)) > 1) {
        return true;
      }
    }
    return false;
  }

  @Test
  void onlyAHandfulOfParcelsOverlap() {
    List<Feature> areas =
        land.stream().filter(parcel -> parcel.geometry() instanceof Polygon).toList();
    STRtree tree = index(areas);
    int pairs = 0;
    for (Feature a : areas) {
      for (Feature b : near(tree, a.geometry())) {
        boolean once = a.get("reference").compareTo(b.get("reference")) < 0;
        if (once && a.geometry().intersects(b.geometry())) {
          pairs += a.geometry().intersection(b.geometry()).getArea() > 0.01 ? 1 : 0;
        }
      }
    }
    assertThat(pairs).isBetween(8, 30);
  }

  private static Map<String, Long> count(String attribute) {
    return land.stream().collect(groupingBy(parcel -> parcel.get(attribute), counting()));
  }

  private static STRtree index(List<Feature> features) {
    STRtree tree = new STRtree();
    features.forEach(feature -> tree.insert(feature.geometry().getEnvelopeInternal(), feature));
    return tree;
  }

  @SuppressWarnings("unchecked")
  private static List<Feature> near(STRtree tree, Geometry geometry) {
    return tree.query(geometry.getEnvelopeInternal());
  }
}
