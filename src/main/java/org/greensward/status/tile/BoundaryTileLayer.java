package org.greensward.status.tile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each border between parishes once, as a line, with what lies on its two sides. */
@Component
public class BoundaryTileLayer implements TileLayer {
  private static final String LAYER = "boundaries";

  private final JdbcClient jdbc;
  private final ParishCoverageCache coverage;
  private final TileSourceCache memory;
  private final LayerRevisions known;
  private final RevisionRepository revisions;

  public BoundaryTileLayer(
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
  public long write(TileCoord tile, TileDetail detail, LocalDate at, TileWriter out) {
    Standings standings =
        memory.get(
            new Key(at), known.ofLayer(LAYER), () -> memory.read(LAYER, r -> readStandings(at, r)));
    ParishCoverageCache.GeneralizedCoverage prints = coverage.at(detail, standings.coverage);
    TileFrame frame = TileFrame.of(tile, detail);
    for (int i = 0; i < prints.sides().size(); i++) {
      if (prints.lines().meets(i, frame.clip().box())) {
        ParishCoverageCache.Sides sides = prints.sides().get(i);
        EncodedProperties attributes = attributes(sides, standings.byCode);
        frame.write(sides.id(), attributes, null, prints.lines(), i, out);
      }
    }
    return standings.revision;
  }

  private static EncodedProperties attributes(
      ParishCoverageCache.Sides sides, Map<String, Standing> standings) {
    Map<String, Object> properties = new LinkedHashMap<>();
    Standing left = standings.get(sides.left());
    Standing right = sides.right() == null ? null : standings.get(sides.right());
    put(properties, "left", left);
    put(properties, "right", right);
    properties.put("kind", kind(left, right));
    return EncodedProperties.of(properties);
  }

  private static void put(Map<String, Object> properties, String prefix, Standing side) {
    if (side != null) {
      properties.put(prefix + "_code", side.code);
      properties.put(prefix + "_council", side.council);
      properties.put(prefix + "_status", side.status);
    }
  }

  /** The outer edge of all parishes, between councils, or inside one council's area. */
  private static String kind(Standing left, Standing right) {
    if (left == null || right == null) {
      return "outer";
    }
    return left.council != null && left.council.equals(right.council) ? "inner" : "council";
  }

  private record Key(LocalDate at) {}

  /** A parish's council and where it stands. */
  private record Standing(String code, String council, String status) {}

  /**
   * Where the council of each parish stands at a date.
   *
   * @param coverage the revision of the boundaries in the same snapshot
   */
  private record Standings(long revision, long coverage, Map<String, Standing> byCode)
      implements TileSource {
    @Override
    public int weight() {
      return 500 + 250 * byCode.size();
    }
  }

  private Standings readStandings(LocalDate at, long revision) {
    return new Standings(
        revision,
        revisions.findRevision(ParishCoverageCache.LAYER).orElseThrow(),
        jdbc
            .sql(
                """
                SELECT x.code, c.name AS council, coalesce(s.status, 'unknown') AS status
                FROM parish_council_at(:at) x
                JOIN parish p ON p.id = x.parish_id AND upper_inf(p.valid)
                LEFT JOIN council c ON c.id = x.council_id
                LEFT JOIN council_status_at(:at) s ON s.council_id = c.id
                """)
            .param("at", at)
            .query(Standing.class)
            .stream()
            .collect(Collectors.toMap(Standing::code, standing -> standing)));
  }
}
