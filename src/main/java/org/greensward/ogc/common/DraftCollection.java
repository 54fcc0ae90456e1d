package org.greensward.ogc.common;

import static org.greensward.layer.export.ExportField.date;
import static org.greensward.layer.export.ExportField.text;
import static org.greensward.layer.export.ExportField.whole;

import java.util.List;
import java.util.Set;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;
import org.greensward.layer.feature.OgcCollection;

/**
 * Proposals about land as a collection, for councils and officers: which of them one sees, the
 * database decides. What was withdrawn is not in it.
 */
public final class DraftCollection {
  /** What its council may give another value. */
  public static final Set<String> SETTABLE = Set.of("asset_type", "words");

  public static final OgcCollection COLLECTION =
      new OgcCollection(
          "drafts",
          new ExportLayer(
              "drafts",
              "Proposals about land",
              List.of("land"),
              List.of(
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
                  whole("version")),
              "number",
              GeometryKind.MIXED,
              """
              SELECT p.id, 'P-' || lpad(p.id::text, 5, '0') AS number, c.slug AS council,
                     c.name AS council_name, p.kind, p.state, p.land_reference AS reference,
                     p.asset_type, p.words, p.evidence, p.reply_by, p.answer,
                     CAST(p.version AS bigint) AS version, coalesce(p.geom, l.geom) AS geom
              FROM proposal p JOIN council c ON c.id = p.council_id
              LEFT JOIN land l ON l.reference = p.land_reference
              WHERE p.kind LIKE 'land-%' AND p.state <> 'withdrawn'
              """,
              "number",
              null,
              null,
              null),
          GeometryKind.MIXED,
          List.of("x.id"),
          true,
          false,
          null,
          "What councils propose about land, confidential: their own to them, all to officers.");

  private DraftCollection() {}
}
