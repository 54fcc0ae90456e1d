package org.greensward.land.tile;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.greensward.layer.tile.TileCell;
import org.greensward.layer.tile.TileSourceCache;
import org.greensward.layer.tile.geometry.Generalisation;
import org.greensward.layer.tile.geometry.PackedGeometries;
import org.greensward.layer.tile.geometry.PixelSet;
import org.greensward.layer.tile.geometry.TileRaster;
import org.greensward.revision.LayerRevisions;
import org.springframework.stereotype.Component;

/**
 * What land covers at low zooms: squares drawn of the pieces just below the zoom at which they are
 * shown one by one, and for each zoom below that the squares of its four tiles, halved.
 */
@Component
public class LandRasters {
  private static final int FIRST = Generalisation.MERGED_BELOW - 1;
  private static final int WIDTH = LandRaster.ACROSS;

  private final PieceReader land;
  private final TileSourceCache memory;
  private final LayerRevisions known;

  public LandRasters(PieceReader land, TileSourceCache memory, LayerRevisions known) {
    this.land = land;
    this.memory = memory;
    this.known = known;
  }

  /** The cover of a tile at a date. */
  LandRaster of(TileCell tile, LocalDate at) {
    long revision = known.ofTile(PieceReader.LAYER, tile.z(), tile.x(), tile.y());
    return memory.get(new LandRaster.Key(tile, at), revision, () -> make(tile, at));
  }

  private LandRaster make(TileCell tile, LocalDate at) {
    long empty = memory.read(PieceReader.LAYER, r -> land.hasLand(tile) ? -1L : r);
    if (empty >= 0) {
      return new LandRaster(empty, Map.of());
    }
    return tile.z() == FIRST ? draw(tile, at) : halve(tile, at);
  }

  private LandRaster draw(TileCell tile, LocalDate at) {
    Map<LandGroup, PixelSet> sets = new HashMap<>();
    TileRaster raster = new TileRaster(tile.tile(), WIDTH);
    long revision = Long.MAX_VALUE;
    for (int quarter = 0; quarter < 4; quarter++) {
      PieceBlock block = land.block(quarter(tile, quarter), at);
      revision = Math.min(revision, block.revision());
      PieceAttributes[] terms = block.terms().get(at);
      PackedGeometries shapes = block.pieces().exact();
      for (int i = 0; i < terms.length; i++) {
        if (terms[i] != null) {
          raster.cover(sets.computeIfAbsent(terms[i].group(), g -> new PixelSet(WIDTH)), shapes, i);
        }
      }
    }
    return cover(revision, sets);
  }

  private static TileCell quarter(TileCell tile, int quarter) {
    return new TileCell(tile.z() + 1, 2 * tile.x() + (quarter & 1), 2 * tile.y() + (quarter >> 1));
  }

  private LandRaster halve(TileCell tile, LocalDate at) {
    Map<LandGroup, PixelSet> sets = new HashMap<>();
    long revision = Long.MAX_VALUE;
    for (int quarter = 0; quarter < 4; quarter++) {
      int east = (quarter & 1) * WIDTH;
      int south = (quarter >> 1) * WIDTH;
      LandRaster part = of(quarter(tile, quarter), at);
      revision = Math.min(revision, part.revision());
      part.squares()
          .forEach(
              (group, pixels) -> {
                PixelSet set = sets.computeIfAbsent(group, g -> new PixelSet(WIDTH));
                for (int pixel : pixels) {
                  set.add((pixel % WIDTH + east) / 2, (pixel / WIDTH + south) / 2);
                }
              });
    }
    return cover(revision, sets);
  }

  private static LandRaster cover(long revision, Map<LandGroup, PixelSet> sets) {
    Map<LandGroup, int[]> pixels = new HashMap<>();
    sets.forEach(
        (group, set) -> {
          int[] covered = set.toArray();
          if (covered.length > 0) {
            pixels.put(group, covered);
          }
        });
    return new LandRaster(revision, pixels);
  }
}
