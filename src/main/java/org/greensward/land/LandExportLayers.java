package org.greensward.land;

import static org.greensward.layer.export.ExportField.date;
import static org.greensward.layer.export.ExportField.number;
import static org.greensward.layer.export.ExportField.text;
import static org.greensward.layer.export.ExportField.whole;

import java.util.List;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;
import org.greensward.layer.export.LayerStyles;

/** The layers of land: whole parcels, their pieces by parish, and the schedule of them. */
public final class LandExportLayers {
  /** Who looks after land follows from all of these. */
  private static final List<String> SOURCES =
      List.of("land", "parishes", "councils", "statuses", "contracts");

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
      new ExportLayer(
          "land",
          "Land",
          SOURCES,
          List.of(
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
              text("basis")),
          "reference",
          GeometryKind.MIXED,
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
              """,
          "reference",
          LayerStyles.LOOKED_AFTER_BY,
          "SELECT count(DISTINCT x.land_id)" + PIECES_OF_COUNCILS,
          FEW_LAND);

  public static final ExportLayer PIECES =
      new ExportLayer(
          "pieces",
          "Pieces of land by parish",
          SOURCES,
          List.of(
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
              text("basis")),
          "id",
          GeometryKind.MIXED,
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
          """,
          "id",
          LayerStyles.LOOKED_AFTER_BY,
          "SELECT count(*)" + PIECES_OF_COUNCILS,
          null);

  public static final ExportLayer SCHEDULE =
      new ExportLayer(
          "schedule",
          "Schedule of land",
          SOURCES,
          List.of(
              text("council"),
              text("council_slug", "councilslg"),
              text("status"),
              text("asset_type"),
              text("looked_after_by", "looked_by"),
              text("looked_after_by_kind", "lookedkind"),
              whole("parcels"),
              number("quantity"),
              text("unit")),
          null,
          GeometryKind.NONE,
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
          """,
          "council NULLS LAST, position, quantity DESC",
          null);

  private LandExportLayers() {}
}
