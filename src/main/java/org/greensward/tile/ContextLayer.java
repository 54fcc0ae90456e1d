package org.greensward.tile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The quiet ground under everything; it has no dates. */
@Component
class ContextLayer implements TileLayer {
  private static final List<String> FIELDS = List.of("theme", "class", "name");

  private final JdbcClient jdbc;

  ContextLayer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "context";
  }

  @Override
  public String description() {
    return "Streets, water, rail, buildings and place names, as a quiet background.";
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
    double tolerance = Generalisation.tolerance(tile.z());
    var box = TileBox.of(tile);
    return box.bind(
            jdbc.sql(
                """
                SELECT id, theme, class, name, ST_AsBinary(ST_Transform(geom, 3857)) AS shape
                FROM context
                WHERE min_zoom <= :zoom AND geom && %s
                ORDER BY id
                """
                    .formatted(TileBox.SQL)))
        .param("zoom", tile.z())
        .query(
            (row, n) -> {
              Map<String, Object> properties = new LinkedHashMap<>();
              for (String field : FIELDS) {
                properties.put(field, row.getString(field));
              }
              Geometry shape = Wkb.read(row.getBytes("shape"));
              return new TileFeature(
                  row.getString("id"),
                  properties,
                  tolerance == 0 ? shape : TopologyPreservingSimplifier.simplify(shape, tolerance));
            })
        .list();
  }
}
