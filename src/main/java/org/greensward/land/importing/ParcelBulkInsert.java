package org.greensward.land.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.coverage.OverlapFinder;
import org.greensward.database.BinaryCopy;
import org.greensward.error.UserException;
import org.greensward.land.importing.ParcelSplitter.CutParcel;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.TableMerge;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds new parcels to the store. Many at once are added with the triggers of {@code land} off,
 * where the database lets us: what the triggers do row by row is then done here for all rows
 * together, with the pieces and overlaps of a {@link ParcelOverlay}. What that left open goes to
 * the functions that the triggers call, so that both ways come to the same.
 */
final class ParcelBulkInsert {
  private final ImportRun run;
  private final JdbcClient jdbc;

  ParcelBulkInsert(ImportRun run) {
    this.run = run;
    this.jdbc = run.jdbc();
  }

  /** Whether triggers may be switched off: the embedded database lets us, another may not. */
  static boolean isAllowed(JdbcTemplate jdbc) {
    return jdbc.queryForObject(
        "SELECT has_parameter_privilege('session_replication_role', 'SET')", Boolean.class);
  }

  /** Adds what {@code next_land} has and the store does not; returns how many. */
  long add(TableMerge merge, ParcelOverlay overlay) {
    if (overlay == null || !overlay.isWorthwhile()) {
      return merge.add();
    }
    boolean first = !jdbc.sql("SELECT EXISTS (SELECT FROM land)").query(Boolean.class).single();
    holdReferences();
    run.template().execute("SET LOCAL session_replication_role = replica");
    long added = first ? merge.addAll() : merge.add();
    run.template().execute("SET LOCAL session_replication_role = origin");
    takeOver(overlay, first);
    return added;
  }

  /**
   * What foreign keys do: nothing that a new parcel refers to goes before this import has ended.
   * The ids were looked up in this transaction; only another one can have taken one away.
   */
  private void holdReferences() {
    hold(
        "party",
        "id",
        "SELECT owner_id FROM land_meaning UNION SELECT maintainer_id FROM land_meaning");
    hold("lot", "id", "SELECT DISTINCT lot_id FROM land_meaning");
    hold("regime", "id", "SELECT DISTINCT regime_id FROM land_meaning");
    hold("asset_type", "code || unit", "SELECT DISTINCT asset_type || unit FROM land_meaning");
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
      throw new UserException(
          "While %s was being imported, somebody removed a %s that it needs; import it again."
              .formatted(run.fileName(), table.replace('_', ' ')));
    }
  }

  /**
   * Brings pieces and overlaps to the new parcels; the database does what is left open.
   *
   * @param first whether there are no other parcels
   */
  private void takeOver(ParcelOverlay overlay, boolean first) {
    Map<Long, CutParcel> cuts = overlay.cuts();
    boolean ofNow = overlay.isOfBoundaries(ParcelOverlay.boundaries(run.template()));
    PieceRows pieces = new PieceRows();
    ChangedExtents places = new ChangedExtents();
    Map<Long, PieceRows.Parcel> parcels = new HashMap<>(); // by row
    List<Long> uncut = new ArrayList<>();
    List<Long> unpaired = new ArrayList<>();
    readAdded(
        (row, repaired, parcel) -> {
          CutParcel its = repaired ? null : cuts.get(row);
          places.add(parcel.id(), its == null ? null : its.box());
          if (its == null || !ofNow || !pieces.add(parcel, its.parts())) {
            uncut.add(parcel.id());
          }
          if (its == null || !first) {
            unpaired.add(parcel.id());
          } else {
            parcels.put(row, parcel);
          }
        });
    pieces.rows().write(run.template(), "piece (land_id, parish_id, geom, drawn, quantity)");
    overlaps(overlay.overlaps(), parcels, unpaired)
        .write(run.template(), "land_overlap (land_a, land_b, area_m2)");
    refresh(uncut, "refresh_pieces()");
    refresh(unpaired, "refresh_overlaps()");
    places.note(jdbc);
  }

  private interface AddedConsumer {
    void parcel(long row, boolean repaired, PieceRows.Parcel parcel);
  }

  private void readAdded(AddedConsumer consumer) {
    // Both tables are read whole; estimates from before the rows came must not mislead.
    run.template().execute("SET LOCAL enable_nestloop = off");
    BinaryCopy.read(
        run.template(),
        """
        SELECT n.row_number, n.repaired, l.id, l.unit = 'm2', coalesce(k.straddle = 'majority', false),
               l.drawn, l.quantity
        FROM next_land n JOIN land l ON l.reference = n.reference
        LEFT JOIN lot ON lot.id = l.lot_id LEFT JOIN contract k ON k.id = lot.contract_id
        WHERE l.edition_id = %d
          AND NOT EXISTS (SELECT FROM piece x WHERE x.land_id = l.id)"""
            .formatted(run.edition()),
        row ->
            consumer.parcel(
                row.bigint(),
                row.flag(),
                new PieceRows.Parcel(
                    row.bigint(), row.flag(), row.flag(), row.number(), row.number())));
    run.template().execute("SET LOCAL enable_nestloop = on");
  }

  /** The overlaps that are clear, by the parcels' ids, the lower first. */
  private static BinaryCopy.Rows overlaps(
      List<OverlapFinder.Pair> pairs, Map<Long, PieceRows.Parcel> parcels, List<Long> unpaired) {
    BinaryCopy.Rows rows = new BinaryCopy.Rows(3);
    for (OverlapFinder.Pair pair : pairs) {
      PieceRows.Parcel one = parcels.get(pair.one());
      PieceRows.Parcel other = parcels.get(pair.other());
      if (one == null || other == null || !one.area() || !other.area()) {
        continue;
      }
      if (Double.isNaN(pair.areaM2())) {
        unpaired.add(one.id());
      } else {
        rows.add(Math.min(one.id(), other.id()), Math.max(one.id(), other.id()), pair.areaM2());
      }
    }
    return rows;
  }

  /** Has the database do parcels as its triggers do. */
  private void refresh(List<Long> ids, String function) {
    if (!ids.isEmpty()) {
      jdbc.sql("INSERT INTO changed_land SELECT DISTINCT unnest(:ids)")
          .param("ids", ids.toArray(Long[]::new))
          .update();
      run.template().execute("SELECT " + function);
      run.template().execute("DELETE FROM changed_land");
    }
  }
}
