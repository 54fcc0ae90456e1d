package org.greensward.search.place;

import java.util.List;
import org.greensward.layer.importing.ImportColumn;
import org.greensward.layer.importing.ImportLayer;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.PointColumns;
import org.greensward.layer.importing.ProductSchema;
import org.greensward.layer.importing.StagedTableValidator;

/**
 * Postcodes with the point in the middle of each: OS Code-Point Open or the ONS Postcode Directory,
 * with their own columns. Postcodes that have ended, that have no position, or that are not in
 * Great Britain are left out.
 */
public final class PostcodeImportLayer implements ImportLayer {
  private static final String TABLE = "next_postcode";

  @Override
  public String name() {
    return "postcodes";
  }

  @Override
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.required("postcode", "pcds", "pcd8", "pcd2", "pcd7", "pcd", "pc"),
        ImportColumn.optional("easting", "eastings", "oseast1m", "east1m", "ea"),
        ImportColumn.optional("northing", "northings", "osnrth1m", "north1m", "no"),
        ImportColumn.optional(
            "quality", "positional_quality_indicator", "osgrdind", "gridind", "pq"),
        ImportColumn.optional("ended", "doterm"),
        ImportColumn.optional("basis"));
  }

  @Override
  public List<ProductSchema> tables() {
    return List.of(
        ProductSchema.withoutHeader(
            "Code-Point Open",
            "[A-Z]{1,2}[0-9][A-Z0-9]? {0,2}[0-9][A-Z]{2}",
            "Postcode",
            "Positional_quality_indicator",
            "Eastings",
            "Northings",
            "Country_code",
            "NHS_regional_HA_code",
            "NHS_HA_code",
            "Admin_county_code",
            "Admin_district_code",
            "Admin_ward_code"),
        ProductSchema.withHeader("the ONS Postcode Directory", "pcds", "doterm", "oseast1m"),
        ProductSchema.withHeader("the ONS Postcode Directory", "pcds", "doterm", "east1m"));
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    PointColumns.require(run, "easting", "northing");
    check(run);
    StagedTableValidator rows = new StagedTableValidator(run, TABLE);
    rows.faultDuplicates("code", "postcode");
    rows.refuseFaults();
    rows.leaveOut();
    run.step("Merging");
    run.report()
        .counts(
            "postcode",
            run.editionMerge(
                    "postcode", TABLE, "t.code = n.code", List.of("code", "geom", "basis"), "true")
                .all());
    run.template().execute("ANALYZE postcode");
  }

  /**
   * The quality is 90 in Code-Point Open and 9 in the directory where there is no position.
   * Postcodes of Northern Ireland have eastings of another grid.
   */
  private static void check(ImportRun run) {
    run.template()
        .execute(
            """
            CREATE TEMPORARY TABLE %s ON COMMIT DROP AS
            SELECT row_number, code, p.geom, coalesce(basis, 'documented') AS basis,
                   CASE WHEN ended IS NOT NULL THEN 'postcodes that have ended'
                        WHEN code ~ '^(BT|GY|JE|IM)[0-9]' THEN 'postcodes outside Great Britain'
                        WHEN quality IN ('9', '90') OR %s
                        THEN 'postcodes without a position' END AS left_out,
                   CASE WHEN ended IS NOT NULL THEN NULL
                        WHEN code IS NULL THEN 'postcode is empty'
                        WHEN code !~ '^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$'
                        THEN format('postcode %%s is not written like one', postcode)
                        WHEN code ~ '^(BT|GY|JE|IM)[0-9]' OR quality IN ('9', '90') THEN NULL
                        WHEN basis NOT IN ('documented', 'illustrative')
                        THEN format('basis %%s is not known; it is one of documented, illustrative', basis)
                        ELSE p.fault END AS fault
            FROM incoming AS i, LATERAL upper(regexp_replace(postcode, '\\s', '', 'g')) AS code,
                 LATERAL %s AS p\
            """
                .formatted(TABLE, PointColumns.IS_NOWHERE, PointColumns.point()));
  }
}
