package org.greensward.tile;

import java.util.List;
import org.greensward.geometry.CoverageCell;
import org.greensward.geometry.CoverageSimplification;
import org.greensward.geometry.SharedBorders;
import org.greensward.geometry.SharedBorders.Border;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * All parishes generalised together, so that neighbours still meet exactly, and the borders between
 * them taken from the same lines. Codes are ONS codes, geometry is in EPSG:3857.
 */
final class ParishCoverage {
  private final STRtree cells = new STRtree();
  private final STRtree borders = new STRtree();

  private ParishCoverage(List<CoverageCell> cells) {
    cells.forEach(cell -> this.cells.insert(cell.geometry().getEnvelopeInternal(), cell));
    for (Border border : SharedBorders.of(cells)) {
      this.borders.insert(border.line().getEnvelopeInternal(), border);
    }
    this.cells.build();
    this.borders.build();
  }

  /**
   * @param source a valid coverage
   * @param tolerance how far an edge may move, in metres of EPSG:3857; 0 for not at all
   */
  static ParishCoverage generalise(List<CoverageCell> source, double tolerance) {
    return new ParishCoverage(CoverageSimplification.simplify(source, tolerance));
  }

  /** The parishes whose box touches a box in EPSG:3857. */
  @SuppressWarnings("unchecked")
  List<CoverageCell> listCells(Envelope box) {
    return cells.query(box);
  }

  /** The borders whose box touches a box in EPSG:3857, each once. */
  @SuppressWarnings("unchecked")
  List<Border> listBorders(Envelope box) {
    return borders.query(box);
  }
}
