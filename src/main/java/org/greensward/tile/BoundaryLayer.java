package org.greensward.tile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.geometry.SharedBorders.Border;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Each border between parishes once, as a line, with what lies on its two sides. */
@Component
class BoundaryLayer implements TileLayer {
  private final JdbcClient jdbc;
  private final CoverageCache coverage;

  BoundaryLayer(JdbcClient jdbc, CoverageCache coverage) {
    this.jdbc = jdbc;
    this.coverage = coverage;
  }

  @Override
  public String name() {
    return "boundaries";
  }

  @Override
  public String description() {
    return "Borders between parishes, each once, with the councils and statuses left and right.";
  }

  @Override
  public int minZoom() {
    return 0;
  }

  @Override
  public List<String> fields() {
    return List.of(
        "left_code",
        "left_council",
        "left_status",
        "right_code",
        "right_council",
        "right_status",
        "kind");
  }

  @Override
  public List<TileFeature> listFeatures(TileCoord tile, LocalDate at) {
    List<Border> borders =
        coverage.at(tile.z()).listBorders(tile.envelope(TileShape.BUFFER_PIXELS));
    Map<String, Side> sides = sides(borders, at);
    List<TileFeature> features = new ArrayList<>();
    for (Border border : borders) {
      Map<String, Object> properties = new LinkedHashMap<>();
      Side left = sides.get(border.left());
      Side right = border.findRight().map(sides::get).orElse(null);
      put(properties, "left", left);
      put(properties, "right", right);
      properties.put("kind", kind(left, right));
      features.add(new TileFeature(id(border), properties, border.line()));
    }
    return features;
  }

  /** Two parishes may meet along several stretches; where a stretch begins tells them apart. */
  private static String id(Border border) {
    var start = border.line().getCoordinateN(0);
    return border.left()
        + "|"
        + border.findRight().orElse("")
        + "|"
        + Math.round(start.x)
        + ","
        + Math.round(start.y);
  }

  private static void put(Map<String, Object> properties, String prefix, Side side) {
    if (side != null) {
      properties.put(prefix + "_code", side.code);
      properties.put(prefix + "_council", side.council);
      properties.put(prefix + "_status", side.status);
    }
  }

  /** The outer edge of all parishes, between councils, or inside one council's area. */
  private static String kind(Side left, Side right) {
    if (left == null || right == null) {
      return "outer";
    }
    return left.council != null && left.council.equals(right.council) ? "inner" : "council";
  }

  private Map<String, Side> sides(List<Border> borders, LocalDate at) {
    Object[] codes =
        borders.stream()
            .flatMap(b -> Stream.concat(Stream.of(b.left()), b.findRight().stream()))
            .distinct()
            .toArray();
    return jdbc
        .sql(
            """
            SELECT x.code, c.name AS council, coalesce(s.status, 'unknown') AS status
            FROM parish_council_at(:at) x
            JOIN parish p ON p.id = x.parish_id AND upper_inf(p.valid)
            LEFT JOIN council c ON c.id = x.council_id
            LEFT JOIN council_status_at(:at) s ON s.council_id = c.id
            WHERE x.code = ANY (:codes)
            """)
        .param("at", at)
        .param("codes", new SqlArrayValue("text", codes))
        .query(Side.class)
        .stream()
        .collect(Collectors.toMap(Side::code, side -> side));
  }

  private record Side(String code, String council, String status) {}
}
