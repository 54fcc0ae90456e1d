package org.greensward.council;

import static org.greensward.layer.export.ExportField.date;
import static org.greensward.layer.export.ExportField.number;
import static org.greensward.layer.export.ExportField.text;

import java.util.List;
import org.greensward.layer.Contribution;
import org.greensward.layer.export.CategorizedStyle;
import org.greensward.layer.export.CategorizedStyle.Look;
import org.greensward.layer.export.CategorizedStyle.Pattern;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The layers of councils, their parishes and wards, as files have them. */
@Contribution
public class CouncilExportLayers {
  private static final String INK = "#0B0C0C";
  private static final String GREY = "#505A5F";

  /** Areas by devolution status, drawn as on the map ({@code look.js}). */
  private static final CategorizedStyle BY_STATUS =
      new CategorizedStyle(
          "status",
          "name",
          List.of(
              new Look("devolved", "Devolved", "#FFDD00", INK, 2, false, Pattern.HATCH),
              new Look(
                  "interested", "Interest expressed", "#1D70B8", INK, 1.25, false, Pattern.DOTS),
              new Look("none", "No interest recorded", "#F3F2F1", GREY, 1, false, Pattern.NONE),
              new Look("unknown", "Not known", null, GREY, 1, true, Pattern.NONE),
              new Look("other", "Unparished", null, GREY, 1, true, Pattern.NONE)));

  public static final ExportLayer COUNCILS =
      ExportLayer.named("councils", "Local councils")
          .sources("councils", "statuses", "parishes")
          .fields(
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
              text("note"))
          .key("slug")
          .shape(GeometryKind.POINT)
          .sql(
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
              """)
          .orderedBy("slug")
          .build();

  public static final ExportLayer PARISHES =
      ExportLayer.named("parishes", "Parishes")
          .sources("parishes", "councils", "statuses")
          .fields(
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
              text("basis"))
          .key("code")
          .shape(GeometryKind.AREAS)
          .sql(
              """
              SELECT p.code, p.name, p.kind, c.name AS council, c.slug AS council_slug, s.status,
                     s.since AS status_from, s.arrangement, s.basis AS status_basis, p.area_m2,
                     lower(p.valid) AS "from", upper(p.valid) AS "to", p.basis, p.geom
              FROM parish_council_at(:at) x
              JOIN parish p ON p.id = x.parish_id
              LEFT JOIN council c ON c.id = x.council_id
              LEFT JOIN council_status_at(:at) s ON s.council_id = c.id
              WHERE CAST(:councils AS bigint[]) IS NULL OR c.id = ANY (CAST(:councils AS bigint[]))
              """)
          .orderedBy("code")
          .drawnAs(BY_STATUS)
          .build();

  /** A ward without a boundary of its own is drawn as the parishes of its councils, and says so. */
  public static final ExportLayer WARDS =
      ExportLayer.named("wards", "Wards")
          .sources("councils", "parishes")
          .fields(
              text("code"),
              text("name"),
              text("councils"),
              text("drawn_as"),
              date("from"),
              date("to"))
          .key("name")
          .shape(GeometryKind.AREAS)
          .sql(
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
              """)
          .orderedBy("name")
          .build();

  @Bean
  @Order(10)
  ExportLayer councilsExportLayer() {
    return COUNCILS;
  }

  @Bean
  @Order(20)
  ExportLayer parishesExportLayer() {
    return PARISHES;
  }

  @Bean
  @Order(80)
  ExportLayer wardsExportLayer() {
    return WARDS;
  }
}
