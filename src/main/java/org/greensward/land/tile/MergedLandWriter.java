package org.greensward.land.tile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.greensward.layer.tile.EncodedProperties;
import org.greensward.layer.tile.TileCell;
import org.greensward.layer.tile.TileLayer;
import org.greensward.layer.tile.TileWriter;
import org.greensward.layer.tile.geometry.PackedGeometries;
import org.greensward.layer.tile.geometry.PixelOutline;
import org.greensward.layer.tile.geometry.PixelSet;
import org.greensward.layer.tile.geometry.ShapeClipper;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.layer.tile.geometry.TileDetail;
import org.greensward.layer.tile.geometry.TileGrid;
import org.greensward.revision.LayerRevisions;
import org.springframework.stereotype.Component;

/** Writes land at low zooms: one feature for each group, drawn as the squares that it covers. */
@Component
public class MergedLandWriter {
  private static final int ACROSS = LandRaster.ACROSS;
  private static final int BUFFER = ((int) ShapeClipper.BUFFER_PIXELS) * ACROSS / TileCoord.PIXELS;
  private static final int WIDTH = ACROSS + 2 * BUFFER;
  private static final Comparator<String> NULLS_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());
  private static final Comparator<LandGroup> BY_NAME =
      Comparator.comparing(LandGroup::parish, NULLS_LAST)
          .thenComparing(LandGroup::assetType)
          .thenComparing(LandGroup::lookedAfterBy, NULLS_LAST)
          .thenComparing(LandGroup::lookedAfterByKind, NULLS_LAST)
          .thenComparing(LandGroup::unit)
          .thenComparing(LandGroup::status, NULLS_LAST);

  private final LandRasters covers;
  private final PieceReader land;
  private final LayerRevisions known;

  public MergedLandWriter(LandRasters covers, PieceReader land, LayerRevisions known) {
    this.covers = covers;
    this.land = land;
    this.known = known;
  }

  /** See {@link TileLayer#write}. */
  long write(TileCoord tile, TileDetail detail, LocalDate at, TileWriter out) {
    Map<LandGroup, PixelSet> groups = new TreeMap<>(BY_NAME);
    long revision = gather(tile, at, groups);
    long wanted = known.ofTile(PieceReader.LAYER, tile.z(), tile.x(), tile.y());
    PixelOutline outline = new PixelOutline(WIDTH);
    int[] columns = columns(tile, detail.grid());
    int[] rows = rows(tile, detail.grid());
    boolean rowsGrow = rows[WIDTH] > rows[0];
    for (Map.Entry<LandGroup, PixelSet> entry : groups.entrySet()) {
      LandGroup group = entry.getKey();
      LandGroupTotals totals = land.totals(group.parishId(), at, wanted);
      revision = Math.min(revision, totals.revision());
      EncodedProperties attributes = totals.byGroup().get(group);
      if (attributes != null) {
        PackedGeometries.Builder shape = new PackedGeometries.Builder();
        outline.add(entry.getValue(), i -> columns[i], i -> rows[i], rowsGrow, shape);
        out.add(id(group), attributes, null, shape.build(), 0);
      }
    }
    return revision;
  }

  /** The squares of each group in the tile and its buffer. */
  private long gather(TileCoord tile, LocalDate at, Map<LandGroup, PixelSet> groups) {
    long revision = Long.MAX_VALUE;
    for (TileCell cell : TileCell.under(tile, ShapeClipper.BUFFER_PIXELS)) {
      LandRaster cover = covers.of(cell, at);
      revision = Math.min(revision, cover.revision());
      int east = BUFFER + (cell.x() - tile.x()) * ACROSS;
      int south = BUFFER + (cell.y() - tile.y()) * ACROSS;
      cover.squares().forEach((group, squares) -> add(groups, group, squares, east, south));
    }
    return revision;
  }

  private static void add(
      Map<LandGroup, PixelSet> groups, LandGroup group, int[] squares, int east, int south) {
    PixelSet set = groups.get(group);
    for (int square : squares) {
      int column = square % ACROSS + east;
      int row = square / ACROSS + south;
      if (column >= 0 && row >= 0 && column < WIDTH && row < WIDTH) {
        if (set == null) {
          set = new PixelSet(WIDTH);
          groups.put(group, set);
        }
        set.add(column, row);
      }
    }
  }

  /** The side of a square in metres of EPSG:3857. */
  private static double side(TileCoord tile) {
    return TileCoord.pixel(tile.z()) * TileCoord.PIXELS / ACROSS;
  }

  private static int[] columns(TileCoord tile, TileGrid grid) {
    double west = tile.envelope(ShapeClipper.BUFFER_PIXELS).getMinX();
    int[] columns = new int[WIDTH + 1];
    for (int i = 0; i <= WIDTH; i++) {
      columns[i] = grid.column(west + i * side(tile));
    }
    return columns;
  }

  private static int[] rows(TileCoord tile, TileGrid grid) {
    double north = tile.envelope(ShapeClipper.BUFFER_PIXELS).getMaxY();
    int[] rows = new int[WIDTH + 1];
    for (int i = 0; i <= WIDTH; i++) {
      rows[i] = grid.row(north - i * side(tile));
    }
    return rows;
  }

  private static byte[] id(LandGroup group) {
    StringBuilder id = new StringBuilder();
    for (String part :
        new String[] {group.parish(), group.assetType(), group.lookedAfterBy(), group.status()}) {
      if (part != null) {
        id.append(id.length() == 0 ? "" : "|").append(part);
      }
    }
    return EncodedProperties.text(id.toString());
  }
}
