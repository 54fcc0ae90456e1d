package org.greensward.status.tile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.database.PublicDataSource;
import org.greensward.layer.tile.EncodedProperties;
import org.greensward.layer.tile.TileFrame;
import org.greensward.layer.tile.TileLayer;
import org.greensward.layer.tile.TileSource;
import org.greensward.layer.tile.TileSourceCache;
import org.greensward.layer.tile.TileWriter;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.layer.tile.geometry.TileDetail;
import org.greensward.revision.LayerRevisions;
import org.greensward.revision.RevisionRepository;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The parishes with their council and where it stands. */
@Component
public class ParishTileLayer implements TileLayer {
  private static final String LAYER = "parishes";
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
  private final ParishCoverageCache coverage;
  private final TileSourceCache memory;
  private final LayerRevisions known;
  private final RevisionRepository revisions;

  public ParishTileLayer(
      @PublicDataSource JdbcClient jdbc,
      ParishCoverageCache coverage,
      TileSourceCache memory,
      LayerRevisions known,
      RevisionRepository revisions) {
    this.jdbc = jdbc;
    this.coverage = coverage;
    this.memory = memory;
    this.known = known;
    this.revisions = revisions;
  }

  @Override
  public String name() {
    return LAYER;
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
  public long write(TileCoord tile, TileDetail detail, LocalDate at, TileWriter out) {
    Parishes parishes =
        memory.get(
            new Key(at), known.ofLayer(LAYER), () -> memory.read(LAYER, r -> readParishes(at, r)));
    ParishCoverageCache.GeneralizedCoverage prints = coverage.at(detail, parishes.coverage);
    TileFrame frame = TileFrame.of(tile, detail);
    for (int i = 0; i < prints.codes().length; i++) {
      if (prints.parishes().meets(i, frame.clip().box())) {
        Parish parish = parishes.byCode.get(prints.codes()[i]);
        if (parish != null) {
          frame.write(parish.id, parish.attributes, null, prints.parishes(), i, out);
        }
      }
    }
    return parishes.revision;
  }

  private record Key(LocalDate at) {}

  private record Parish(byte[] id, EncodedProperties attributes) {}

  /**
   * What is said of each parish at a date.
   *
   * @param coverage the revision of the boundaries in the same snapshot
   */
  private record Parishes(long revision, long coverage, Map<String, Parish> byCode)
      implements TileSource {
    @Override
    public int weight() {
      return 500 + 1000 * byCode.size();
    }
  }

  private Parishes readParishes(LocalDate at, long revision) {
    Map<String, Parish> byCode = new HashMap<>();
    jdbc.sql(
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
            WHERE upper_inf(p.valid)
            """)
        .param("at", at)
        .query((RowCallbackHandler) row -> byCode.put(row.getString("code"), parish(row)));
    return new Parishes(
        revision, revisions.findRevision(ParishCoverageCache.LAYER).orElseThrow(), byCode);
  }

  private static Parish parish(ResultSet row) throws SQLException {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String field : FIELDS) {
      properties.put(field, row.getString(field));
    }
    return new Parish(
        EncodedProperties.text(row.getString("code")), EncodedProperties.of(properties));
  }
}
