package org.greensward.status;

import static org.greensward.layer.export.ExportField.date;
import static org.greensward.layer.export.ExportField.text;

import org.greensward.layer.Contribution;
import org.greensward.layer.export.ExportLayer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The layer of statuses, as files have it. */
@Contribution
public class StatusExportLayers {

  /** All claims that are told, whatever their dates: the history, which a date would cut. */
  public static final ExportLayer STATUSES =
      ExportLayer.named("statuses", "Devolution statuses")
          .sources("statuses", "councils")
          .fields(
              text("council"),
              text("council_slug", "councilslg"),
              text("service"),
              text("status"),
              date("from"),
              date("to"),
              text("arrangement", "arrangemnt"),
              text("basis"),
              text("source"),
              text("note"))
          .sql(
              """
              SELECT c.name AS council, c.slug AS council_slug, v.code AS service, s.status,
                     lower(s.valid) AS "from", upper(s.valid) AS "to", s.arrangement, s.basis,
                     s.source, s.note, s.id, c.place AS geom
              FROM status s
              JOIN council c ON c.id = s.council_id
              JOIN service v ON v.id = s.service_id
              WHERE tstzrange(s.published_from, s.published_until) @> told_until(s.council_id)
                AND (CAST(:councils AS bigint[]) IS NULL OR c.id = ANY (CAST(:councils AS bigint[])))
              """)
          .orderedBy("council, service, \"from\" NULLS FIRST")
          .build();

  @Bean
  @Order(30)
  ExportLayer statusesExportLayer() {
    return STATUSES;
  }
}
