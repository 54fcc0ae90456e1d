package org.greensward.layer.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.greensward.layer.tile.geometry.GeometrySimplifier;
import org.greensward.layer.tile.geometry.GridBox;
import org.greensward.layer.tile.geometry.GridGeometryBuilder;
import org.greensward.layer.tile.geometry.GridGeometryReader;
import org.greensward.layer.tile.geometry.PackedGeometries;
import org.greensward.layer.tile.geometry.TileDetail;
import org.greensward.layer.tile.geometry.TileGrid;
import org.locationtech.jts.geom.Geometry;

/**
 * The features of a cell: their shapes on the finest grid and, once somebody asked, thinned out for
 * each detail; their ids and their own properties.
 */
public final class FeatureTable {
  private static final int OBJECT = 48;

  private final GridBox square;
  private final PackedGeometries exact;
  private final byte[][] ids;
  private final EncodedProperties[] own;
  private final Map<TileDetail, PackedGeometries> thinned = new ConcurrentHashMap<>();
  private final int ownWeight;

  private FeatureTable(
      GridBox square, PackedGeometries exact, byte[][] ids, EncodedProperties[] own) {
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
  public int weight() {
    int weight = ownWeight + exact.weight();
    for (PackedGeometries shapes : thinned.values()) {
      weight += shapes.weight();
    }
    return weight;
  }

  /** The shapes on the finest grid. */
  public PackedGeometries exact() {
    return exact;
  }

  /** Which of the features a tile shows, and with which further properties. */
  public interface Choice {
    /** Whether a feature is shown. */
    boolean shows(int feature);

    /** Properties that it shares with others, or null. */
    EncodedProperties shared(int feature);
  }

  /**
   * Writes the features that meet the tile. One that lies in several cells is written by the cell
   * in which the lower left corner of what its box shares with the tile's lies.
   *
   * @return whether shapes were thinned out for this detail, so that the table has grown
   */
  public boolean write(TileFrame tile, TileDetail detail, Choice choice, TileWriter out) {
    boolean known = thinned.containsKey(detail);
    PackedGeometries shapes = null;
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

  private PackedGeometries thin(TileDetail detail) {
    PackedGeometries.Builder thin = new PackedGeometries.Builder();
    GridGeometryBuilder maker = new GridGeometryBuilder(thin);
    for (int i = 0; i < exact.size(); i++) {
      Geometry geometry = GridGeometryReader.mercator(exact, i, TileGrid.Degrees.FINEST);
      maker.add(GeometrySimplifier.thin(geometry, detail.tolerance()), detail.grid());
    }
    return thin.build();
  }

  /** Takes the features of a cell, one after the other. */
  public static final class Builder {
    private final GridBox square;
    private final PackedGeometries.Builder shapes = new PackedGeometries.Builder();
    private final GridGeometryBuilder maker = new GridGeometryBuilder(shapes);
    private final List<byte[]> ids = new ArrayList<>();
    private final List<EncodedProperties> own = new ArrayList<>();

    public Builder(TileCell cell) {
      this.square = cell.square();
    }

    /** Whether a geometry in EPSG:3857 has a box that meets the cell. */
    public boolean takes(Geometry mercator) {
      var box = mercator.getEnvelopeInternal();
      TileGrid grid = TileGrid.Degrees.FINEST;
      return !box.isNull()
          && square.meets(
              grid.column(box.getMinX()),
              grid.row(box.getMinY()),
              grid.column(box.getMaxX()),
              grid.row(box.getMaxY()));
    }

    public void add(String id, EncodedProperties own, Geometry mercator) {
      maker.add(mercator, TileGrid.Degrees.FINEST);
      ids.add(EncodedProperties.text(id));
      this.own.add(own);
    }

    public FeatureTable build() {
      return new FeatureTable(
          square,
          shapes.build(),
          ids.toArray(byte[][]::new),
          own.toArray(EncodedProperties[]::new));
    }
  }
}
