package org.greensward.land.importing;

import java.util.List;
import org.greensward.layer.importing.ImportRun;

/** The temporary table {@code next_land}: parcels as the store shall have them. */
final class LandTarget {
  private final ImportRun run;

  LandTarget(ImportRun run) {
    this.run = run;
  }

  /**
   * Makes the table from {@code land_raw} and {@code land_meaning}. What speaks against a row is in
   * its {@code fault}; {@code repaired} says whether its geometry had to be made valid.
   *
   * @param words which combination of words a row has
   * @param overlay what has looked at the geometry; null: nothing has
   * @return how many rows' geometry was repaired
   */
  int make(ParcelImportLookup words, ParcelOverlay overlay) {
    fill(words);
    List<Long> unsound =
        overlay != null && overlay.looksAtAll() ? overlay.unsound() : findUnsound();
    if (!unsound.isEmpty()) {
      repair(unsound);
    }
    // The planner needs to know the rough sizes; a small sample says them.
    run.template().execute("SET LOCAL default_statistics_target = 1");
    run.template().execute("ANALYZE next_land (row_number, reference, repaired, fault)");
    run.template().execute("SET LOCAL default_statistics_target TO DEFAULT");
    return unsound.size();
  }

  /** Parcels as the store shall have them; what speaks against a row is in its {@code fault}. */
  private void fill(ParcelImportLookup words) {
    run.template()
        .execute(
            """
            CREATE TEMPORARY TABLE next_land ON COMMIT DROP AS
            SELECT i.row_number, i.reference, m.asset_type, m.unit, nullif(btrim(i.name), '') AS name,
                   m.owner_id, m.maintainer_id, m.maintainer_valid, m.lot_id, m.regime_id, i.measured,
                   ST_Force2D(i.geom) AS geom, false AS repaired, m.valid, m.basis,
                   nullif(concat_ws('; ',
                     CASE WHEN i.reference IS NULL THEN 'reference is empty' END,
                     CASE WHEN i.geom IS NULL THEN 'it has no geometry'
                          WHEN ST_IsEmpty(i.geom) THEN 'its geometry is empty'
                          WHEN m.unit <> 'item'
                               AND ST_Dimension(i.geom) <> CASE m.unit WHEN 'm2' THEN 2 ELSE 1 END
                            THEN format('its geometry is a %%s, but %%s is measured in %%s',
                                        replace(ST_GeometryType(i.geom), 'ST_', ''),
                                        m.asset_type, m.unit) END,
                     CASE WHEN i.quantity <> '' AND i.measured IS NULL
                          THEN format('quantity %%s is not a number from 0 up', i.quantity) END,
                     m.fault), '') AS fault
            FROM (SELECT *, CASE
                    WHEN quantity <> '' AND quantity ~ '^[0-9]{1,12}([.][0-9]*)?([eE][-+]?[0-9]{1,2})?$'
                    THEN quantity::double precision END AS measured
                  FROM (SELECT row_number, geom, nullif(btrim(reference), '') AS reference, name,
                               btrim(quantity) AS quantity, %s
                        FROM land_raw OFFSET 0) tidied OFFSET 0) i
            JOIN land_meaning m ON %s"""
                .formatted(words.columns(), words.has("i", "m")));
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
