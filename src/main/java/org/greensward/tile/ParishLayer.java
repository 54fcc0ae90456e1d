package org.greensward.tile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greensward.geometry.CoverageCell;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The parishes with their council and where it stands. */
@Component
class ParishLayer implements TileLayer {
  private static final List<String> FIELDS =
      List.of(
          "code",
          "name",
          "council",
          "slug",
          "kind",
          "status",
          "since",
          "arrangement",
          "basis",
          "forum");

  private final JdbcClient jdbc;
  private final CoverageCache coverage;

  ParishLayer(JdbcClient jdbc, CoverageCache coverage) {
    this.jdbc = jdbc;
    this.coverage = coverage;
  }

  @Override
  public String name() {
    return "parishes";
  }

  @Override
  public String description() {
    return "Parishes with their council and its devolution status.";
  }

  @Override
  public int minZoom() {
    return 0;
  }

  @Override
  public List<String> fields() {
    return FIELDS;
  }

  @Override
  public List<TileFeature> listFeatures(TileCoord tile, LocalDate at) {
    Map<String, CoverageCell> cells =
        coverage.at(tile.z()).listCells(tile.envelope(TileShape.BUFFER_PIXELS)).stream()
            .collect(Collectors.toMap(CoverageCell::code, Function.identity()));
    if (cells.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            SELECT p.code, p.name, c.name AS council, c.slug, coalesce(c.kind, p.kind) AS kind,
                   CASE WHEN p.kind <> 'unparished area' THEN coalesce(s.status, 'unknown') END
                     AS status,
                   s.since, s.arrangement, s.basis,
                   (SELECT min(f.name) FROM forum f JOIN forum_council fc ON fc.forum_id = f.id
                    WHERE fc.council_id = c.id
                      AND f.kind IN ('ward forum', 'local area forum')) AS forum
            FROM parish p
            JOIN parish_council_at(:at) x ON x.parish_id = p.id
            LEFT JOIN council c ON c.id = x.council_id
            LEFT JOIN council_status_at(:at) s ON s.council_id = c.id
            WHERE p.code = ANY (:codes) AND upper_inf(p.valid)
            ORDER BY p.code
            """)
        .param("at", at)
        .param("codes", new SqlArrayValue("text", cells.keySet().toArray()))
        .query((row, n) -> feature(row, cells))
        .list();
  }

  private static TileFeature feature(ResultSet row, Map<String, CoverageCell> cells)
      throws SQLException {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String field : FIELDS) {
      properties.put(field, row.getObject(field));
    }
    CoverageCell cell = cells.get(row.getString("code"));
    return new TileFeature(cell.code(), properties, cell.geometry());
  }
}
