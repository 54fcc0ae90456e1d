package org.greensward.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * All parishes generalised together, so that neighbours still meet exactly. Geometry is in
 * EPSG:3857.
 */
final class ParishCoverage {
  private final STRtree cells = new STRtree();

  private ParishCoverage(List<Cell> cells) {
    cells.forEach(cell -> this.cells.insert(cell.shape.getEnvelopeInternal(), cell));
    this.cells.build();
  }

  /**
   * @param source a valid coverage
   * @param tolerance how far an edge may move, in metres of EPSG:3857; 0 for not at all
   */
  static ParishCoverage generalise(List<Cell> source, double tolerance) {
    if (tolerance == 0 || source.isEmpty()) {
      return new ParishCoverage(source);
    }
    Geometry[] shapes = source.stream().map(Cell::shape).toArray(Geometry[]::new);
    Geometry[] simple = CoverageSimplifier.simplify(shapes, tolerance);
    List<Cell> cells = new ArrayList<>(simple.length);
    for (int i = 0; i < simple.length; i++) {
      cells.add(new Cell(source.get(i).id, source.get(i).code, simple[i]));
    }
    return new ParishCoverage(cells);
  }

  /** The parishes whose box touches a box in EPSG:3857. */
  @SuppressWarnings("unchecked")
  List<Cell> listCells(Envelope box) {
    return cells.query(box);
  }

  /**
   * One parish.
   *
   * @param id its row's
   * @param code its ONS code
   * @param shape its area in EPSG:3857
   */
  record Cell(long id, String code, Geometry shape) {}
}
