package org.greensward.layer.tile.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class PixelOutlineTest {
  private static final int WIDTH = 24;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Rows from the north; # is a pixel, / ends a row. */
  @ParameterizedTest
  @CsvSource({
    "#, 1, 0, 4",
    "##/##, 1, 0, 4",
    "#./.#, 2, 0, 8",
    "###/#.#/###, 1, 1, 8",
    "###/#.#/##., 1, 1, 10", // the hole touches the outer ring
    ".#./#.#/.#., 4, 0, 16",
    "####/#..#/#.##/####, 1, 1, 10",
    "###./#.##/##.#/.###, 1, 2, 16" // two holes touch each other
  })
  void theOutlineIsOfTheFewestRingsThatAreValid(String rows, int polygons, int holes, int corners) {
    PixelSet pixels = new PixelSet(WIDTH);
    String[] lines = rows.split("/");
    for (int y = 0; y < lines.length; y++) {
      for (int x = 0; x < lines[y].length(); x++) {
        if (lines[y].charAt(x) == '#') {
          pixels.add(x, y);
        }
      }
    }
    Geometry outline = outline(pixels, false);
    assertThat(outline.isValid()).isTrue();
    assertThat(outline.getNumGeometries()).isEqualTo(polygons);
    int rings = 0;
    for (int i = 0; i < outline.getNumGeometries(); i++) {
      rings += ((Polygon) outline.getGeometryN(i)).getNumInteriorRing();
    }
    assertThat(rings).isEqualTo(holes);
    assertThat(outline.getNumPoints() - polygons - holes).isEqualTo(corners);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.1", "2, 0.3", "3, 0.5", "4, 0.6", "5, 0.8", "6, 0.95"})
  void anyPixelsHaveAValidOutlineOfTheirVeryArea(long seed, double density) {
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      PixelSet pixels = new PixelSet(WIDTH);
      for (int i = 0; i < WIDTH * WIDTH; i++) {
        if (random.nextDouble() < density) {
          pixels.add(i % WIDTH, i / WIDTH);
        }
      }
      Geometry outline = outline(pixels, random.nextBoolean());
      assertThat(outline.isValid()).isTrue();
      assertThat(outline.getArea()).isEqualTo(pixels.toArray().length);
    }
  }

  @Test
  void theOutlineIsThatOfThePixels() {
    Random random = new Random(9);
    PixelSet pixels = new PixelSet(WIDTH);
    List<Geometry> squares = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      pixels.add(random.nextInt(WIDTH), random.nextInt(WIDTH));
    }
    for (int pixel : pixels.toArray()) {
      int x = pixel % WIDTH;
      int y = pixel / WIDTH;
      squares.add(FACTORY.toGeometry(new Envelope(x, x + 1, y, y + 1)));
    }
    Geometry expected = CoverageUnion.union(squares.toArray(Geometry[]::new));
    assertThat(outline(pixels, true).equalsTopo(expected)).isTrue();
  }

  @Test
  void outerRingsHaveAPositiveAreaInTheGridsNumbersWhicheverWayItsRowsGo() {
    PixelSet pixels = new PixelSet(WIDTH);
    pixels.add(3, 4);
    for (boolean rowsGrow : new boolean[] {true, false}) {
      Polygon square = (Polygon) outline(pixels, rowsGrow).getGeometryN(0);
      assertThat(Orientation.isCCW(square.getExteriorRing().getCoordinateSequence())).isTrue();
    }
  }

  private static Geometry outline(PixelSet pixels, boolean rowsGrow) {
    PackedGeometries.Builder shape = new PackedGeometries.Builder();
    new PixelOutline(WIDTH).add(pixels, x -> x, y -> rowsGrow ? y : -y, rowsGrow, shape);
    return GridGeometryReader.onGrid(shape.build(), 0);
  }
}
