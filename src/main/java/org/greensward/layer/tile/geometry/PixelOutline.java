package org.greensward.layer.tile.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The outline of pixels as valid polygons. Pixels that share an edge are one polygon, pixels that
 * share a corner alone are two that touch; corners stand only where the outline turns.
 *
 * <p>The outline is walked with the pixel on its right hand (rows count downwards), at a corner
 * between two pixels around the same pixel. Where a walk comes to a corner for the second time, the
 * loop in between is cut out as a ring of its own, so that rings touch but never cross.
 *
 * <p>It is used for one raster after the other of the same width, by one thread.
 */
public final class PixelOutline {
  private static final int[] STEP_X = {1, 0, -1, 0}; // east, south, west, north
  private static final int[] STEP_Y = {0, 1, 0, -1};
  private static final int[] AHEAD_RIGHT_X = {0, -1, -1, 0};
  private static final int[] AHEAD_RIGHT_Y = {0, 0, -1, -1};
  private static final int[] AHEAD_LEFT_X = {0, 0, -1, -1};
  private static final int[] AHEAD_LEFT_Y = {-1, 0, 0, -1};

  private final int width;
  private final int corners;
  private final PixelSet walked;
  private final int[] areas;
  private final OutlineLoops loops;
  private int[] stack = new int[64];
  private PixelSet pixels;

  /**
   * @param width of the rasters, in pixels
   */
  public PixelOutline(int width) {
    this.width = width;
    this.corners = width + 1;
    this.walked = new PixelSet(width);
    this.areas = new int[width * width];
    this.loops = new OutlineLoops(corners);
  }

  /**
   * Adds the outline of a raster as one shape.
   *
   * @param column the grid's number of the west edge of a column of pixels
   * @param row the grid's number of the north edge of a row
   * @param rowsGrow whether the grid's rows grow southwards, as the pixels' do
   */
  public void add(
      PixelSet raster,
      IntUnaryOperator column,
      IntUnaryOperator row,
      boolean rowsGrow,
      PackedGeometries.Builder out) {
    out.begin(PackedGeometries.POLYGON);
    for (OutlineLoops.Ring ring : rings(raster)) {
      out.part(ring.doubledArea() < 0);
      int last = ring.corners().length - 1;
      for (int i = 0; i <= last; i++) {
        int corner = ring.corners()[rowsGrow ? i : last - i];
        out.point(column.applyAsInt(corner % corners), row.applyAsInt(corner / corners));
      }
    }
  }

  /** All rings; those of one area together, its outer ring first. */
  private List<OutlineLoops.Ring> rings(PixelSet raster) {
    pixels = raster;
    int[] all = raster.toArray();
    int areaCount = 0;
    for (int pixel : all) {
      if (areas[pixel] == 0) {
        spread(pixel, ++areaCount);
      }
    }
    List<OutlineLoops.Ring> rings = new ArrayList<>();
    for (int pixel : all) {
      int x = pixel % width;
      int y = pixel / width;
      if (!raster.has(x, y - 1) && !walked.has(x, y)) {
        walk(x, y);
        loops.close(areas[pixel], rings);
      }
    }
    for (int pixel : all) {
      areas[pixel] = 0;
    }
    walked.clear();
    rings.sort(
        Comparator.comparingInt(OutlineLoops.Ring::area)
            .thenComparing(Comparator.comparingLong(OutlineLoops.Ring::doubledArea).reversed()));
    return rings;
  }

  /** Marks the pixels that hang together by edges. */
  private void spread(int start, int area) {
    int size = 0;
    stack[size++] = start;
    areas[start] = area;
    while (size > 0) {
      int pixel = stack[--size];
      for (int d = 0; d < 4; d++) {
        int x = pixel % width + STEP_X[d];
        int y = pixel / width + STEP_Y[d];
        if (pixels.has(x, y) && areas[y * width + x] == 0) {
          areas[y * width + x] = area;
          if (size == stack.length) {
            stack = Arrays.copyOf(stack, 2 * size);
          }
          stack[size++] = y * width + x;
        }
      }
    }
  }

  /**
   * Walks the outline that runs eastwards along the north edge of a pixel, back to where it began.
   * The first such edge in order of rows has a turn where it begins.
   */
  private void walk(int pixelX, int pixelY) {
    int x = pixelX;
    int y = pixelY;
    int direction = 0;
    boolean turns = true;
    do {
      if (direction == 0) {
        walked.add(x, y);
      }
      if (turns) {
        loops.turnAt(x, y);
      }
      x += STEP_X[direction];
      y += STEP_Y[direction];
      int next = turn(x, y, direction);
      turns = next != direction;
      direction = next;
    } while (x != pixelX || y != pixelY || direction != 0);
  }

  /** Which way the outline goes on from a corner. */
  private int turn(int x, int y, int direction) {
    if (!pixels.has(x + AHEAD_RIGHT_X[direction], y + AHEAD_RIGHT_Y[direction])) {
      return (direction + 1) & 3;
    }
    boolean left = pixels.has(x + AHEAD_LEFT_X[direction], y + AHEAD_LEFT_Y[direction]);
    return left ? (direction + 3) & 3 : direction;
  }
}
