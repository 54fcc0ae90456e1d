package org.greensward.tile.layer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.store.AsPublic;
import org.greensward.store.KnownRevisions;
import org.greensward.store.Revisions;
import org.greensward.tile.TileCoord;
import org.greensward.tile.encode.Attributes;
import org.greensward.tile.encode.TileWriter;
import org.greensward.tile.shape.Detail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each border between parishes once, as a line, with what lies on its two sides. */
@Component
class BoundaryLayer implements TileLayer {
  private static final String LAYER = "boundaries";

  private final JdbcClient jdbc;
  private final Coverage coverage;
  private final PreparedMemory memory;
  private final KnownRevisions known;
  private final Revisions revisions;

  BoundaryLayer(
      @AsPublic JdbcClient jdbc,
      Coverage coverage,
      PreparedMemory memory,
      KnownRevisions known,
      Revisions revisions) {
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
  public long write(TileCoord tile, Detail detail, LocalDate at, TileWriter out) {
    Standings standings =
        memory.get(
            new Key(at), known.ofLayer(LAYER), () -> memory.read(LAYER, r -> readStandings(at, r)));
    Coverage.Prints prints = coverage.at(detail, standings.coverage);
    TileFrame frame = TileFrame.of(tile, detail);
    for (int i = 0; i < prints.sides().size(); i++) {
      if (prints.lines().meets(i, frame.clip().box())) {
        Coverage.Sides sides = prints.sides().get(i);
        Attributes attributes = attributes(sides, standings.byCode);
        frame.write(sides.id(), attributes, null, prints.lines(), i, out);
      }
    }
    return standings.revision;
  }

  private static Attributes attributes(Coverage.Sides sides, Map<String, Standing> standings) {
    Map<String, Object> properties = new LinkedHashMap<>();
    Standing left = standings.get(sides.left());
    Standing right = sides.right() == null ? null : standings.get(sides.right());
    put(properties, "left", left);
    put(properties, "right", right);
    properties.put("kind", kind(left, right));
    return Attributes.of(properties);
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
      implements Prepared {
    @Override
    public int weight() {
      return 500 + 250 * byCode.size();
    }
  }

  private Standings readStandings(LocalDate at, long revision) {
    return new Standings(
        revision,
        revisions.findRevision(Coverage.LAYER).orElseThrow(),
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
