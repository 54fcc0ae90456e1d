package org.greensward.ogc.common;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greensward.layer.feature.ExtentSql;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.revision.WorkingDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where and when the collections have something. */
@Repository
public class CollectionExtents {
  /** Great Britain, for a store without boundaries yet. */
  private static final double[] DEFAULT = {-8.7, 49.8, 1.8, 60.9};

  /**
   * Degrees to which a box is rounded outwards: whoever projects its corners keeps its features.
   */
  private static final double ROUNDED = 0.1;

  private static final double MARGIN = 0.05;

  private final JdbcClient jdbc;
  private final WorkingDate workingDate;
  private final String geometries;
  private final String beginnings;

  CollectionExtents(JdbcClient jdbc, WorkingDate workingDate, List<ExtentSql> contributed) {
    this.jdbc = jdbc;
    this.workingDate = workingDate;
    this.geometries = union(contributed, ExtentSql::geometries);
    this.beginnings = union(contributed, ExtentSql::beginnings);
  }

  private static String union(List<ExtentSql> contributed, Function<ExtentSql, String> part) {
    return contributed.stream()
        .map(part)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" UNION ALL "));
  }

  /** As a collection tells it: a box in CRS84, and the dates between which something changed. */
  public Map<String, Object> read() {
    Map<String, Object> spatial = new LinkedHashMap<>();
    spatial.put("bbox", List.of(box()));
    spatial.put("crs", OgcCrs.CRS84.uri());
    Map<String, Object> temporal = new LinkedHashMap<>();
    temporal.put("interval", List.of(interval()));
    temporal.put("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
    Map<String, Object> extent = new LinkedHashMap<>();
    extent.put("spatial", spatial);
    extent.put("temporal", temporal);
    return extent;
  }

  /** West, south, east, north, in degrees, rounded outwards. */
  public List<Double> box() {
    double[] exact =
        jdbc.sql(
                """
                SELECT ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)
                FROM (SELECT ST_Transform(ST_SetSRID(ST_Extent(geom)::geometry, 27700), 4326) AS e
                      FROM (%s) of_all) x
                WHERE e IS NOT NULL
                """
                    .formatted(geometries))
            .query(
                (row, n) ->
                    new double[] {
                      row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)
                    })
            .optional()
            .orElse(DEFAULT);
    List<Double> box = new ArrayList<>();
    for (int i = 0; i < exact.length; i++) {
      double outwards =
          i < 2
              ? Math.floor((exact[i] - MARGIN) / ROUNDED)
              : Math.ceil((exact[i] + MARGIN) / ROUNDED);
      box.add(Math.round(outwards * ROUNDED * 10) / 10.0);
    }
    return box;
  }

  private List<String> interval() {
    LocalDate today = workingDate.today();
    LocalDate first =
        jdbc.sql(
                """
                SELECT min(day) FROM (%s) of_all
                """
                    .formatted(beginnings))
            .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
            .single()
            .filter(date -> date.isBefore(today))
            .orElse(today);
    return List.of(first + "T00:00:00Z", today + "T00:00:00Z");
  }
}
