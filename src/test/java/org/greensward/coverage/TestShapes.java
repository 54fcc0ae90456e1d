package org.greensward.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The little vocabulary that the tests of this package are written in. Metres throughout. */
public final class TestShapes {
  private TestShapes() {}

  public static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  public static Geometry box(double minX, double minY, double maxX, double maxY) {
    return wkt(
        "POLYGON ((%1$s %2$s, %1$s %4$s, %3$s %4$s, %3$s %2$s, %1$s %2$s))"
            .formatted(minX, minY, maxX, maxY));
  }

  /** As a normalised MultiPolygon, which is what a repair returns for changed cells. */
  public static Geometry multi(Geometry geometry) {
    return Polygons.multi(geometry).norm();
  }

  public static CoverageCell cell(String code, Geometry geometry) {
    return new CoverageCell(code, geometry);
  }

  public static CoverageCell cell(String code, String wkt) {
    return cell(code, wkt(wkt));
  }

  /** Cells A, B, C... from lines of WKT. */
  public static List<CoverageCell> cells(String lines) {
    List<CoverageCell> cells = new ArrayList<>();
    lines
        .lines()
        .map(String::trim)
        .filter(line -> !line.isEmpty())
        .forEach(line -> cells.add(cell(String.valueOf((char) ('A' + cells.size())), line)));
    return cells;
  }

  public static Geometry geometryOf(RepairedCoverage repaired, String code) {
    return repaired.cells().stream()
        .filter(cell -> cell.code().equals(code))
        .findFirst()
        .orElseThrow()
        .geometry();
  }

  /** The faults in a word or two each: kind, codes, receiver, whole square metres. */
  public static List<String> summary(RepairedCoverage repaired) {
    return repaired.faults().stream()
        .map(
            fault ->
                "%s %s>%s %.0f"
                    .formatted(
                        fault.kind(),
                        String.join("+", fault.codes()),
                        fault.findReceiver().orElse("-"),
                        fault.areaM2()))
        .toList();
  }

  public static void assertValid(RepairedCoverage repaired) {
    Geometry[] geometries = CoverageCell.geometries(repaired.cells());
    for (CoverageCell cell : repaired.cells()) {
      assertThat(cell.geometry().isValid()).as(cell.code()).isTrue();
      assertThat(cell.geometry().getGeometryType()).isEqualTo("MultiPolygon");
    }
    Geometry[] faults = CoverageValidator.validate(geometries);
    for (int i = 0; i < faults.length; i++) {
      assertThat(faults[i]).as(repaired.cells().get(i).code()).isNull();
    }
  }

  public static double unionArea(List<CoverageCell> cells) {
    return OverlayNGRobust.union(
            cells.stream().map(CoverageCell::geometry).filter(g -> !g.isEmpty()).toList())
        .getArea();
  }

  public static double coveredArea(RepairedCoverage repaired) {
    return CoverageUnion.union(CoverageCell.geometries(repaired.cells())).getArea();
  }
}
