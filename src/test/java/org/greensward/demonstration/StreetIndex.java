package org.greensward.demonstration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Finds the streets near a point, by points set along them every few metres. */
final class StreetIndex {

  private static final double CELL = 80;
  private static final double EVERY = 8;

  private record Mark(Coordinate at, Street street) {}

  private final Map<Long, List<Mark>> cells = new HashMap<>();

  void add(Street street) {
    LengthIndexedLine along = new LengthIndexedLine(street.line());
    double length = street.line().getLength();
    for (double at = 0; at < length; at += EVERY) {
      put(new Mark(along.extractPoint(at), street));
    }
    put(new Mark(along.extractPoint(length), street));
  }

  /** The nearest marked point of any street but {@code except}, if one is within {@code reach}. */
  Optional<Coordinate> findNearest(Coordinate point, double reach, Street except) {
    Coordinate best = null;
    double bestDistance = reach;
    int cells = (int) Math.ceil(reach / CELL);
    long column = (long) Math.floor(point.x / CELL);
    long row = (long) Math.floor(point.y / CELL);
    for (long i = column - cells; i <= column + cells; i++) {
      for (long j = row - cells; j <= row + cells; j++) {
        for (Mark mark : this.cells.getOrDefault(key(i, j), List.of())) {
          double distance = mark.at().distance(point);
          if (distance < bestDistance && mark.street() != except) {
            best = mark.at();
            bestDistance = distance;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private void put(Mark mark) {
    long column = (long) Math.floor(mark.at().x / CELL);
    long row = (long) Math.floor(mark.at().y / CELL);
    cells.computeIfAbsent(key(column, row), k -> new ArrayList<>()).add(mark);
  }

  private static long key(long column, long row) {
    return column * 1_000_003 + row;
  }
}
