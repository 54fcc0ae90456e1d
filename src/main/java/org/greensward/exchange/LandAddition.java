package org.greensward.exchange;

import org.greensward.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds new parcels to the store. Many at once are added with the triggers of {@code land} off,
 * where the database lets us: what the triggers do row by row is then done here for all rows
 * together, with the pieces and overlaps of a {@link LandOverlay}. What that left open goes to the
 * functions that the triggers call, so that both ways come to the same.
 */
final class LandAddition {
  private final ImportRun run;
  private final JdbcClient jdbc;

  LandAddition(ImportRun run) {
    this.run = run;
    this.jdbc = run.jdbc();
  }

  /** Whether triggers may be switched off: the embedded database lets us, another may not. */
  static boolean isAllowed(JdbcClient jdbc) {
    return jdbc.sql("SELECT has_parameter_privilege('session_replication_role', 'SET')")
        .query(Boolean.class)
        .single();
  }

  /** Adds what {@code next_land} has and the store does not; returns how many. */
  long add(Merge merge, LandOverlay overlay) {
    if (overlay == null || !overlay.isWorthwhile()) {
      return merge.add();
    }
    boolean first = !jdbc.sql("SELECT EXISTS (SELECT FROM land)").query(Boolean.class).single();
    holdReferences();
    run.template().execute("SET LOCAL session_replication_role = replica");
    long added = merge.add();
    run.template().execute("SET LOCAL session_replication_role = origin");
    LandCutter.Result result = overlay.result();
    // What follows reads its tables whole; estimates from before the rows came must not mislead.
    run.template().execute("SET LOCAL enable_nestloop = off");
    nameAdded();
    if (overlay.isOfBoundaries(LandOverlay.boundaries(jdbc))) {
      takePieces(result);
    }
    if (first) {
      takeOverlaps(result);
    }
    run.template().execute("SET LOCAL enable_nestloop = on");
    cutTheRest();
    findOtherOverlaps(first);
    return added;
  }

  /**
   * What foreign keys do: nothing that a new parcel refers to goes before this import has ended.
   * The ids were looked up in this transaction; only another one can have taken one away.
   */
  private void holdReferences() {
    jdbc.sql(
            """
            CREATE TEMPORARY TABLE referred ON COMMIT DROP AS
            SELECT DISTINCT asset_type, unit, owner_id, maintainer_id, lot_id, regime_id
            FROM next_land""")
        .update();
    hold("party", "id", "SELECT owner_id FROM referred UNION SELECT maintainer_id FROM referred");
    hold("lot", "id", "SELECT DISTINCT lot_id FROM referred");
    hold("regime", "id", "SELECT DISTINCT regime_id FROM referred");
    hold("asset_type", "code || unit", "SELECT DISTINCT asset_type || unit FROM referred");
  }

  private void hold(String table, String key, String used) {
    long needed =
        jdbc.sql("SELECT count(*) FROM (%s) u (it) WHERE it IS NOT NULL".formatted(used))
            .query(Long.class)
            .single();
    long held =
        jdbc.sql("SELECT FROM %s WHERE %s IN (%s) FOR KEY SHARE".formatted(table, key, used))
            .query((row, i) -> i)
            .list()
            .size();
    if (held < needed) {
      throw new Refusal(
          "While %s was being imported, somebody removed a %s that it needs; import it again."
              .formatted(run.fileName(), table.replace('_', ' ')));
    }
  }

  /** The new parcels by their rows; not those whose geometry was repaired after it was cut. */
  private void nameAdded() {
    jdbc.sql(
            """
            CREATE TEMPORARY TABLE added_land ON COMMIT DROP AS
            SELECT n.row_number, l.id, l.unit, l.lot_id, l.drawn, l.quantity
            FROM next_land n JOIN land l ON l.reference = n.reference
            WHERE NOT n.repaired AND l.edition_id = %d"""
                .formatted(run.edition()))
        .update();
  }

  /**
   * Brings the pieces. Shares are reckoned as {@code cut_parcel} does it: the last part takes what
   * the others left; undivided parcels go to the parish with most of them, unless two have as much.
   */
  private void takePieces(LandCutter.Result result) {
    run.template()
        .execute(
            """
            CREATE TEMPORARY TABLE cut (row_number bigint, parish_id bigint, position bigint,
              drawn double precision, geom geometry) ON COMMIT DROP""");
    result.cuts().write(run.template(), "cut");
    jdbc.sql(
            """
            INSERT INTO piece (land_id, parish_id, drawn, quantity)
            SELECT l.id, c.parish_id, l.drawn, l.quantity
            FROM cut c JOIN added_land l USING (row_number)
            WHERE c.geom IS NULL""")
        .update();
    jdbc.sql(
            """
            WITH part AS (
              SELECT l.id, c.parish_id, c.geom, c.drawn, c.position, l.drawn AS parcel, l.quantity,
                     coalesce(k.straddle, 'split') = 'majority' AS undivided,
                     sum(c.drawn) OVER parcel AS total,
                     c.position = max(c.position) OVER parcel AS last,
                     row_number() OVER by_size = 1 AND (lead(c.parish_id) OVER by_size IS NULL
                       OR c.drawn - lead(c.drawn) OVER by_size > 1e-6) AS largest
              FROM cut c
              JOIN added_land l USING (row_number)
              LEFT JOIN lot ON lot.id = l.lot_id
              LEFT JOIN contract k ON k.id = lot.contract_id
              WHERE c.geom IS NOT NULL AND l.unit = 'm2'
              WINDOW parcel AS (PARTITION BY l.id),
                     by_size AS (PARTITION BY l.id
                                ORDER BY c.parish_id IS NULL, c.drawn DESC, c.position)),
            share AS (
              SELECT *, quantity * drawn / total AS share FROM part)
            INSERT INTO piece (land_id, parish_id, geom, drawn, quantity)
            SELECT id, parish_id, geom, drawn,
                   CASE WHEN last THEN quantity - coalesce(sum(share) OVER (
                          PARTITION BY id ORDER BY position
                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
                   ELSE share END
            FROM share WHERE NOT undivided
            UNION ALL
            SELECT id, parish_id, NULL, parcel, quantity FROM share WHERE undivided AND largest""")
        .update();
  }

  private void takeOverlaps(LandCutter.Result result) {
    run.template()
        .execute(
            """
            CREATE TEMPORARY TABLE shared (a bigint, b bigint, area_m2 double precision)
            ON COMMIT DROP""");
    result.overlaps().write(run.template(), "shared");
    jdbc.sql(
            """
            INSERT INTO land_overlap (land_a, land_b, area_m2)
            SELECT least(a.id, b.id), greatest(a.id, b.id), s.area_m2
            FROM shared s
            JOIN added_land a ON a.row_number = s.a
            JOIN added_land b ON b.row_number = s.b
            WHERE a.unit = 'm2' AND b.unit = 'm2' AND s.area_m2 <> 'NaN'""")
        .update();
  }

  /** Has the database cut the new parcels that have no piece yet. */
  private void cutTheRest() {
    int left =
        jdbc.sql(
                """
                INSERT INTO changed_land
                SELECT l.id FROM land l
                WHERE l.edition_id = :edition
                  AND NOT EXISTS (SELECT FROM piece x WHERE x.land_id = l.id)""")
            .param("edition", run.edition())
            .update();
    if (left > 0) {
      run.template().execute("SELECT refresh_pieces()");
      run.template().execute("DELETE FROM changed_land");
    }
  }

  /** Has the database find the overlaps of the new parcels that were not looked at here. */
  private void findOtherOverlaps(boolean mostTaken) {
    String others =
        mostTaken
            ? """
              SELECT l.id FROM next_land n JOIN land l ON l.reference = n.reference
              WHERE n.repaired
              UNION
              SELECT l.id FROM shared s JOIN added_land l ON l.row_number IN (s.a, s.b)
              WHERE s.area_m2 = 'NaN'"""
            : "SELECT id FROM land WHERE edition_id = " + run.edition();
    int left = jdbc.sql("INSERT INTO changed_land " + others).update();
    if (left > 0) {
      run.template().execute("SELECT refresh_overlaps()");
      run.template().execute("DELETE FROM changed_land");
    }
  }
}
