package org.greensward.status;

import static org.greensward.layer.export.ExportField.date;
import static org.greensward.layer.export.ExportField.number;
import static org.greensward.layer.export.ExportField.text;

import java.util.List;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;
import org.greensward.layer.export.LayerStyles;

/** The layers of the register: councils, parishes, statuses, forums and wards. */
public final class RegisterExportLayers {
  public static final ExportLayer COUNCILS =
      new ExportLayer(
          "councils",
          "Local councils",
          List.of("councils", "statuses", "parishes"),
          List.of(
              text("slug"),
              text("name"),
              text("kind"),
              text("aliases"),
              text("gss_codes"),
              text("wards"),
              text("status"),
              date("status_from", "status_frm"),
              text("arrangement", "arrangemnt"),
              text("status_basis", "stat_basis"),
              text("status_source", "stat_sourc"),
              number("area_m2"),
              date("from"),
              date("to"),
              text("basis"),
              text("source"),
              text("note")),
          "slug",
          GeometryKind.POINT,
          """
          SELECT c.slug, c.name, c.kind, array_to_string(c.aliases, '; ') AS aliases,
                 p.codes AS gss_codes, w.names AS wards, s.status, s.since AS status_from,
                 s.arrangement, s.basis AS status_basis, s.source AS status_source, p.area_m2,
                 lower(c.valid) AS "from", upper(c.valid) AS "to", c.basis, c.source, c.note,
                 c.place AS geom
          FROM council_status_at(:at) s
          JOIN council c ON c.id = s.council_id
          CROSS JOIN LATERAL (
            SELECT string_agg(x.code, ' ' ORDER BY x.code) AS codes, sum(p.area_m2) AS area_m2
            FROM parish_council_at(:at) x JOIN parish p ON p.id = x.parish_id
            WHERE x.council_id = c.id) p
          CROSS JOIN LATERAL (
            SELECT string_agg(w.name, '; ' ORDER BY w.name) AS names
            FROM council_ward cw JOIN ward w ON w.id = cw.ward_id AND w.valid @> CAST(:at AS date)
            WHERE cw.council_id = c.id) w
          WHERE CAST(:councils AS bigint[]) IS NULL OR c.id = ANY (CAST(:councils AS bigint[]))
          """,
          "slug",
          null);

  public static final ExportLayer PARISHES =
      new ExportLayer(
          "parishes",
          "Parishes",
          List.of("parishes", "councils", "statuses"),
          List.of(
              text("code"),
              text("name"),
              text("kind"),
              text("council"),
              text("council_slug", "councilslg"),
              text("status"),
              date("status_from", "status_frm"),
              text("arrangement", "arrangemnt"),
              text("status_basis", "stat_basis"),
              number("area_m2"),
              date("from"),
              date("to"),
              text("basis")),
          "code",
          GeometryKind.AREAS,
          """
          SELECT p.code, p.name, p.kind, c.name AS council, c.slug AS council_slug, s.status,
                 s.since AS status_from, s.arrangement, s.basis AS status_basis, p.area_m2,
                 lower(p.valid) AS "from", upper(p.valid) AS "to", p.basis, p.geom
          FROM parish_council_at(:at) x
          JOIN parish p ON p.id = x.parish_id
          LEFT JOIN council c ON c.id = x.council_id
          LEFT JOIN council_status_at(:at) s ON s.council_id = c.id
          WHERE CAST(:councils AS bigint[]) IS NULL OR c.id = ANY (CAST(:councils AS bigint[]))
          """,
          "code",
          LayerStyles.STATUS);

  /** All claims that are told, whatever their dates: the history, which a date would cut. */
  public static final ExportLayer STATUSES =
      new ExportLayer(
          "statuses",
          "Devolution statuses",
          List.of("statuses", "councils"),
          List.of(
              text("council"),
              text("council_slug", "councilslg"),
              text("service"),
              text("status"),
              date("from"),
              date("to"),
              text("arrangement", "arrangemnt"),
              text("basis"),
              text("source"),
              text("note")),
          null,
          GeometryKind.NONE,
          """
          SELECT c.name AS council, c.slug AS council_slug, v.code AS service, s.status,
                 lower(s.valid) AS "from", upper(s.valid) AS "to", s.arrangement, s.basis,
                 s.source, s.note, s.id, c.place AS geom
          FROM status s
          JOIN council c ON c.id = s.council_id
          JOIN service v ON v.id = s.service_id
          WHERE tstzrange(s.published_from, s.published_until) @> told_until(s.council_id)
            AND (CAST(:councils AS bigint[]) IS NULL OR c.id = ANY (CAST(:councils AS bigint[])))
          """,
          "council, service, \"from\" NULLS FIRST",
          null);

  public static final ExportLayer FORUMS =
      new ExportLayer(
          "forums",
          "Forums",
          List.of("forums", "councils", "parishes"),
          List.of(
              text("slug"),
              text("name"),
              text("kind"),
              text("councils"),
              text("chair"),
              text("dormant"),
              text("basis"),
              text("source"),
              text("note")),
          "slug",
          GeometryKind.AREAS,
          """
          SELECT f.slug, f.name, f.kind, m.names AS councils, f.chair,
                 CASE WHEN f.dormant THEN 'yes' ELSE 'no' END AS dormant, f.basis, f.source, f.note,
                 (SELECT ST_Multi(ST_Union(p.geom))
                  FROM parish_council_at(:at) x JOIN parish p ON p.id = x.parish_id
                  WHERE x.council_id = ANY (m.ids)) AS geom
          FROM forum f
          CROSS JOIN LATERAL (
            SELECT string_agg(c.name, '; ' ORDER BY c.name) AS names, array_agg(c.id) AS ids
            FROM forum_council fc
            JOIN council c ON c.id = fc.council_id AND c.valid @> CAST(:at AS date)
            WHERE fc.forum_id = f.id) m
          WHERE (CAST(:forum AS bigint) IS NULL OR f.id = CAST(:forum AS bigint))
            AND (CAST(:councils AS bigint[]) IS NULL OR m.ids && CAST(:councils AS bigint[]))
          """,
          "slug",
          null);

  /** A ward without a boundary of its own is drawn as the parishes of its councils, and says so. */
  public static final ExportLayer WARDS =
      new ExportLayer(
          "wards",
          "Wards",
          List.of("councils", "parishes"),
          List.of(
              text("code"),
              text("name"),
              text("councils"),
              text("drawn_as"),
              date("from"),
              date("to")),
          "name",
          GeometryKind.AREAS,
          """
          SELECT w.id, w.code, w.name, m.names AS councils,
                 CASE WHEN w.geom IS NOT NULL THEN 'ward'
                      WHEN a.geom IS NOT NULL THEN 'parishes of its councils' END AS drawn_as,
                 lower(w.valid) AS "from", upper(w.valid) AS "to", coalesce(w.geom, a.geom) AS geom
          FROM ward w
          CROSS JOIN LATERAL (
            SELECT string_agg(c.name, '; ' ORDER BY c.name) AS names, array_agg(c.id) AS ids
            FROM council_ward cw
            JOIN council c ON c.id = cw.council_id AND c.valid @> CAST(:at AS date)
            WHERE cw.ward_id = w.id) m
          CROSS JOIN LATERAL (
            SELECT ST_Multi(ST_Union(p.geom)) AS geom
            FROM parish_council_at(:at) x JOIN parish p ON p.id = x.parish_id
            WHERE x.council_id = ANY (m.ids)) a
          WHERE w.valid @> CAST(:at AS date)
            AND (CAST(:councils AS bigint[]) IS NULL OR m.ids && CAST(:councils AS bigint[]))
          """,
          "name",
          null);

  private RegisterExportLayers() {}
}
