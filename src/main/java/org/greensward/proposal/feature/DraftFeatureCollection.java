package org.greensward.proposal.feature;

import static org.greensward.layer.export.ExportField.date;
import static org.greensward.layer.export.ExportField.text;
import static org.greensward.layer.export.ExportField.whole;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.greensward.database.Audience;
import org.greensward.layer.Contribution;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;
import org.greensward.layer.feature.FeatureKey;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCollection.Trait;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Proposals about land as a collection, for councils and officers: which of them one sees, the
 * database decides. What was withdrawn is not in it.
 */
@Contribution
class DraftFeatureCollection {
  static final OgcCollection DRAFTS =
      new OgcCollection(
          ExportLayer.named("drafts", "Proposals about land")
              .sources("land")
              .fields(
                  text("number"),
                  text("council"),
                  text("council_name", "councilnam"),
                  text("kind"),
                  text("state"),
                  text("reference"),
                  text("asset_type"),
                  text("words"),
                  text("evidence"),
                  date("reply_by"),
                  text("answer"),
                  whole("version"))
              .key("number")
              .shape(GeometryKind.MIXED)
              .sql(
                  """
                  SELECT p.id, 'P-' || lpad(p.id::text, 5, '0') AS number, c.slug AS council,
                         c.name AS council_name, p.kind, p.state, p.land_reference AS reference,
                         p.asset_type, p.words, p.evidence, p.reply_by, p.answer,
                         CAST(p.version AS bigint) AS version, coalesce(p.geom, l.geom) AS geom
                  FROM proposal p JOIN council c ON c.id = p.council_id
                  LEFT JOIN land l ON l.reference = p.land_reference
                  WHERE p.kind LIKE 'land-%' AND p.state <> 'withdrawn'
                  """)
              .orderedBy("number")
              .build(),
          GeometryKind.MIXED,
          FeatureKey.number("x.id"),
          EnumSet.of(Trait.PLACED),
          EnumSet.of(Audience.Kind.COUNCIL, Audience.Kind.OFFICER),
          Set.of(),
          List.of(),
          "What councils propose about land, confidential: their own to them, all to officers.");

  @Bean
  @Order(110)
  OgcCollection draftCollection() {
    return DRAFTS;
  }
}
