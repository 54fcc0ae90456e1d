package org.greensward.council.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.greensward.council.SlugAssigner;
import org.greensward.layer.importing.ImportRow;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.RowFaults;
import org.greensward.layer.importing.TargetTable;

/**
 * Councils that have another name now, and councils that follow others. A row that names what the
 * council was called {@code formerly} renames it; with a day {@code from} which it is so, those
 * others end on that day and it follows them, with their forums. Old addresses lead to the new
 * council either way.
 */
final class CouncilSuccession {
  private final ImportRun run;
  private final RowFaults faults;
  private final Set<String> known;
  private final Map<String, Long> rows = new TreeMap<>(); // by former slug
  private final TargetTable table =
      new TargetTable("next_former")
          .column("slug", "text")
          .column("former", "text")
          .column("since", "date");

  CouncilSuccession(ImportRun run, RowFaults faults) {
    this.run = run;
    this.faults = faults;
    this.known = Set.copyOf(run.jdbc().sql("SELECT slug FROM council").query(String.class).list());
  }

  /** Notes what a row says of former councils. */
  void note(ImportRow row, String slug) {
    LocalDate since = row.date("from");
    List<String> names = row.list("formerly", ";");
    if (since != null && names.isEmpty()) {
      row.fault("from is the day from which it follows those named in formerly; name them");
    }
    if (names.size() > 1 && since == null) {
      row.fault("it follows several councils; give the first day in from");
    }
    for (String name : names) {
      String former = SlugAssigner.of(name);
      if (former.equals(slug)) {
        continue;
      }
      if (!known.contains(former) && !known.contains(slug)) {
        row.fault("formerly %s is no council of the store".formatted(name));
      }
      rows.put(former, row.number());
      table.add(slug, former, since);
    }
  }

  /** That no council both ends and stays. */
  void refuseThoseInTheFile(Set<String> slugs) {
    rows.forEach(
        (former, row) -> {
          if (slugs.contains(former)) {
            faults.add(row, "formerly names " + former + ", which has a row of its own");
          }
        });
  }

  /** Renames, and ends those that are followed; before councils are merged. */
  void prepare() {
    table.write(run.template());
    run.template()
        .update(
            """
            UPDATE council c SET slug = f.slug FROM next_former f
            WHERE f.since IS NULL AND c.slug = f.former
              AND NOT EXISTS (SELECT FROM council x WHERE x.slug = f.slug)""");
    for (String dated : List.of("council", "council_parish")) {
      String key = dated.equals("council") ? "t.id" : "t.council_id";
      run.template()
          .update(
              """
              UPDATE %s t SET valid = t.valid * daterange(NULL, f.since)
              FROM next_former f JOIN council c ON c.slug = f.former
              WHERE %s = c.id AND f.since IS NOT NULL AND f.slug <> f.former
                AND t.valid @> f.since"""
                  .formatted(dated, key));
    }
  }

  /** Notes who follows whom; after councils are merged. */
  void follow() {
    run.template()
        .update(
            """
            INSERT INTO council_succession (council_id, successor_id, since)
            SELECT old.id, new.id, f.since FROM next_former f
            JOIN council old ON old.slug = f.former JOIN council new ON new.slug = f.slug
            WHERE f.since IS NOT NULL AND old.id <> new.id
            ON CONFLICT (council_id, successor_id) DO UPDATE SET since = excluded.since""");
    run.template()
        .update(
            """
            UPDATE council c SET valid = daterange(s.since, upper(c.valid))
            FROM (SELECT x.successor_id, min(x.since) AS since FROM council_succession x
                  JOIN council n ON n.id = x.successor_id JOIN next_former f ON f.slug = n.slug
                  GROUP BY 1) s
            WHERE c.id = s.successor_id AND lower_inf(c.valid)
              AND NOT EXISTS (SELECT FROM council_parish cp
                              WHERE cp.council_id = c.id AND lower_inf(cp.valid))
              AND NOT EXISTS (SELECT FROM status t
                              WHERE t.council_id = c.id AND lower(t.valid) < s.since)""");
    run.template()
        .update(
            """
            INSERT INTO forum_council (forum_id, council_id)
            SELECT m.forum_id, s.successor_id FROM council_succession s
            JOIN forum_council m ON m.council_id = s.council_id
            ON CONFLICT DO NOTHING""");
  }
}
