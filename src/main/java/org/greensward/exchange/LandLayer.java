package org.greensward.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greensward.refusal.Refusal;

/**
 * Land parcels, in one or several layers of a file. The file has all of them: a reference that it
 * leaves out ends, and is kept in the history. All is done set by set in the database, since there
 * are tens of thousands.
 */
final class LandLayer implements ImportLayer {
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
  public List<Column> columns() {
    return List.of(
        Column.required("reference", "ref", "site_ref", "asset_id"),
        Column.required("asset_type", "type"),
        Column.optional("name", "site_name"),
        Column.optional("owner"),
        Column.optional("owner_kind"),
        Column.optional("maintainer"),
        Column.optional("maintainer_kind"),
        Column.optional("maintainer_from"),
        Column.optional("maintainer_to"),
        Column.optional("lot"),
        Column.optional("regime"),
        Column.optional("quantity", "measured"),
        Column.optional("unit"),
        Column.optional("from"),
        Column.optional("to"),
        Column.optional("basis"));
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
  public void apply(ImportRun run) {
    run.step("Checking");
    try (LandOverlay overlay = LandAddition.isAllowed(run.jdbc()) ? LandOverlay.begin(run) : null) {
      apply(run, overlay);
    }
  }

  /**
   * @param overlay null where the database's triggers do all of it
   */
  private static void apply(ImportRun run, LandOverlay overlay) {
    new LandValues(run).refuseUnknown();
    new LandParties(run).resolve();
    readDates(run);
    makeNext(run);
    refuseBadRows(run);
    takeDuplicatesOnce(run);
    refuseStrangers(run);
    run.step("Merging, and cutting parcels at parish borders");
    LandFindings findings = new LandFindings(run);
    findings.reportRepaired();
    Merge merge =
        run.editionMerge("land", "next_land", "t.reference = n.reference", COLUMNS, "true");
    long ended = merge.end();
    long changed = merge.change();
    long added = new LandAddition(run).add(merge, overlay);
    run.report().counts("land", merge.counts(added, changed, ended));
    findings.reportMerged();
  }

  private static void readDates(ImportRun run) {
    NextTable days = new NextTable("day").column("text", "text").column("day", "date");
    run.jdbc()
        .sql(
            """
            SELECT DISTINCT v.text
            FROM (SELECT DISTINCT "from" AS a, "to" AS b, maintainer_from AS c, maintainer_to AS d
                  FROM incoming) i,
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
  private static void makeNext(ImportRun run) {
    run.template()
        .execute(
            """
            CREATE TEMPORARY TABLE next_land ON COMMIT DROP AS
            SELECT i.row_number, i.reference, a.code AS asset_type, a.unit, i.name,
                   o.id AS owner_id, m.id AS maintainer_id,
                   CASE WHEN mf.day >= mt.day THEN NULL ELSE daterange(mf.day, mt.day) END
                     AS maintainer_valid,
                   lot.id AS lot_id, g.id AS regime_id, q.measured, x.geom, NOT x.valid AS repaired,
                   CASE WHEN f.day >= t.day THEN NULL ELSE daterange(f.day, t.day) END AS valid,
                   coalesce(lower(i.basis), 'documented') AS basis,
                   nullif(concat_ws('; ',
                     CASE WHEN i.reference IS NULL THEN 'reference is empty' END,
                     CASE WHEN i.geom IS NULL THEN 'it has no geometry'
                          WHEN ST_IsEmpty(i.geom) THEN 'its geometry is empty'
                          WHEN a.unit <> 'item'
                               AND ST_Dimension(i.geom) <> CASE a.unit WHEN 'm2' THEN 2 ELSE 1 END
                            THEN format('its geometry is a %s, but %s is measured in %s',
                                        replace(ST_GeometryType(i.geom), 'ST_', ''), a.code, a.unit)
                          WHEN ST_IsEmpty(x.geom)
                            THEN 'nothing is left of its geometry when it is repaired' END,
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
                     THEN i.quantity::double precision END AS measured) q
            CROSS JOIN LATERAL (
              SELECT v.valid,
                     CASE WHEN v.valid THEN ST_Force2D(i.geom)
                     ELSE ST_CollectionExtract(ST_MakeValid(ST_Force2D(i.geom)),
                       CASE a.unit WHEN 'm2' THEN 3 WHEN 'm' THEN 2
                       ELSE ST_Dimension(i.geom) + 1 END) END AS geom
              FROM (SELECT ST_IsValid(i.geom) AS valid OFFSET 0) v OFFSET 0) x""");
    run.template().execute("ANALYZE next_land (row_number, reference, repaired, fault)");
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

  private static void takeDuplicatesOnce(ImportRun run) {
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
            FROM gone ORDER BY row_number"""
                .formatted(all, all.replace("x.", "y.")))
        .query(
            row -> {
              run.report()
                  .fault(
                      new Fault(
                          FaultKind.DUPLICATE,
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
            GROUP BY reference HAVING count(*) > 1""")
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
                    ON p.geom && n.geom AND ST_Intersects(p.geom, n.geom))""")
            .query(Boolean.class)
            .single();
    if (!touches) {
      throw new Refusal(
          "No parcel of %s touches a parish of the demonstration, and real data never share a store"
                  .formatted(run.fileName())
              + " with it; "
              + StoreKind.START_EMPTY
              + ".");
    }
  }
}
