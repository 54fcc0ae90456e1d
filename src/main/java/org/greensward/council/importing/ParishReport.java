package org.greensward.council.importing;

import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.ReportFormat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What can be wrong with a file of parishes besides their borders. */
final class ParishReport {
  private ParishReport() {}

  static ImportFault noName(String code, Geometry shape) {
    return placed(ImportFaultKind.NO_NAME, code, code + " has no name", shape);
  }

  static ImportFault duplicate(ParishImportLayer.Parish parish, Geometry shape, long row) {
    return placed(
        ImportFaultKind.DUPLICATE,
        parish.code(),
        "row %d repeats %s %s, %s"
            .formatted(row, parish.code(), parish.name(), ReportFormat.area(shape.getArea())),
        shape);
  }

  private static ImportFault placed(
      ImportFaultKind kind, String code, String sentence, Geometry shape) {
    Coordinate place = shape.getEnvelopeInternal().centre();
    return new ImportFault(kind, code, sentence, place.x, place.y, shape.getArea());
  }

  /**
   * Notes the parishes that a council has and the file has not, and the codes that end with it.
   * Reads {@code next_parish}; to be called before it is merged.
   */
  static void reportMissing(ImportRun run) {
    run.jdbc()
        .sql(
            """
            SELECT coalesce(p.code, cp.parish_code) AS code, p.name, c.name AS council, p.area_m2,
                   ST_X(ST_PointOnSurface(p.geom)) AS x, ST_Y(ST_PointOnSurface(p.geom)) AS y
            FROM (SELECT * FROM parish WHERE upper_inf(valid)) p
            FULL JOIN (council_parish cp JOIN council c ON c.id = cp.council_id)
              ON cp.parish_code = p.code
            WHERE (cp.valid IS NULL OR upper_inf(cp.valid))
              AND NOT EXISTS (SELECT FROM next_parish n
                              WHERE n.code = coalesce(p.code, cp.parish_code))
            ORDER BY 1""")
        .query(
            row -> {
              String code = row.getString("code");
              String name = row.getString("name");
              String known = name == null || name.equals(code) ? code : code + " " + name;
              String council = row.getString("council");
              Double area = row.getObject("area_m2", Double.class);
              String size = area == null ? "" : ", " + ReportFormat.area(area);
              run.report()
                  .fault(
                      new ImportFault(
                          council == null
                              ? ImportFaultKind.ENDED_CODE
                              : ImportFaultKind.MISSING_PARISH,
                          code,
                          council == null
                              ? known + " was in the previous edition" + size
                              : known + " is not in the file, but " + council + " has it" + size,
                          row.getObject("x", Double.class),
                          row.getObject("y", Double.class),
                          area));
            });
  }
}
