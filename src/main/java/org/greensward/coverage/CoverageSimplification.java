package org.greensward.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;

/**
 * Thins out a coverage for small scales so that neighbours still meet exactly.
 *
 * <p>The work is done by JTS's CoverageSimplifier (Visvalingam-Whyatt on the edges between nodes).
 * Left to itself it drops small rings; here even the smallest cell, island and hole stays, at least
 * as a triangle. Should a cell come out invalid or empty all the same, it keeps all its vertices,
 * and the coverage is simplified once more around it.
 */
public final class CoverageSimplification {
  private static final int ATTEMPTS = 5;

  private CoverageSimplification() {}

  /**
   * @param coverage a valid coverage in metres, see {@link CoverageRepair}; with an invalid one
   *     neighbours may gape
   * @param toleranceM metres: the square root of the area of the triangles that are left out; 0
   *     gives the coverage back
   * @return the cells in the same order, as MultiPolygons; their vertices are vertices of the input
   * @throws IllegalArgumentException if the tolerance is negative or not finite
   */
  public static List<CoverageCell> simplify(List<CoverageCell> coverage, double toleranceM) {
    if (!(toleranceM >= 0) || Double.isInfinite(toleranceM)) {
      throw new IllegalArgumentException(
          "the tolerance is a number of metres from 0 up, not " + toleranceM);
    }
    Geometry[] before = CoverageCell.geometries(coverage);
    double[] tolerances = new double[before.length];
    Arrays.fill(tolerances, toleranceM);
    Geometry[] after = before;
    for (int attempt = 0; toleranceM > 0 && attempt < ATTEMPTS; attempt++) {
      CoverageSimplifier simplifier = new CoverageSimplifier(before);
      simplifier.setRemovableRingSizeFactor(0);
      after = simplifier.simplify(tolerances);
      if (!spare(before, after, tolerances)) {
        return cells(coverage, after);
      }
    }
    return coverage.stream()
        .map(cell -> new CoverageCell(cell.code(), Polygons.multi(cell.geometry())))
        .toList();
  }

  /** Sets the tolerance of cells that came out wrong to zero; whether there were any. */
  private static boolean spare(Geometry[] before, Geometry[] after, double[] tolerances) {
    boolean spared = false;
    for (int cell = 0; cell < before.length; cell++) {
      boolean sound =
          after[cell].isValid()
              && after[cell].getNumGeometries() == before[cell].getNumGeometries()
              && after[cell].isEmpty() == before[cell].isEmpty();
      if (!sound) {
        tolerances[cell] = 0;
        spared = true;
      }
    }
    return spared;
  }

  private static List<CoverageCell> cells(List<CoverageCell> coverage, Geometry[] geometries) {
    List<CoverageCell> cells = new ArrayList<>();
    for (int i = 0; i < geometries.length; i++) {
      cells.add(new CoverageCell(coverage.get(i).code(), Polygons.multi(geometries[i])));
    }
    return List.copyOf(cells);
  }
}
