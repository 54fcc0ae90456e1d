package org.greensward.bench.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * A polygon coverage of generated parishes, a square without gap or overlap: a grid whose nodes are
 * moved and whose edges are ragged, each edge made once and used by both its neighbours.
 * Coordinates are EPSG:27700.
 */
public final class ParishMesh {
  private static final double NODE_MOVES = 0.2; // of the width of a parish
  private static final double EDGE_MOVES = 0.08; // of the length of the stretch
  private static final int HALVINGS = 4;

  private final int across;
  private final double width;
  private final double west;
  private final double south;
  private final Random random;
  private final Coordinate[][] nodes;
  private final List<List<List<Coordinate>>> eastward;
  private final List<List<List<Coordinate>>> northward;

  /**
   * @param across parishes on a side
   * @param side of the square, in metres
   */
  public ParishMesh(int across, double west, double south, double side, long seed) {
    this.across = across;
    this.width = side / across;
    this.west = west;
    this.south = south;
    this.random = new Random(seed);
    this.nodes = new Coordinate[across + 1][across + 1];
    for (int i = 0; i <= across; i++) {
      for (int j = 0; j <= across; j++) {
        nodes[i][j] = new Coordinate(moved(west, i), moved(south, j));
      }
    }
    this.eastward = edges(1, 0);
    this.northward = edges(0, 1);
  }

  private double moved(double from, int step) {
    return from + width * (step + NODE_MOVES * (2 * random.nextDouble() - 1));
  }

  private List<List<List<Coordinate>>> edges(int stepEast, int stepNorth) {
    List<List<List<Coordinate>>> columns = new ArrayList<>();
    for (int i = 0; i <= across - stepEast; i++) {
      List<List<Coordinate>> column = new ArrayList<>();
      for (int j = 0; j <= across - stepNorth; j++) {
        List<Coordinate> edge = new ArrayList<>(List.of(nodes[i][j]));
        roughen(nodes[i][j], nodes[i + stepEast][j + stepNorth], HALVINGS, edge);
        column.add(edge);
      }
      columns.add(column);
    }
    return columns;
  }

  /** Moves the middle of a stretch aside, and so on in both halves; adds all but the start. */
  private void roughen(Coordinate from, Coordinate to, int halvings, List<Coordinate> line) {
    if (halvings == 0) {
      line.add(to);
      return;
    }
    double aside = EDGE_MOVES * (2 * random.nextDouble() - 1);
    Coordinate middle =
        new Coordinate(
            (from.x + to.x) / 2 - aside * (to.y - from.y),
            (from.y + to.y) / 2 + aside * (to.x - from.x));
    roughen(from, middle, halvings - 1, line);
    roughen(middle, to, halvings - 1, line);
  }

  int size() {
    return across * across;
  }

  /** A place on a border, drawn from all corners of all parishes. */
  Coordinate drawOnBorder(Random draw) {
    List<Coordinate> ring = ring(draw.nextInt(size()));
    return ring.get(draw.nextInt(ring.size()));
  }

  /** A place in the square. */
  Coordinate drawAnywhere(Random draw) {
    double side = across * width;
    return new Coordinate(west + side * draw.nextDouble(), south + side * draw.nextDouble());
  }

  /** The parish of a number from 0, as well-known text. */
  public String wkt(int number) {
    StringBuilder text = new StringBuilder("MULTIPOLYGON(((");
    List<Coordinate> ring = ring(number);
    for (Coordinate c : ring) {
      text.append(String.format(Locale.ROOT, "%.3f %.3f,", c.x, c.y));
    }
    text.setLength(text.length() - 1);
    return text.append(")))").toString();
  }

  private List<Coordinate> ring(int number) {
    int i = number / across;
    int j = number % across;
    List<Coordinate> ring = new ArrayList<>(eastward.get(i).get(j));
    append(ring, northward.get(i + 1).get(j), false);
    append(ring, eastward.get(i).get(j + 1), true);
    append(ring, northward.get(i).get(j), true);
    return ring;
  }

  private static void append(List<Coordinate> ring, List<Coordinate> edge, boolean backwards) {
    for (int k = 1; k < edge.size(); k++) {
      ring.add(edge.get(backwards ? edge.size() - 1 - k : k));
    }
  }
}
