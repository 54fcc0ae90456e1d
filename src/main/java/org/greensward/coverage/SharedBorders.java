package org.greensward.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.greensward.coverage.SegmentTable.Run;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** The border lines of a coverage, each shared border once. */
public final class SharedBorders {
  private SharedBorders() {}

  /**
   * A stretch of border between two nodes; a node is where the cell on one of the sides changes.
   *
   * @param left the cell on the left of the line: of two cells the lower code
   * @param right the cell on the right, or null where there is none: along the outer boundary and
   *     around gaps
   * @param line in the units of the coverage; a closed line where one cell encloses another, or
   *     nothing
   */
  public record Border(String left, String right, LineString line) {
    /** The cell on the right, or empty along the outer boundary. */
    public Optional<String> findRight() {
      return Optional.ofNullable(right);
    }
  }

  /**
   * All borders, in order of the codes left and right, then of place. Borders of cells that don't
   * meet vertex by vertex are given as two outer boundaries: repair the coverage first.
   *
   * @param coverage a valid coverage with distinct codes; empty cells have no borders
   */
  public static List<Border> of(List<CoverageCell> coverage) {
    List<CoverageCell> cells =
        coverage.stream().sorted(Comparator.comparing(CoverageCell::code)).toList();
    Geometry[] geometries = CoverageCell.geometries(cells);
    List<Border> borders = new ArrayList<>();
    for (Run run : new SegmentTable(geometries).runs()) {
      GeometryFactory factory = geometries[run.cell()].getFactory();
      String right = run.shared() ? cells.get(run.partner()).code() : null;
      borders.add(
          new Border(
              cells.get(run.cell()).code(), right, factory.createLineString(reversed(run.line()))));
    }
    borders.sort(
        Comparator.comparing(Border::left)
            .thenComparing(Border::right, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Border::line));
    return List.copyOf(borders);
  }

  /** Runs have their cell on the right. */
  private static Coordinate[] reversed(Coordinate[] line) {
    Coordinate[] reversed = new Coordinate[line.length];
    for (int i = 0; i < line.length; i++) {
      reversed[i] = line[line.length - 1 - i];
    }
    return reversed;
  }
}
