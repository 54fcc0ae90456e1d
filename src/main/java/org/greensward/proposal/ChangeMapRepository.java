package org.greensward.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws small maps of what a proposal changes. */
@Repository
public class ChangeMapRepository {
  /** Of a geometry {@code %s}: the part within the frame, as the path of a picture of it. */
  private static final String PATH =
      """
      ST_AsSVG(ST_Translate(ST_ClipByBox2D(%s, f.box), -ST_XMin(f.box), -ST_YMax(f.box)), 1, 1)
      """;

  private static final String FRAME =
      "(SELECT ST_MakeEnvelope(:west, :south, :east, :north, 27700) AS box) f";

  /** A point has no extent: it is shown as a disc. */
  private static final String SHOWN =
      "CASE ST_Dimension(%1$s) WHEN 0 THEN ST_Buffer(%1$s, ST_Perimeter(f.box) / 400) ELSE %1$s END";

  private static final String GROUND =
      """
      SELECT CASE c.theme WHEN 'street' THEN 2 ELSE 1 END AS rank, c.theme AS look, %s AS path,
             NULL AS title
      FROM %s JOIN context c ON c.geom && f.box
      WHERE c.theme IN ('street', 'water', 'rail', 'building', 'woodland')
        AND ST_Dimension(c.geom) > 0
      """
          .formatted(PATH.formatted("c.geom"), FRAME);

  private static final String BORDERS =
      """
      SELECT 4 AS rank, 'border' AS look, %s AS path, NULL AS title
      FROM %s JOIN parish p ON p.box && f.box AND p.geom && f.box AND p.valid @> CAST(:at AS date)
      """
          .formatted(PATH.formatted("ST_Boundary(p.geom)"), FRAME);

  private final JdbcClient jdbc;

  ChangeMapRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The box of what a proposal is about, with some ground around it.
   *
   * @param drawn what is drawn, as a form has it; may be null
   */
  public MapExtent frame(Proposal proposal, String drawn) {
    String about =
        proposal.kind().isAboutLand()
            ? """
              SELECT geom FROM land WHERE reference = :reference
              UNION ALL SELECT geom FROM proposal WHERE id = :id
              UNION ALL SELECT %s
              """
                .formatted(DrawnShape.READ)
            : """
              SELECT p.box FROM council_parish cp
              JOIN parish p ON p.code = cp.parish_code AND upper_inf(p.valid)
              WHERE cp.council_id = :council AND upper_inf(cp.valid)
              """;
    return jdbc.sql(
            """
            SELECT ST_XMin(b) AS west, ST_YMin(b) AS south, ST_XMax(b) AS east, ST_YMax(b) AS north
            FROM (SELECT ST_Expand(e, greatest(CAST(:least AS double precision),
                           0.35 * greatest(ST_XMax(e) - ST_XMin(e), ST_YMax(e) - ST_YMin(e)))) AS b
                  FROM (SELECT ST_Extent(geom) AS e FROM (%s) AS about (geom)) extent) box
            WHERE b IS NOT NULL
            """
                .formatted(about))
        .param("reference", proposal.content().landReference())
        .param("id", proposal.id())
        .param("geometry", drawn)
        .param("council", proposal.councilId())
        .param("least", proposal.kind().isAboutLand() ? 40 : 500)
        .query(MapExtent.class)
        .optional()
        .orElse(null);
  }

  /** Land as it is recorded, by who looks after it at a date; the parcel in question stands out. */
  public ChangeMap ofLand(MapExtent frame, String reference, LocalDate at) {
    return draw(
        frame,
        at,
        reference,
        """
        SELECT CASE WHEN x.reference = :about THEN 5 ELSE 3 END AS rank,
               'land-' || coalesce(x.looked_after_by_kind, 'other')
                 || CASE WHEN x.reference = :about THEN ' subject' ELSE '' END AS look,
               %s AS path, x.reference || ', ' || x.asset_type AS title
        FROM %s JOIN piece_at(CAST(:at AS date)) x ON x.parcel && f.box
        """
            .formatted(PATH.formatted(SHOWN.formatted("x.geom")), FRAME));
  }

  /** Parishes by the status of their councils at a date; those of one council stand out. */
  public ChangeMap ofStatuses(MapExtent frame, long council, LocalDate at) {
    ChangeMap map =
        draw(
            frame,
            at,
            String.valueOf(council),
            """
        SELECT CASE WHEN s.council_id = CAST(:about AS bigint) THEN 6 ELSE 3 END AS rank,
               'status-' || coalesce(s.status, 'unknown')
                 || CASE WHEN s.council_id = CAST(:about AS bigint) THEN ' subject' ELSE '' END
                 AS look,
               %s AS path, coalesce(c.name, p.name) AS title
        FROM %s JOIN parish p ON p.box && f.box AND p.valid @> CAST(:at AS date)
        LEFT JOIN council_parish cp ON cp.parish_code = p.code AND cp.valid @> CAST(:at AS date)
        LEFT JOIN council_status_at(CAST(:at AS date)) s ON s.council_id = cp.council_id
        LEFT JOIN council c ON c.id = cp.council_id
        """
                .formatted(PATH.formatted("ST_SimplifyPreserveTopology(p.geom, 10)"), FRAME));
    return map == null
        ? null
        : new ChangeMap(map.width(), map.height(), map.shapes(), names(frame, at));
  }

  /** What is recorded, and what the council drew over it; empty for what is about no land. */
  public Optional<ChangeMap> proposed(Proposal proposal, LocalDate at) {
    if (!proposal.kind().isAboutLand()) {
      return Optional.empty();
    }
    MapExtent frame = frame(proposal, null);
    if (frame == null) {
      return Optional.empty();
    }
    ChangeMap recorded = ofLand(frame, proposal.content().landReference(), at);
    List<ChangeMap.Shape> drawn =
        shapes(
            frame,
            at,
            String.valueOf(proposal.id()),
            """
            SELECT 9 AS rank, 'drawn' AS look, %s AS path, NULL AS title
            FROM %s JOIN proposal p ON p.id = CAST(:about AS bigint) AND p.geom IS NOT NULL
            """
                .formatted(PATH.formatted(SHOWN.formatted("p.geom")), FRAME));
    return Optional.of(
        new ChangeMap(
            recorded.width(),
            recorded.height(),
            Stream.concat(recorded.shapes().stream(), drawn.stream()).toList(),
            List.of()));
  }

  /** Names of councils where there is room for them, each with the letter of its status. */
  private List<ChangeMap.Label> names(MapExtent frame, LocalDate at) {
    return jdbc.sql(
            """
            SELECT ST_X(spot) - ST_XMin(box) AS x, ST_YMax(box) - ST_Y(spot) AS y, text
            FROM (SELECT f.box, ST_PointOnSurface(ST_ClipByBox2D(p.geom, ST_Expand(f.box,
                           -0.08 * (ST_XMax(f.box) - ST_XMin(f.box))))) AS spot,
                         p.name || CASE s.status WHEN 'devolved' THEN ' (D)'
                                   WHEN 'interested' THEN ' (I)' ELSE '' END AS text
                  FROM %s JOIN parish p ON p.box && f.box AND p.valid @> CAST(:at AS date)
                  LEFT JOIN council_parish cp
                    ON cp.parish_code = p.code AND cp.valid @> CAST(:at AS date)
                  LEFT JOIN council_status_at(CAST(:at AS date)) s ON s.council_id = cp.council_id
                 ) labels
            WHERE NOT ST_IsEmpty(spot)
            """
                .formatted(FRAME))
        .param("west", frame.west())
        .param("south", frame.south())
        .param("east", frame.east())
        .param("north", frame.north())
        .param("at", at)
        .query(ChangeMap.Label.class)
        .list();
  }

  private ChangeMap draw(MapExtent frame, LocalDate at, String about, String layer) {
    return frame == null
        ? null
        : new ChangeMap(
            frame.width(),
            frame.height(),
            shapes(frame, at, about, String.join(" UNION ALL ", List.of(GROUND, BORDERS, layer))),
            List.of());
  }

  private List<ChangeMap.Shape> shapes(MapExtent frame, LocalDate at, String about, String layers) {
    return jdbc.sql(
            "SELECT look, path, title FROM (%s) layers WHERE path <> '' ORDER BY rank"
                .formatted(layers))
        .param("west", frame.west())
        .param("south", frame.south())
        .param("east", frame.east())
        .param("north", frame.north())
        .param("at", at)
        .param("about", about)
        .query(ChangeMap.Shape.class)
        .list();
  }
}
