package org.greensward.land.importing;

import java.util.List;
import org.greensward.authority.StoreKind;
import org.greensward.error.UserException;
import org.greensward.layer.importing.ImportColumn;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportLayer;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.RowFaults;
import org.greensward.layer.importing.SourceFile;
import org.greensward.layer.importing.TableMerge;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Land parcels, in one or several layers of a file. The file has all of them: a reference that it
 * leaves out ends, and is kept in the history. All is done set by set in the database, since there
 * are tens of thousands.
 */
public final class LandImportLayer implements ImportLayer {
  private static final List<String> COLUMNS =
      List.of(
          "reference",
          "asset_type",
          "unit",
          "name",
          "owner_id",
          "maintainer_id",
          "maintainer_valid",
          "lot_id",
          "regime_id",
          "measured",
          "geom",
          "valid",
          "basis");

  @Override
  public String name() {
    return "land";
  }

  @Override
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.required("reference", "ref", "site_ref", "asset_id"),
        ImportColumn.required("asset_type", "type"),
        ImportColumn.optional("name", "site_name"),
        ImportColumn.optional("owner"),
        ImportColumn.optional("owner_kind"),
        ImportColumn.optional("maintainer"),
        ImportColumn.optional("maintainer_kind"),
        ImportColumn.optional("maintainer_from"),
        ImportColumn.optional("maintainer_to"),
        ImportColumn.optional("lot"),
        ImportColumn.optional("regime"),
        ImportColumn.optional("quantity", "measured"),
        ImportColumn.optional("unit"),
        ImportColumn.optional("from"),
        ImportColumn.optional("to"),
        ImportColumn.optional("basis"));
  }

  @Override
  public boolean needsGeometry() {
    return true;
  }

  @Override
  public boolean takesSeveralLayers() {
    return true;
  }

  @Override
  public ParcelOverlay overlay(JdbcTemplate jdbc, SourceFile file) {
    return ParcelBulkInsert.isAllowed(jdbc) ? ParcelOverlay.begin(jdbc, file) : null;
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    if (run.overlay() != null) {
      run.overlay().cutNew();
    }
    ParcelImportLookup words = new ParcelImportLookup(run);
    words.gather();
    new ParcelCodeValidator(run).refuseUnknown();
    new ParcelParties(run).resolve();
    words.understand();
    int repaired = new LandTarget(run).make(words, run.overlay());
    checkRows(run);
    refuseStrangers(run);
    run.step("Merging, and cutting parcels at parish borders");
    LandImportReport findings = new LandImportReport(run);
    if (repaired > 0) {
      findings.reportRepaired();
    }
    TableMerge merge =
        run.editionMerge("land", "next_land", "t.reference = n.reference", COLUMNS, "true");
    long ended = merge.end();
    long changed = merge.change();
    long added = new ParcelBulkInsert(run).add(merge, run.overlay());
    run.report().counts("land", merge.counts(added, changed, ended));
    findings.reportMerged();
  }

  private static void checkRows(ImportRun run) {
    run.jdbc()
        .sql(
            """
            SELECT coalesce(bool_or(faults > 0), false), coalesce(bool_or(rows > 1), false)
            FROM (SELECT count(*) AS rows, count(fault) AS faults
                  FROM next_land GROUP BY reference) r\
            """)
        .query(
            row -> {
              if (row.getBoolean(1)) {
                refuseBadRows(run);
              }
              if (row.getBoolean(2)) {
                takeRepeatedOnce(run);
              }
            });
  }

  private static void refuseBadRows(ImportRun run) {
    RowFaults faults = new RowFaults();
    run.jdbc()
        .sql("SELECT row_number, fault FROM next_land WHERE fault IS NOT NULL")
        .query(
            row -> {
              faults.add(row.getLong(1), row.getString(2));
            });
    faults.refuseIfAny(run.fileName());
  }

  private static void takeRepeatedOnce(ImportRun run) {
    String all = "x." + String.join(", x.", COLUMNS);
    run.jdbc()
        .sql(
            """
            WITH repeated AS (
              SELECT reference FROM next_land GROUP BY reference HAVING count(*) > 1),
            gone AS (
              DELETE FROM next_land x USING next_land y
              WHERE x.reference IN (SELECT reference FROM repeated)
                AND y.reference = x.reference AND y.row_number < x.row_number
                AND (%s) IS NOT DISTINCT FROM (%s)
              RETURNING x.row_number, x.reference, ST_Centroid(ST_Envelope(x.geom)) AS place,
                        ST_Area(x.geom) AS area)
            SELECT DISTINCT row_number, reference, ST_X(place), ST_Y(place), area
            FROM gone ORDER BY row_number\
            """
                .formatted(all, all.replace("x.", "y.")))
        .query(
            row -> {
              run.report()
                  .fault(
                      new ImportFault(
                          ImportFaultKind.DUPLICATE,
                          row.getString(2),
                          "row %d repeats %s".formatted(row.getLong(1), row.getString(2)),
                          row.getDouble(3),
                          row.getDouble(4),
                          row.getDouble(5)));
            });
    RowFaults faults = new RowFaults();
    run.jdbc()
        .sql(
            """
            SELECT reference, min(row_number), max(row_number) FROM next_land
            GROUP BY reference HAVING count(*) > 1\
            """)
        .query(
            row -> {
              faults.add(
                  row.getLong(2),
                  row.getLong(3),
                  "both have reference %s, but they differ".formatted(row.getString(1)));
            });
    faults.refuseIfAny(run.fileName());
  }

  /** A demonstration takes only land of the authority that it shows. */
  private static void refuseStrangers(ImportRun run) {
    if (!StoreKind.isDemonstration(run.jdbc())) {
      return;
    }
    boolean touches =
        run.jdbc()
            .sql(
                """
                SELECT NOT EXISTS (SELECT FROM parish) OR EXISTS (
                  SELECT FROM next_land n JOIN parish p
                    ON p.geom && n.geom AND ST_Intersects(p.geom, n.geom))\
                """)
            .query(Boolean.class)
            .single();
    if (!touches) {
      throw new UserException(
          "No parcel of %s touches a parish of the demonstration, and real data never share a store"
                  .formatted(run.fileName())
              + " with it; "
              + StoreKind.START_EMPTY
              + ".");
    }
  }
}
