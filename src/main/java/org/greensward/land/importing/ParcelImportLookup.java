package org.greensward.land.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greensward.layer.importing.FileDates;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.TargetTable;

/**
 * What the rows of a file of land have in the columns that repeat, each combination once: tidied
 * and understood there, and not row by row.
 */
final class ParcelImportLookup {
  private static final List<String> COLUMNS =
      List.of(
          "asset_type",
          "lot",
          "regime",
          "unit",
          "basis",
          "owner",
          "owner_kind",
          "maintainer",
          "maintainer_kind",
          "from",
          "to",
          "maintainer_from",
          "maintainer_to");
  private static final Set<String> WITHOUT_CASE =
      Set.of("unit", "basis", "owner_kind", "maintainer_kind");

  private final ImportRun run;
  private final List<String> present;

  ParcelImportLookup(ImportRun run) {
    this.run = run;
    this.present = COLUMNS.stream().filter(run.columns()::has).toList();
  }

  /**
   * Makes the view {@code land_raw}, which is the staging table with our column names and its text
   * untouched, and {@code land_word}: each combination tidied, with the number of its {@code rows},
   * and as it stands in the file, in columns {@code raw_}.
   */
  void gather() {
    run.template()
        .execute(
            "CREATE TEMPORARY VIEW land_raw AS SELECT row_number, geom, %s FROM %s"
                .formatted(run.columns().rawList(), ImportRun.STAGED));
    run.template()
        .execute(
            """
            CREATE TEMPORARY TABLE land_word ON COMMIT DROP AS
            SELECT %s, %s, rows
            FROM (SELECT %s, count(*) AS rows FROM land_raw GROUP BY %3$s) raw"""
                .formatted(
                    list(present, "raw.\"%1$s\" AS \"raw_%1$s\""),
                    COLUMNS.stream().map(this::tidied).collect(Collectors.joining(", ")),
                    list(present, "\"%s\"")));
  }

  /**
   * Makes {@code land_meaning}, what each combination means to the store, from {@code land_word}
   * and the tables of words. What speaks against it is in its {@code fault}.
   */
  void understand() {
    readDates();
    run.template()
        .execute(
            """
            CREATE TEMPORARY TABLE land_meaning ON COMMIT DROP AS
            SELECT %s, a.code AS asset_type, a.unit, o.id AS owner_id, m.id AS maintainer_id,
                   CASE WHEN mf.day >= mt.day THEN NULL ELSE daterange(mf.day, mt.day) END
                     AS maintainer_valid,
                   lot.id AS lot_id, g.id AS regime_id,
                   CASE WHEN f.day >= t.day THEN NULL ELSE daterange(f.day, t.day) END AS valid,
                   coalesce(i.basis, 'documented') AS basis,
                   nullif(concat_ws('; ',
                     CASE WHEN i."from" IS NOT NULL AND f.day IS NULL
                          THEN format('from %%s is not a date', i."from") END,
                     CASE WHEN i."to" IS NOT NULL AND t.day IS NULL
                          THEN format('to %%s is not a date', i."to") END,
                     CASE WHEN f.day >= t.day
                          THEN format('from %%s is not before to %%s', f.day, t.day) END,
                     CASE WHEN i.maintainer_from IS NOT NULL AND mf.day IS NULL
                          THEN format('maintainer_from %%s is not a date', i.maintainer_from) END,
                     CASE WHEN i.maintainer_to IS NOT NULL AND mt.day IS NULL
                          THEN format('maintainer_to %%s is not a date', i.maintainer_to) END,
                     CASE WHEN mf.day >= mt.day
                          THEN format('maintainer_from %%s is not before maintainer_to %%s',
                                      mf.day, mt.day) END), '') AS fault
            FROM land_word i
            LEFT JOIN asset_word w ON w.word = lower(i.asset_type)
            LEFT JOIN asset_type a ON a.code = w.code
            LEFT JOIN lot ON lot.code = i.lot
            LEFT JOIN regime g ON g.contract_id = lot.contract_id AND g.code = i.regime
            LEFT JOIN party_word o ON o.word = lower(i.owner)
            LEFT JOIN party_word m ON m.word = lower(i.maintainer)
            LEFT JOIN day f ON f.text = i."from"
            LEFT JOIN day t ON t.text = i."to"
            LEFT JOIN day mf ON mf.text = i.maintainer_from
            LEFT JOIN day mt ON mt.text = i.maintainer_to"""
                .formatted(list(present, "i.\"raw_%s\"")));
    run.template().execute("ANALYZE land_meaning");
  }

  /** The columns of {@code land_raw} that {@link #has} is about, for SQL. */
  String columns() {
    return list(present, "\"%s\"");
  }

  /** The condition under which a row of {@code land_raw} has a combination, for SQL. */
  String has(String row, String combination) {
    return present.stream()
        .map(column -> "%s.\"%s\" = %s.\"raw_%2$s\"".formatted(row, column, combination))
        .collect(Collectors.joining(" AND "));
  }

  private void readDates() {
    TargetTable days = new TargetTable("day").column("text", "text").column("day", "date");
    run.jdbc()
        .sql(
            """
            SELECT DISTINCT v.text
            FROM (SELECT DISTINCT "from" AS a, "to" AS b, maintainer_from AS c, maintainer_to AS d
                  FROM land_word) i,
                 LATERAL (VALUES (i.a), (i.b), (i.c), (i.d)) v (text)
            WHERE v.text IS NOT NULL""")
        .query(String.class)
        .list()
        .forEach(
            text -> {
              Optional<LocalDate> day = FileDates.parse(text);
              day.ifPresent(d -> days.add(text, d));
            });
    days.write(run.template());
  }

  private String tidied(String column) {
    if (!present.contains(column)) {
      return "NULL::text AS \"%s\"".formatted(column);
    }
    String text = WITHOUT_CASE.contains(column) ? "lower(raw.\"%s\")" : "raw.\"%s\"";
    return ("nullif(btrim(" + text + "), '') AS \"%1$s\"").formatted(column);
  }

  private static String list(List<String> columns, String form) {
    return columns.stream().map(form::formatted).collect(Collectors.joining(", "));
  }
}
