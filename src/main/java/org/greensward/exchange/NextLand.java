package org.greensward.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The temporary table {@code next_land}: parcels as the store shall have them. */
final class NextLand {
  private final ImportRun run;

  NextLand(ImportRun run) {
    this.run = run;
  }

  /**
   * Makes the table from {@code incoming} and the tables of words. What speaks against a row is in
   * its {@code fault}; {@code repaired} says whether its geometry had to be made valid.
   *
   * @param overlay what has looked at the geometry; null: nothing has
   */
  void make(LandOverlay overlay) {
    readDates();
    fill();
    repair(overlay != null && overlay.looksAtAll() ? overlay.unsound() : findUnsound());
    // The planner needs to know the rough sizes; a small sample says them.
    run.template().execute("SET LOCAL default_statistics_target = 10");
    run.template().execute("ANALYZE next_land (row_number, reference, repaired, fault)");
    run.template().execute("SET LOCAL default_statistics_target TO DEFAULT");
  }

  private void readDates() {
    NextTable days = new NextTable("day").column("text", "text").column("day", "date");
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
              Optional<LocalDate> day = Dates.parse(text);
              day.ifPresent(d -> days.add(text, d));
            });
    days.write(run.template());
  }

  /** Parcels as the store shall have them; what speaks against a row is in its {@code fault}. */
  private void fill() {
    run.template()
        .execute(
            """
            CREATE TEMPORARY TABLE next_land ON COMMIT DROP AS
            SELECT i.row_number, i.reference, a.code AS asset_type, a.unit, i.name,
                   o.id AS owner_id, m.id AS maintainer_id,
                   CASE WHEN mf.day >= mt.day THEN NULL ELSE daterange(mf.day, mt.day) END
                     AS maintainer_valid,
                   lot.id AS lot_id, g.id AS regime_id, q.measured, ST_Force2D(i.geom) AS geom,
                   false AS repaired,
                   CASE WHEN f.day >= t.day THEN NULL ELSE daterange(f.day, t.day) END AS valid,
                   coalesce(lower(i.basis), 'documented') AS basis,
                   nullif(concat_ws('; ',
                     CASE WHEN i.reference IS NULL THEN 'reference is empty' END,
                     CASE WHEN i.geom IS NULL THEN 'it has no geometry'
                          WHEN ST_IsEmpty(i.geom) THEN 'its geometry is empty'
                          WHEN a.unit <> 'item'
                               AND ST_Dimension(i.geom) <> CASE a.unit WHEN 'm2' THEN 2 ELSE 1 END
                            THEN format('its geometry is a %s, but %s is measured in %s',
                                        replace(ST_GeometryType(i.geom), 'ST_', ''), a.code, a.unit) END,
                     CASE WHEN i.quantity IS NOT NULL AND q.measured IS NULL
                          THEN format('quantity %s is not a number from 0 up', i.quantity) END,
                     CASE WHEN i."from" IS NOT NULL AND f.day IS NULL
                          THEN format('from %s is not a date', i."from") END,
                     CASE WHEN i."to" IS NOT NULL AND t.day IS NULL
                          THEN format('to %s is not a date', i."to") END,
                     CASE WHEN f.day >= t.day
                          THEN format('from %s is not before to %s', f.day, t.day) END,
                     CASE WHEN i.maintainer_from IS NOT NULL AND mf.day IS NULL
                          THEN format('maintainer_from %s is not a date', i.maintainer_from) END,
                     CASE WHEN i.maintainer_to IS NOT NULL AND mt.day IS NULL
                          THEN format('maintainer_to %s is not a date', i.maintainer_to) END,
                     CASE WHEN mf.day >= mt.day
                          THEN format('maintainer_from %s is not before maintainer_to %s',
                                      mf.day, mt.day) END), '') AS fault
            FROM incoming i
            LEFT JOIN asset_word w ON w.word = lower(i.asset_type)
            LEFT JOIN asset_type a ON a.code = w.code
            LEFT JOIN lot ON lot.code = i.lot
            LEFT JOIN regime g ON g.contract_id = lot.contract_id AND g.code = i.regime
            LEFT JOIN party_word o ON o.word = lower(i.owner)
            LEFT JOIN party_word m ON m.word = lower(i.maintainer)
            LEFT JOIN day f ON f.text = i."from"
            LEFT JOIN day t ON t.text = i."to"
            LEFT JOIN day mf ON mf.text = i.maintainer_from
            LEFT JOIN day mt ON mt.text = i.maintainer_to
            CROSS JOIN LATERAL (
              SELECT CASE WHEN i.quantity ~ '^[0-9]{1,12}([.][0-9]*)?([eE][-+]?[0-9]{1,2})?$'
                     THEN i.quantity::double precision END AS measured) q""");
  }

  private List<Long> findUnsound() {
    return run.jdbc()
        .sql("SELECT row_number FROM next_land WHERE NOT ST_IsValid(geom)")
        .query(Long.class)
        .list();
  }

  private void repair(List<Long> rows) {
    run.jdbc()
        .sql(
            """
            UPDATE next_land n
            SET geom = x.geom, repaired = true,
                fault = nullif(concat_ws('; ', n.fault,
                  CASE WHEN ST_IsEmpty(x.geom) AND NOT ST_IsEmpty(n.geom)
                       THEN 'nothing is left of its geometry when it is repaired' END), '')
            FROM (SELECT row_number,
                         ST_CollectionExtract(ST_MakeValid(geom),
                           CASE unit WHEN 'm2' THEN 3 WHEN 'm' THEN 2
                           ELSE ST_Dimension(geom) + 1 END) AS geom
                  FROM next_land WHERE row_number = ANY (:rows)) x
            WHERE n.row_number = x.row_number""")
        .param("rows", rows.toArray(Long[]::new))
        .update();
  }
}
