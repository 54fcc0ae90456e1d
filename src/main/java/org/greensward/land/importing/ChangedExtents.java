package org.greensward.land.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where new parcels are, gathered in squares of 10 km as the function {@code gathered} of the
 * schema does it, so that tiles there are made anew.
 */
final class ChangedExtents {
  private static final double SIDE_M = 10_000;

  private record Square(long column, long row) {}

  private final Map<Square, Envelope> boxes = new HashMap<>();
  private final List<Long> unknown = new ArrayList<>();

  /**
   * Adds a parcel.
   *
   * @param id its id
   * @param box around it, in EPSG:27700; null where only the database knows
   */
  void add(long id, Envelope box) {
    if (box == null) {
      unknown.add(id);
    } else {
      Square square =
          new Square(
              (long) Math.floor(box.getMinX() / SIDE_M), (long) Math.floor(box.getMinY() / SIDE_M));
      boxes.computeIfAbsent(square, s -> new Envelope()).expandToInclude(box);
    }
  }

  /** Tells nodes and maps of them, and of the dates in {@code land_meaning}. */
  void note(JdbcClient jdbc) {
    if (boxes.isEmpty() && unknown.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            SELECT note_land_added(
              ARRAY(SELECT ST_MakeEnvelope(west, south, east, north, 27700)
                    FROM unnest(:west, :south, :east, :north) AS box (west, south, east, north)
                    UNION ALL
                    SELECT ST_Envelope(geom) FROM land WHERE id = ANY (:unknown)),
              ARRAY(SELECT valid FROM land_meaning UNION SELECT maintainer_valid FROM land_meaning))
            """)
        .param("west", each(Envelope::getMinX))
        .param("south", each(Envelope::getMinY))
        .param("east", each(Envelope::getMaxX))
        .param("north", each(Envelope::getMaxY))
        .param("unknown", unknown.toArray(Long[]::new))
        .query((row, i) -> i)
        .list();
  }

  private Double[] each(ToDoubleFunction<Envelope> side) {
    return boxes.values().stream().map(side::applyAsDouble).toArray(Double[]::new);
  }
}
