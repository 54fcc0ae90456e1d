package org.greensward.forum;

import static org.greensward.layer.export.ExportField.text;

import org.greensward.layer.Contribution;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The layer of forums, as files have it. */
@Contribution
public class ForumExportLayers {

  public static final ExportLayer FORUMS =
      ExportLayer.named("forums", "Forums")
          .sources("forums", "councils", "parishes")
          .fields(
              text("slug"),
              text("name"),
              text("kind"),
              text("councils"),
              text("chair"),
              text("dormant"),
              text("basis"),
              text("source"),
              text("note"))
          .key("slug")
          .shape(GeometryKind.AREAS)
          .sql(
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
              """)
          .orderedBy("slug")
          .build();

  @Bean
  @Order(70)
  ExportLayer forumsExportLayer() {
    return FORUMS;
  }
}
