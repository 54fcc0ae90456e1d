package org.greensward.council.importing;

import java.util.List;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.TableMerge;

/** Brings councils, their parties, parishes and wards to what the file says. */
final class CouncilMerge {
  private final ImportRun run;

  CouncilMerge(ImportRun run) {
    this.run = run;
  }

  /** Reads {@code next_council}, {@code next_code} and {@code next_ward}. */
  void merge() {
    mergeParties();
    run.template()
        .execute(
            """
            CREATE TEMPORARY VIEW next_body AS
            SELECT n.slug, n.name, n.kind, n.aliases, n.basis, n.source, n.note, y.id AS party_id,
                   ST_Transform(ST_SetSRID(ST_MakePoint(n.lon, n.lat), 4326), 27700) AS place
            FROM next_council n
            LEFT JOIN council c USING (slug)
            JOIN party y ON y.id = c.party_id
              OR c.id IS NULL AND lower(y.name) = lower(n.name)""");
    TableMerge bodies =
        run.merge(
            "council",
            "next_body",
            "t.slug = n.slug",
            List.of(
                "slug", "name", "kind", "aliases", "place", "basis", "source", "note", "party_id"));
    run.report().counts("councils", bodies.keepingTheRest());
    mergeParishes();
    mergeWards();
    reportKept();
  }

  private void mergeParties() {
    run.template()
        .update(
            """
            UPDATE party y SET name = n.name, aliases = n.aliases,
              contact_role = coalesce(n.contact_role, y.contact_role),
              contact_email = coalesce(n.contact_email, y.contact_email),
              contact_phone = coalesce(n.contact_phone, y.contact_phone)
            FROM next_council n JOIN council c USING (slug)
            WHERE y.id = c.party_id
              AND (y.name, y.aliases, y.contact_role, y.contact_email, y.contact_phone)
                IS DISTINCT FROM
                (n.name, n.aliases, coalesce(n.contact_role, y.contact_role),
                 coalesce(n.contact_email, y.contact_email),
                 coalesce(n.contact_phone, y.contact_phone))""");
    run.template()
        .update(
            """
            INSERT INTO party (kind, name, aliases, contact_role, contact_email, contact_phone)
            SELECT 'council', n.name, n.aliases, n.contact_role, n.contact_email, n.contact_phone
            FROM next_council n
            WHERE NOT EXISTS (SELECT FROM council c WHERE c.slug = n.slug)
            ON CONFLICT (lower(name)) DO UPDATE SET kind = 'council', aliases = excluded.aliases""");
  }

  private void mergeParishes() {
    run.template()
        .execute(
            """
            CREATE TEMPORARY VIEW next_council_parish AS
            SELECT c.id AS council_id, n.parish_code,
                   daterange((SELECT max(since) FROM next_former f WHERE f.slug = n.slug), NULL)
                     AS valid
            FROM next_code n JOIN council c USING (slug)""");
    TableMerge parishes =
        new TableMerge(
            run.jdbc(),
            run.edition(),
            "council_parish",
            "next_council_parish",
            "t.council_id = n.council_id AND t.parish_code = n.parish_code",
            List.of("council_id", "parish_code", "valid"),
            "upper_inf(t.valid) AND t.council_id IN"
                + " (SELECT c.id FROM council c JOIN next_council x USING (slug))",
            false);
    long ended = parishes.end();
    run.report().counts("parishes of councils", parishes.counts(parishes.add(), 0, ended));
  }

  private void mergeWards() {
    run.template()
        .update(
            """
            INSERT INTO ward (name) SELECT DISTINCT name FROM next_ward
            ON CONFLICT (name) DO NOTHING""");
    run.template()
        .update(
            """
            DELETE FROM council_ward cw USING council c, next_council x
            WHERE c.id = cw.council_id AND c.slug = x.slug
              AND NOT EXISTS (SELECT FROM next_ward n JOIN ward w USING (name)
                              WHERE n.slug = c.slug AND w.id = cw.ward_id)""");
    run.template()
        .update(
            """
            INSERT INTO council_ward (council_id, ward_id)
            SELECT c.id, w.id FROM next_ward n JOIN council c USING (slug) JOIN ward w ON w.name = n.name
            ON CONFLICT DO NOTHING""");
  }

  private void reportKept() {
    run.jdbc()
        .sql(
            """
            SELECT c.name FROM council c
            WHERE upper_inf(c.valid)
              AND NOT EXISTS (SELECT FROM next_council n WHERE n.slug = c.slug)
            ORDER BY c.name""")
        .query(String.class)
        .list()
        .forEach(
            name ->
                run.report()
                    .fault(ImportFault.of(ImportFaultKind.NOT_IN_FILE, name, name + " is kept")));
  }
}
