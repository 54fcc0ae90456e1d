package org.greensward.demonstration;

import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** A mesh of irregular triangles over a box; its vertices are numbered row by row. */
final class TriangleMesh {

  private static final double JITTER = 0.22;

  private final int columns;
  private final int rows;
  private final Coordinate[] vertices;

  /** A mesh whose edges are about {@code spacing} metres long. */
  TriangleMesh(Envelope box, double spacing, long seed) {
    this.columns = (int) Math.ceil(box.getWidth() / spacing) + 2;
    this.rows = (int) Math.ceil(box.getHeight() / (spacing * 0.866)) + 2;
    this.vertices = new Coordinate[columns * rows];
    Random random = new Random(seed);
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        double dx = (random.nextDouble() * 2 - 1) * JITTER;
        double dy = (random.nextDouble() * 2 - 1) * JITTER;
        vertices[j * columns + i] =
            new Coordinate(
                box.getMinX() + (i + 0.5 * (j % 2) + dx) * spacing,
                box.getMinY() + (j * 0.866 + dy) * spacing);
      }
    }
  }

  int size() {
    return vertices.length;
  }

  Coordinate vertex(int index) {
    return vertices[index];
  }

  /** Takes the three vertices of a triangle. */
  interface TriangleVisitor {
    void visit(int a, int b, int c);
  }

  void forEachTriangle(TriangleVisitor visitor) {
    for (int j = 0; j + 1 < rows; j++) {
      for (int i = 0; i + 1 < columns; i++) {
        int a = j * columns + i;
        int up = a + columns;
        if (j % 2 == 0) {
          visitor.visit(a, a + 1, up);
          visitor.visit(a + 1, up + 1, up);
        } else {
          visitor.visit(a, a + 1, up + 1);
          visitor.visit(a, up + 1, up);
        }
      }
    }
  }

  /** The vertices that share an edge with this one; -1 fills the places beyond the rim. */
  int[] neighbours(int index) {
    int i = index % columns;
    int j = index / columns;
    int shift = j % 2 == 0 ? -1 : 0;
    return new int[] {
      at(i - 1, j), at(i + 1, j),
      at(i + shift, j - 1), at(i + shift + 1, j - 1),
      at(i + shift, j + 1), at(i + shift + 1, j + 1)
    };
  }

  private int at(int i, int j) {
    return i < 0 || j < 0 || i >= columns || j >= rows ? -1 : j * columns + i;
  }
}
