package org.greensward.tile.layer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.greensward.store.KnownRevisions;
import org.greensward.tile.Generalisation;
import org.greensward.tile.shape.PixelSet;
import org.greensward.tile.shape.Raster;
import org.greensward.tile.shape.Shapes;
import org.springframework.stereotype.Component;

/**
 * What land covers at low zooms: squares drawn of the pieces just below the zoom at which they are
 * shown one by one, and for each zoom below that the squares of its four tiles, halved.
 */
@Component
class LandCovers {
  private static final int FIRST = Generalisation.MERGED_BELOW - 1;
  private static final int WIDTH = LandCover.ACROSS;

  private final LandReader land;
  private final PreparedMemory memory;
  private final KnownRevisions known;

  LandCovers(LandReader land, PreparedMemory memory, KnownRevisions known) {
    this.land = land;
    this.memory = memory;
    this.known = known;
  }

  /** The cover of a tile at a date. */
  LandCover of(Cell tile, LocalDate at) {
    long revision = known.ofTile(LandReader.LAYER, tile.z(), tile.x(), tile.y());
    return memory.get(new LandCover.Key(tile, at), revision, () -> make(tile, at));
  }

  private LandCover make(Cell tile, LocalDate at) {
    long empty = memory.read(LandReader.LAYER, r -> land.hasLand(tile) ? -1L : r);
    if (empty >= 0) {
      return new LandCover(empty, Map.of());
    }
    return tile.z() == FIRST ? draw(tile, at) : halve(tile, at);
  }

  private LandCover draw(Cell tile, LocalDate at) {
    Map<LandGroup, PixelSet> sets = new HashMap<>();
    Raster raster = new Raster(tile.tile(), WIDTH);
    long revision = Long.MAX_VALUE;
    for (int quarter = 0; quarter < 4; quarter++) {
      LandBlock block = land.block(quarter(tile, quarter), at);
      revision = Math.min(revision, block.revision());
      LandTerms[] terms = block.terms().get(at);
      Shapes shapes = block.pieces().exact();
      for (int i = 0; i < terms.length; i++) {
        if (terms[i] != null) {
          raster.cover(sets.computeIfAbsent(terms[i].group(), g -> new PixelSet(WIDTH)), shapes, i);
        }
      }
    }
    return cover(revision, sets);
  }

  private static Cell quarter(Cell tile, int quarter) {
    return new Cell(tile.z() + 1, 2 * tile.x() + (quarter & 1), 2 * tile.y() + (quarter >> 1));
  }

  private LandCover halve(Cell tile, LocalDate at) {
    Map<LandGroup, PixelSet> sets = new HashMap<>();
    long revision = Long.MAX_VALUE;
    for (int quarter = 0; quarter < 4; quarter++) {
      int east = (quarter & 1) * WIDTH;
      int south = (quarter >> 1) * WIDTH;
      LandCover part = of(quarter(tile, quarter), at);
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

  private static LandCover cover(long revision, Map<LandGroup, PixelSet> sets) {
    Map<LandGroup, int[]> pixels = new HashMap<>();
    sets.forEach(
        (group, set) -> {
          int[] covered = set.toArray();
          if (covered.length > 0) {
            pixels.put(group, covered);
          }
        });
    return new LandCover(revision, pixels);
  }
}
