package org.greensward.tile.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.greensward.tile.encode.Attributes;
import org.greensward.tile.encode.TileWriter;
import org.greensward.tile.shape.Detail;
import org.greensward.tile.shape.Grid;
import org.greensward.tile.shape.GridBox;
import org.greensward.tile.shape.ShapeMaker;
import org.greensward.tile.shape.ShapeReader;
import org.greensward.tile.shape.Shapes;
import org.greensward.tile.shape.Thinning;
import org.locationtech.jts.geom.Geometry;

/**
 * The features of a cell: their shapes on the finest grid and, once somebody asked, thinned out for
 * each detail; their ids and their own properties.
 */
final class FeatureTable {
  private static final int OBJECT = 48;

  private final GridBox square;
  private final Shapes exact;
  private final byte[][] ids;
  private final Attributes[] own;
  private final Map<Detail, Shapes> thinned = new ConcurrentHashMap<>();
  private final int ownWeight;

  private FeatureTable(GridBox square, Shapes exact, byte[][] ids, Attributes[] own) {
    this.square = square;
    this.exact = exact;
    this.ids = ids;
    this.own = own;
    int weight = OBJECT;
    for (int i = 0; i < own.length; i++) {
      weight += 24 + ids[i].length + own[i].weight();
    }
    this.ownWeight = weight;
  }

  /** Roughly how many bytes it takes in memory now. */
  int weight() {
    int weight = ownWeight + exact.weight();
    for (Shapes shapes : thinned.values()) {
      weight += shapes.weight();
    }
    return weight;
  }

  /** The shapes on the finest grid. */
  Shapes exact() {
    return exact;
  }

  /** Which of the features a tile shows, and with which further properties. */
  interface Choice {
    /** Whether a feature is shown. */
    boolean shows(int feature);

    /** Properties that it shares with others, or null. */
    Attributes shared(int feature);
  }

  /**
   * Writes the features that meet the tile. One that lies in several cells is written by the cell
   * in which the lower left corner of what its box shares with the tile's lies.
   *
   * @return whether shapes were thinned out for this detail, so that the table has grown
   */
  boolean write(TileFrame tile, Detail detail, Choice choice, TileWriter out) {
    boolean known = thinned.containsKey(detail);
    Shapes shapes = null;
    GridBox box = tile.finest();
    for (int i = 0; i < ids.length; i++) {
      if (!exact.meets(i, box) || !choice.shows(i) || !exact.cornerIn(i, box, square)) {
        continue;
      }
      if (shapes == null) {
        shapes = thinned.computeIfAbsent(detail, this::thin);
      }
      tile.write(ids[i], own[i], choice.shared(i), shapes, i, out);
    }
    return !known && shapes != null;
  }

  private Shapes thin(Detail detail) {
    Shapes.Builder thin = new Shapes.Builder();
    ShapeMaker maker = new ShapeMaker(thin);
    for (int i = 0; i < exact.size(); i++) {
      Geometry geometry = ShapeReader.mercator(exact, i, Grid.Degrees.FINEST);
      maker.add(Thinning.thin(geometry, detail.tolerance()), detail.grid());
    }
    return thin.build();
  }

  /** Takes the features of a cell, one after the other. */
  static final class Builder {
    private final GridBox square;
    private final Shapes.Builder shapes = new Shapes.Builder();
    private final ShapeMaker maker = new ShapeMaker(shapes);
    private final List<byte[]> ids = new ArrayList<>();
    private final List<Attributes> own = new ArrayList<>();

    Builder(Cell cell) {
      this.square = cell.square();
    }

    /** Whether a geometry in EPSG:3857 has a box that meets the cell. */
    boolean takes(Geometry mercator) {
      var box = mercator.getEnvelopeInternal();
      Grid grid = Grid.Degrees.FINEST;
      return !box.isNull()
          && square.meets(
              grid.column(box.getMinX()),
              grid.row(box.getMinY()),
              grid.column(box.getMaxX()),
              grid.row(box.getMaxY()));
    }

    void add(String id, Attributes own, Geometry mercator) {
      maker.add(mercator, Grid.Degrees.FINEST);
      ids.add(Attributes.text(id));
      this.own.add(own);
    }

    FeatureTable build() {
      return new FeatureTable(
          square, shapes.build(), ids.toArray(byte[][]::new), own.toArray(Attributes[]::new));
    }
  }
}
