package org.greensward.land;

import static org.greensward.layer.export.ExportField.date;
import static org.greensward.layer.export.ExportField.number;
import static org.greensward.layer.export.ExportField.text;
import static org.greensward.layer.export.ExportField.whole;

import java.util.List;
import org.greensward.layer.Contribution;
import org.greensward.layer.export.CategorizedStyle;
import org.greensward.layer.export.CategorizedStyle.Look;
import org.greensward.layer.export.CategorizedStyle.Pattern;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * The layers of land, as files have them: whole parcels, their pieces by parish, and the schedule
 * of them.
 */
@Contribution
public class LandExportLayers {
  private static final String INK = "#0B0C0C";
  private static final String GREY = "#505A5F";

  /** Land by the kind of who looks after it, drawn as on the map ({@code look.js}). */
  private static final CategorizedStyle LOOKED_AFTER_BY =
      new CategorizedStyle(
          "looked_after_by_kind",
          null,
          List.of(
              new Look("council", "Local council", "#FFDD00", INK, 1, false, Pattern.HATCH),
              new Look("contractor", "Contractor", "#B9A5D3", "#4C2C92", 1, false, Pattern.NONE),
              new Look("authority", "Authority", "#FFFFFF", GREY, 1, false, Pattern.LEVEL),
              new Look("trust", "Trust", "#E0B98A", "#6B4420", 1, false, Pattern.UPRIGHT),
              new Look("company", "Company", "#F4C6D6", "#942514", 1, false, Pattern.GRID),
              new Look("several", "Several", "#F3F2F1", INK, 1, true, Pattern.NONE),
              new Look("other", "Others, or not known", "#FFFFFF", GREY, 1, true, Pattern.NONE)));

  /** Who looks after land follows from all of these. */
  private static final String[] SOURCES = {"land", "parishes", "councils", "statuses", "contracts"};

  /** For counting, without who looks after them. */
  private static final String PIECES_OF_COUNCILS =
      """
       FROM piece x
      JOIN land l ON l.id = x.land_id AND l.valid @> CAST(:at AS date)
      LEFT JOIN parish_council_at(:at) p ON p.parish_id = x.parish_id
      WHERE (CAST(:councils AS bigint[]) IS NULL
             OR p.council_id = ANY (CAST(:councils AS bigint[])))
        AND (CAST(:lots AS bigint[]) IS NULL OR l.lot_id = ANY (CAST(:lots AS bigint[])))
      """;

  private static final String LAND_COLUMNS =
      """
      SELECT l.reference, l.asset_type, l.name, owner.name AS owner, owner.kind AS owner_kind,
             own.name AS maintainer, own.kind AS maintainer_kind,
             CASE WHEN own.id IS NOT NULL THEN lower(l.maintainer_valid) END AS maintainer_from,
             CASE WHEN own.id IS NOT NULL THEN upper(l.maintainer_valid) END AS maintainer_to,
             lot.code AS lot, regime.code AS regime, l.quantity, l.unit,
             CASE l.unit WHEN 'm2' THEN l.drawn END AS area_m2,
             CASE l.unit WHEN 'm' THEN l.drawn END AS length_m,
             x.looked_after_by, x.looked_after_by_kind, x.parishes, x.councils,
             lower(l.valid) AS "from", upper(l.valid) AS "to", l.basis, l.geom
      """;

  private static final String WHO_HAS_LAND =
      """
      string_agg(DISTINCT x.looked_after_by, '; ') AS looked_after_by,
      CASE WHEN count(DISTINCT coalesce(x.looked_after_by_kind, '')) > 1 THEN 'several'
           ELSE min(x.looked_after_by_kind) END AS looked_after_by_kind,
      string_agg(DISTINCT x.parish_code, ' ') AS parishes,
      string_agg(DISTINCT c.name, '; ') AS councils
      """;

  private static final String LAND_JOINS =
      """
      LEFT JOIN party owner ON owner.id = l.owner_id
      LEFT JOIN party own
        ON own.id = l.maintainer_id AND l.maintainer_valid @> CAST(:at AS date)
      LEFT JOIN lot ON lot.id = l.lot_id
      LEFT JOIN regime ON regime.id = l.regime_id
      """;

  /**
   * All land, asking parcel by parcel who has it: for a few parcels of many, and for counting them,
   * which leaves that question out.
   */
  private static final String FEW_LAND =
      LAND_COLUMNS
          + " FROM land l LEFT JOIN LATERAL (SELECT "
          + WHO_HAS_LAND
          + """
           FROM piece_at(:at) x LEFT JOIN council c ON c.id = x.council_id
           WHERE x.land_id = l.id) x ON true
          """
          + LAND_JOINS
          + "WHERE l.valid @> CAST(:at AS date)";

  public static final ExportLayer LAND =
      ExportLayer.named("land", "Land")
          .sources(SOURCES)
          .fields(
              text("reference"),
              text("asset_type"),
              text("name"),
              text("owner"),
              text("owner_kind"),
              text("maintainer"),
              text("maintainer_kind", "maint_kind"),
              date("maintainer_from", "maint_from"),
              date("maintainer_to", "maint_to"),
              text("lot"),
              text("regime"),
              number("quantity"),
              text("unit"),
              number("area_m2"),
              number("length_m"),
              text("looked_after_by", "looked_by"),
              text("looked_after_by_kind", "lookedkind"),
              text("parishes"),
              text("councils"),
              date("from"),
              date("to"),
              text("basis"))
          .key("reference")
          .shape(GeometryKind.MIXED)
          .sql(
              LAND_COLUMNS
                  + """
                   FROM (
                     SELECT x.land_id, bool_or(c.id = ANY (CAST(:councils AS bigint[]))) AS wanted,
                  """
                  + WHO_HAS_LAND
                  + """
                     FROM piece_at(:at) x LEFT JOIN council c ON c.id = x.council_id
                     GROUP BY x.land_id) x
                   JOIN land l ON l.id = x.land_id
                  """
                  + LAND_JOINS
                  + """
                   WHERE (CAST(:councils AS bigint[]) IS NULL OR x.wanted)
                     AND (CAST(:lots AS bigint[]) IS NULL
                          OR l.lot_id = ANY (CAST(:lots AS bigint[])))
                  """)
          .orderedBy("reference")
          .drawnAs(LOOKED_AFTER_BY)
          .countSql("SELECT count(DISTINCT x.land_id)" + PIECES_OF_COUNCILS)
          .fewSql(FEW_LAND)
          .build();

  public static final ExportLayer PIECES =
      ExportLayer.named("pieces", "Pieces of land by parish")
          .sources(SOURCES)
          .fields(
              text("id"),
              text("reference"),
              text("parish_code", "parishcode"),
              text("parish"),
              text("council"),
              text("status"),
              text("asset_type"),
              text("name"),
              text("owner"),
              text("maintainer"),
              text("lot"),
              text("looked_after_by", "looked_by"),
              text("looked_after_by_kind", "lookedkind"),
              number("quantity"),
              text("unit"),
              number("area_m2"),
              number("length_m"),
              text("basis"))
          .key("id")
          .shape(GeometryKind.MIXED)
          .sql(
              """
              SELECT x.reference || '/' || coalesce(x.parish_code, 'outside') AS id, x.reference,
                     x.parish_code, p.name AS parish, c.name AS council, x.status, x.asset_type, x.name,
                     x.owner, x.maintainer, x.lot, x.looked_after_by, x.looked_after_by_kind, x.quantity,
                     x.unit, CASE x.unit WHEN 'm2' THEN x.drawn END AS area_m2,
                     CASE x.unit WHEN 'm' THEN x.drawn END AS length_m, x.basis, x.geom
              FROM piece_at(:at) x
              LEFT JOIN parish p ON p.id = x.parish_id
              LEFT JOIN council c ON c.id = x.council_id
              WHERE (CAST(:councils AS bigint[]) IS NULL
                     OR c.id = ANY (CAST(:councils AS bigint[])))
                AND (CAST(:lots AS bigint[]) IS NULL OR EXISTS (
                       SELECT FROM land l
                       WHERE l.id = x.land_id AND l.lot_id = ANY (CAST(:lots AS bigint[]))))
              """)
          .orderedBy("id")
          .drawnAs(LOOKED_AFTER_BY)
          .countSql("SELECT count(*)" + PIECES_OF_COUNCILS)
          .build();

  public static final ExportLayer SCHEDULE =
      ExportLayer.named("schedule", "Schedule of land")
          .sources(SOURCES)
          .fields(
              text("council"),
              text("council_slug", "councilslg"),
              text("status"),
              text("asset_type"),
              text("looked_after_by", "looked_by"),
              text("looked_after_by_kind", "lookedkind"),
              whole("parcels"),
              number("quantity"),
              text("unit"))
          .sql(
              """
              SELECT c.name AS council, c.slug AS council_slug, x.status, x.asset_type,
                     x.looked_after_by, x.looked_after_by_kind, count(*) AS parcels,
                     sum(x.quantity) AS quantity, x.unit, t.position
              FROM piece_at(:at) x
              JOIN asset_type t ON t.code = x.asset_type
              LEFT JOIN council c ON c.id = x.council_id
              WHERE CAST(:councils AS bigint[]) IS NULL OR c.id = ANY (CAST(:councils AS bigint[]))
              GROUP BY c.name, c.slug, x.status, x.asset_type, t.position, x.looked_after_by,
                       x.looked_after_by_kind, x.unit
              """)
          .orderedBy("council NULLS LAST, position, quantity DESC")
          .build();

  @Bean
  @Order(40)
  ExportLayer landExportLayer() {
    return LAND;
  }

  @Bean
  @Order(50)
  ExportLayer piecesExportLayer() {
    return PIECES;
  }

  @Bean
  @Order(60)
  ExportLayer scheduleExportLayer() {
    return SCHEDULE;
  }
}
