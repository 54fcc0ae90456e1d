package org.greensward.layer.tile.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PixelSetTest {
  private static final int WIDTH = 20;
  private static final int STEPS = 1000;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Coordinates are in pixels. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POINT(3.5 4.5); 1",
        "POINT(-3 4); 0",
        "LINESTRING(1.5 1.5,4.5 1.5); 4",
        "LINESTRING(1.5 1.5,1.5 4.5); 4",
        "POLYGON((2.2 2.2,2.4 2.2,2.3 2.4,2.2 2.2)); 1",
        "POLYGON((1.5 1.5,9.5 1.5,9.5 1.6,1.5 1.6,1.5 1.5)); 9",
        "POLYGON((0.5 0.5,6.5 0.5,6.5 6.5,0.5 6.5,0.5 0.5),(1.5 1.5,1.5 5.5,5.5 5.5,5.5 1.5,1.5"
            + " 1.5)); 40",
        "MULTIPOLYGON(((1.2 1.2,1.8 1.2,1.5 1.8,1.2 1.2)),((8.2 8.2,8.8 8.2,8.5 8.8,8.2 8.2))); 2"
      })
  void everyPixelThatIsPassedThroughIsCovered(String wkt, int pixels) throws ParseException {
    assertThat(cover(new WKTReader().read(wkt)).toArray()).hasSize(pixels);
  }

  /** Against the geometry library, pixel by pixel. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aRandomPolygonCoversWhatItMeets(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      Coordinate[] corners = new Coordinate[8];
      for (int i = 0; i < corners.length; i++) {
        corners[i] = new Coordinate(random.nextDouble() * 24 - 2, random.nextDouble() * 24 - 2);
      }
      Geometry polygon = new ConvexHull(corners, FACTORY).getConvexHull();
      PixelSet covered = cover(polygon);
      for (int i = 0; i < WIDTH * WIDTH; i++) {
        int x = i % WIDTH;
        int y = i / WIDTH;
        Geometry inside = FACTORY.toGeometry(new Envelope(x, x + 1, y, y + 1)).buffer(-0.01);
        Geometry around = FACTORY.toGeometry(new Envelope(x, x + 1, y, y + 1)).buffer(0.01);
        if (polygon.intersects(inside)) {
          assertThat(covered.has(x, y)).as("%d,%d of %s", x, y, polygon).isTrue();
        } else if (!polygon.intersects(around)) {
          assertThat(covered.has(x, y)).as("%d,%d of %s", x, y, polygon).isFalse();
        }
      }
    }
  }

  private static PixelSet cover(Geometry pixels) {
    Geometry onGrid = pixels.copy();
    onGrid.apply(
        (Coordinate c) -> {
          c.x = c.x * STEPS;
          c.y = c.y * STEPS;
        });
    onGrid.geometryChanged();
    PackedGeometries.Builder shape = new PackedGeometries.Builder();
    new GridGeometryBuilder(shape).addOnGrid(GridGeometryBuilder.rounded(onGrid));
    PixelSet covered = new PixelSet(WIDTH);
    covered.cover(shape.build(), 0, x -> x / (double) STEPS, y -> y / (double) STEPS);
    return covered;
  }
}
