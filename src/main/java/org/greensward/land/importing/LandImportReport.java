package org.greensward.land.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.ReportFormat;
import org.springframework.jdbc.core.RowMapper;

/** What is wrong with land but no reason to refuse it. */
final class LandImportReport {
  private static final int WORST_LISTED = 10;
  private static final double MOST_OFF = 0.05;

  private final ImportRun run;

  LandImportReport(ImportRun run) {
    this.run = run;
  }

  /** Notes geometry that was repaired. Reads {@code next_land} and {@code incoming}. */
  void reportRepaired() {
    run.jdbc()
        .sql(
            """
            SELECT n.reference, c.x, c.y, ST_Area(n.geom) - ST_Area(i.geom) AS area,
                   format('%s: %s; its area was %s m2 and is %s m2', n.reference,
                     lower(ST_IsValidReason(i.geom)), round(ST_Area(i.geom)::numeric, 1),
                     round(ST_Area(n.geom)::numeric, 1)) AS sentence
            FROM next_land n JOIN incoming i USING (row_number)
            CROSS JOIN LATERAL (SELECT ST_X(ST_Centroid(ST_Envelope(n.geom))) AS x,
                                       ST_Y(ST_Centroid(ST_Envelope(n.geom))) AS y) c
            WHERE n.repaired ORDER BY n.row_number""")
        .query(as(ImportFaultKind.INVALID_GEOMETRY))
        .list()
        .forEach(run.report()::fault);
  }

  /** Notes what shows once parcels are merged and cut into pieces. */
  void reportMerged() {
    // Tables are read whole here. Statistics may be of when they were empty, and a plan that goes
    // by
    // them looked up each row by reading all others, for minutes.
    run.template().execute("SET LOCAL enable_nestloop = off");
    reportMeasuredOff();
    reportOutside();
    reportOverlaps();
    run.template().execute("SET LOCAL enable_nestloop = on");
  }

  private void reportMeasuredOff() {
    String off = " FROM land WHERE abs(measured - drawn) > " + MOST_OFF + " * drawn";
    List<ImportFault> worst =
        run.jdbc()
            .sql(
                """
                SELECT reference, ST_X(ST_Centroid(ST_Envelope(geom))) AS x,
                       ST_Y(ST_Centroid(ST_Envelope(geom))) AS y,
                       CASE unit WHEN 'm2' THEN measured - drawn END AS area,
                       format('%s: measured %s, drawn %s %s', reference, round(measured::numeric, 1),
                              round(drawn::numeric, 1), unit) AS sentence"""
                    + off
                    + " ORDER BY abs(measured - drawn) / greatest(drawn, 1e-6) DESC, reference LIMIT "
                    + WORST_LISTED)
            .query(as(ImportFaultKind.MEASURED_OFF))
            .list();
    long all = worst.size() < WORST_LISTED ? worst.size() : count("SELECT count(*)" + off);
    run.report().faults(ImportFaultKind.MEASURED_OFF, all, worst);
  }

  private void reportOutside() {
    run.template()
        .execute(
            """
            CREATE TEMPORARY TABLE outside_land ON COMMIT DROP AS
            SELECT x.land_id AS id,
                   (SELECT min(y.parish_id) FROM piece y WHERE y.land_id = x.land_id) IS NULL AS whole
            FROM piece x WHERE x.parish_id IS NULL""");
    List<ImportFault> listed =
        run.jdbc()
            .sql(
                """
                SELECT l.reference, ST_X(ST_Centroid(ST_Envelope(l.geom))) AS x,
                       ST_Y(ST_Centroid(ST_Envelope(l.geom))) AS y,
                       CASE l.unit WHEN 'm2' THEN l.drawn END AS area,
                       l.reference || ' lies outside every parish' AS sentence
                FROM outside_land x JOIN land l USING (id) WHERE x.whole
                ORDER BY l.reference LIMIT\s"""
                    + ImportReport.MOST_LISTED)
            .query(as(ImportFaultKind.OUTSIDE))
            .list();
    run.report()
        .faults(
            ImportFaultKind.OUTSIDE,
            count("SELECT count(*) FROM outside_land WHERE whole"),
            listed);
    long partly = count("SELECT count(*) FROM outside_land WHERE NOT whole");
    if (partly > 0) {
      run.report()
          .remark(
              "%s %s in part outside every parish."
                  .formatted(ReportFormat.count(partly, "parcel"), partly == 1 ? "lies" : "lie"));
    }
  }

  private void reportOverlaps() {
    List<ImportFault> listed =
        run.jdbc()
            .sql(
                """
                WITH largest_overlap AS (
                  SELECT * FROM land_overlap ORDER BY area_m2 DESC, land_a, land_b LIMIT %d),
                among AS MATERIALIZED (
                  SELECT id, reference, geom, maintainer_id FROM land WHERE id = ANY (ARRAY(
                    SELECT unnest(ARRAY[land_a, land_b]) FROM largest_overlap)))
                SELECT least(x.reference, y.reference) || ' ' || greatest(x.reference, y.reference)
                         AS reference,
                       o.area_m2 AS area,
                       (greatest(ST_XMin(x.geom), ST_XMin(y.geom))
                        + least(ST_XMax(x.geom), ST_XMax(y.geom))) / 2 AS x,
                       (greatest(ST_YMin(x.geom), ST_YMin(y.geom))
                        + least(ST_YMax(x.geom), ST_YMax(y.geom))) / 2 AS y,
                       format(CASE WHEN x.reference < y.reference
                                   THEN '%1$s%2$s and %3$s%4$s overlap by %5$s m2'
                                   ELSE '%3$s%4$s and %1$s%2$s overlap by %5$s m2' END,
                              x.reference, ' (' || mx.name || ')',
                              y.reference, ' (' || my.name || ')',
                              round(o.area_m2::numeric, 2)) AS sentence
                FROM largest_overlap o
                JOIN among x ON x.id = o.land_a
                JOIN among y ON y.id = o.land_b
                LEFT JOIN party mx ON mx.id = x.maintainer_id
                LEFT JOIN party my ON my.id = y.maintainer_id
                ORDER BY o.area_m2 DESC, reference"""
                    .replace("%d", String.valueOf(ImportReport.MOST_LISTED)))
            .query(as(ImportFaultKind.LAND_OVERLAP))
            .list();
    long count = count("SELECT count(*) FROM land_overlap");
    run.report().faults(ImportFaultKind.LAND_OVERLAP, count, listed);
    if (count > 0) {
      double area =
          run.jdbc().sql("SELECT sum(area_m2) FROM land_overlap").query(Double.class).single();
      run.report()
          .remark(
              "Where parcels overlap, %s are counted twice.".formatted(ReportFormat.area(area)));
    }
  }

  private long count(String sql) {
    return run.jdbc().sql(sql).query(Long.class).single();
  }

  /**
   * A fault from columns {@code reference}, {@code sentence}, {@code x}, {@code y}, {@code area}.
   */
  private static RowMapper<ImportFault> as(ImportFaultKind kind) {
    return (ResultSet row, int i) ->
        new ImportFault(
            kind,
            row.getString("reference"),
            row.getString("sentence"),
            number(row, "x"),
            number(row, "y"),
            number(row, "area"));
  }

  private static Double number(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Double.class);
  }
}
