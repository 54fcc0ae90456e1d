package org.greensward.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.greensward.revision.LayerRevisions.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tiles a change touches. */
class TileRevisionQuadtreeTest {
  private static final double HALF_WORLD = 20037508.342789244;

  @Test
  void nothingTouchedNothing() {
    assertThat(TileRevisionQuadtree.EMPTY.at(0, 0, 0)).isZero();
    assertThat(TileRevisionQuadtree.EMPTY.at(22, 12345, 54321)).isZero();
  }

  @Test
  void everywhereIsEveryTile() {
    TileRevisionQuadtree tree = TileRevisionQuadtree.EMPTY.with(7, null);
    assertThat(tree.at(0, 0, 0)).isEqualTo(7);
    assertThat(tree.at(19, 300000, 200000)).isEqualTo(7);
  }

  /** A box of a metre at 10,10 metres from the middle of the world, in tile 13/4096/4095. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 5",
    "13, 4096, 4095, 5",
    "13, 4097, 4095, 0",
    "13, 4095, 4095, 5",
    "13, 4095, 4096, 5",
    "14, 8192, 8191, 5",
    "14, 8193, 8191, 0",
    "20, 524288, 524287, 5",
    "20, 524400, 524287, 0"
  })
  void aSmallChangeTouchesItsTilesAndThoseWhoseBufferItIsIn(int z, int x, int y, long revision) {
    TileRevisionQuadtree tree = TileRevisionQuadtree.EMPTY.with(5, new Box(10, 10, 11, 11));
    assertThat(tree.at(z, x, y)).isEqualTo(revision);
  }

  /** 17 of 256 pixels, the tile's buffer of 16 and one for what generalising does. */
  @ParameterizedTest
  @CsvSource({"16.5, 3", "17.5, 0"})
  void theBufferReachesSoFar(double pixels, long revision) {
    double pixel = 2 * HALF_WORLD / 256 / (1 << 12);
    double east = -pixels * pixel;
    TileRevisionQuadtree tree = TileRevisionQuadtree.EMPTY.with(3, new Box(east - 1, 10, east, 20));
    assertThat(tree.at(12, 2048, 2047)).isEqualTo(revision);
  }

  /** Against the plain definition, with boxes of all sizes, in two orders. */
  @Test
  void answersAsTheDefinitionDoesInWhateverOrderChangesCome() {
    Random random = new Random(42);
    List<Marked> changes = new ArrayList<>();
    for (int revision = 1; revision <= 300; revision++) {
      double size = Math.pow(10, 1 + 6 * random.nextDouble());
      double west = (random.nextDouble() - 0.5) * 4e6;
      double south = (random.nextDouble() - 0.5) * 4e6;
      changes.add(new Marked(revision, new Box(west, south, west + size, south + size)));
    }
    TileRevisionQuadtree forwards = tree(changes);
    List<Marked> shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, random);
    TileRevisionQuadtree otherwise = tree(shuffled);
    for (int i = 0; i < 3000; i++) {
      int z = random.nextInt(TileRevisionQuadtree.DEEPEST + 1);
      int middle = 1 << z >> 1;
      int reach = Math.max(1, middle / 8);
      int x = Math.min(Math.max(0, middle - reach + random.nextInt(2 * reach)), (1 << z) - 1);
      int y = Math.min(Math.max(0, middle - reach + random.nextInt(2 * reach)), (1 << z) - 1);
      assertThat(forwards.at(z, x, y)).isEqualTo(defined(changes, z, x, y));
      assertThat(otherwise.at(z, x, y)).isEqualTo(forwards.at(z, x, y));
    }
  }

  private static TileRevisionQuadtree tree(List<Marked> changes) {
    TileRevisionQuadtree tree = TileRevisionQuadtree.EMPTY;
    for (Marked change : changes) {
      tree = tree.with(change.revision, change.box);
    }
    return tree;
  }

  private static long defined(List<Marked> changes, int z, int x, int y) {
    double size = 2 * HALF_WORLD / (1L << z);
    double buffer = size * 17 / 256;
    double west = -HALF_WORLD + x * size - buffer;
    double north = HALF_WORLD - y * size + buffer;
    double wide = size + 2 * buffer;
    return changes.stream()
        .filter(c -> c.box.west() <= west + wide && c.box.east() >= west)
        .filter(c -> c.box.south() <= north && c.box.north() >= north - wide)
        .mapToLong(Marked::revision)
        .max()
        .orElse(0);
  }

  private record Marked(long revision, Box box) {}
}
