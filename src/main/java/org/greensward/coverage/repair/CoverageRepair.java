package org.greensward.coverage.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.greensward.coverage.CoverageCell;
import org.greensward.coverage.CoverageFault.Kind;
import org.greensward.coverage.CoverageProgress;
import org.greensward.coverage.InscribedWidth;
import org.greensward.coverage.Polygons;
import org.greensward.coverage.RepairedCoverage;

/**
 * Makes a valid coverage out of polygons that gape and overlap, and says what was wrong.
 *
 * <p>The rules, where "lower code" is by string order:
 *
 * <ul>
 *   <li>An invalid polygon is repaired first (JTS GeometryFixer); rows under one code become one
 *       cell; of cells with the same shape the lowest code keeps it and the others are lost.
 *   <li>Where two borders of neighbours differ by a little, the line of the lower code stands: an
 *       overlap narrower than the gap width goes to the lowest code in it, a gap narrower than that
 *       to the highest code beside it.
 *   <li>A wider overlap, or one that is more than half of the smallest cell in it, goes to that
 *       smallest cell (the lower code of equal ones), so that a town drawn on top of a rural parish
 *       stays.
 *   <li>A wider gap stays open and is reported, once for each, if cells enclose it: it may be an
 *       unparished area or a lake. What opens to the outside is a gap only while it is narrower
 *       than the gap width and at least four times as deep as its mouth is wide; so the notch in
 *       which a border meets the coast is left alone, while a narrow creek between two cells is
 *       closed up to where it widens.
 * </ul>
 *
 * <p>Width is the diameter of the largest circle that fits in. In the result, no two cells overlap,
 * neighbours have the same vertices along their border, and each cell is a valid MultiPolygon.
 * Cells without faults come back with the coordinates they had. Others keep their vertices except
 * where their border gave way to another; new vertices are crossings of two borders, vertices of a
 * neighbour, or the foot of a gap's mouth. Vertices nearer to each other than 0.1 mm become one in
 * cells with faults. Z and M are dropped from changed cells, and their rings may start elsewhere.
 *
 * <p>The same input gives the same result, in whatever order it comes. Time and memory grow with
 * the vertices of cells in trouble more than with those of all: the parishes of England and Wales
 * with three million vertices and one cell in a hundred off take half a minute and 1.5 GB; with a
 * million vertices and every cell off, minutes and up to 8 GB.
 */
public final class CoverageRepair {
  /** Gaps narrower than this many metres are closed unless something else is asked for. */
  public static final double DEFAULT_GAP_WIDTH_M = 10;

  private static final int ROUNDS = 4;

  private final double gapWidth;
  private final CoverageProgress progress;
  private final CoverageFaultLog faults = new CoverageFaultLog();
  private PreparedCells cells;

  private CoverageRepair(double gapWidth, CoverageProgress progress) {
    this.gapWidth = gapWidth;
    this.progress = progress;
  }

  /** Repairs with {@link #DEFAULT_GAP_WIDTH_M}. */
  public static RepairedCoverage repair(List<CoverageCell> cells) {
    return repair(cells, DEFAULT_GAP_WIDTH_M, CoverageProgress.NONE);
  }

  /**
   * @param cells in metres (EPSG:27700), possibly invalid, several under one code, or empty
   * @param gapWidthM metres below which a gap is closed, 0 to close none; finite and not negative
   * @throws IllegalArgumentException if the gap width is out of range
   */
  public static RepairedCoverage repair(
      List<CoverageCell> cells, double gapWidthM, CoverageProgress progress) {
    if (!(gapWidthM >= 0) || Double.isInfinite(gapWidthM)) {
      throw new IllegalArgumentException(
          "the gap width is a number of metres from 0 up, not " + gapWidthM);
    }
    Objects.requireNonNull(progress, "progress");
    return new CoverageRepair(gapWidthM, progress).run(cells);
  }

  private RepairedCoverage run(List<CoverageCell> input) {
    cells = new PreparedCells(input, faults, progress);
    boolean narrowTried = false;
    RepairRound round = new RepairRound(cells.work, gapWidth, gapWidth);
    List<GapFinder.Gap> gaps = List.of();
    for (int count = 0; count < ROUNDS; count++) {
      if (round.clean()) {
        gaps = GapFinder.find(round.runs());
        List<GapFinder.Gap> narrow = gaps.stream().filter(this::narrow).toList();
        if (narrowTried || narrow.isEmpty()) {
          break;
        }
        narrow.stream().map(GapFinder.Gap::cells).forEach(round::suspect);
        narrowTried = true;
      }
      apply(round.repair(progress));
      round = new RepairRound(cells.work, gapWidth, 0);
    }
    report(round, gaps);
    return new RepairedCoverage(result(input), cells.changed(), faults.list());
  }

  private boolean narrow(GapFinder.Gap gap) {
    return InscribedWidth.narrower(gap.area(), gapWidth);
  }

  private void apply(ClusterRepair.Result result) {
    result
        .changed()
        .forEach(
            (cell, geometry) -> {
              cells.work[cell] = geometry;
              cells.replaced.set(cell);
            });
    result.findings().forEach(finding -> faults.addPlace(finding, cells.codes));
  }

  private void report(RepairRound last, List<GapFinder.Gap> gaps) {
    for (GapFinder.Gap gap : gaps) {
      faults.add(Kind.GAP, cells.names(gap.cells()), null, gap.area());
    }
    for (CoverageEdgeChecker.Pair pair : last.pairs()) {
      List<String> codes = cells.names(pair.low(), pair.high());
      faults.add(Kind.UNREPAIRED, codes, null, cells.work[pair.low()]);
    }
    for (int cell = 0; cell < cells.work.length; cell++) {
      if (cells.work[cell].isEmpty() && !cells.sound[cell].isEmpty()) {
        faults.add(Kind.LOST, cells.names(cell), null, cells.sound[cell]);
      }
    }
  }

  private List<CoverageCell> result(List<CoverageCell> input) {
    List<CoverageCell> result = new ArrayList<>();
    input.stream()
        .map(CoverageCell::code)
        .distinct()
        .forEach(code -> result.add(new CoverageCell(code, Polygons.multi(cells.result(code)))));
    return List.copyOf(result);
  }
}
