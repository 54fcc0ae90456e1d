package org.greensward.ogc.filter;

import java.util.List;
import org.greensward.database.TestStore;
import org.greensward.ogc.filter.tree.FilterCrs;
import org.greensward.ogc.filter.tree.Queryable;
import org.greensward.ogc.filter.tree.Queryable.Type;
import org.greensward.ogc.filter.tree.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Four rows in a real database to filter. The times are those that the abstract tests of CQL2
 * expect in its sample of places.
 */
final class FilterSampleTable {
  static final List<Queryable> QUERYABLES =
      List.of(
          new Queryable("name", Type.TEXT, "x.\"name\""),
          new Queryable("other", Type.TEXT, "x.\"other\""),
          new Queryable("count", Type.WHOLE, "x.\"count\""),
          new Queryable("area", Type.NUMBER, "x.\"area\""),
          new Queryable("price", Type.NUMBER, "x.\"price\""),
          new Queryable("date", Type.DATE, "x.\"date\""),
          new Queryable("start", Type.TIMESTAMP, "x.\"start\""),
          new Queryable("end", Type.TIMESTAMP, "x.\"end\""),
          new Queryable("boolean", Type.BOOLEAN, "x.\"boolean\""),
          new Queryable("geom", Type.GEOMETRY, "x.\"geom\""),
          new Queryable("spot", Type.GEOMETRY, "x.\"spot\""));

  private static JdbcClient jdbc;

  private FilterSampleTable() {}

  static synchronized JdbcClient jdbc() {
    if (jdbc == null) {
      jdbc = JdbcClient.create(new SingleConnectionDataSource(connection(), true));
      jdbc.sql(
              """
              CREATE TEMPORARY TABLE thing AS
              SELECT id, name, other, count, area, price, date, start, "end", "boolean",
                     ST_GeomFromText(wkt, 27700) AS geom, ST_GeomFromText(spot, 27700) AS spot
              FROM (VALUES
                (1, 'København', 'KØBENHAVN', 1, 3.14::float8, 1.10::numeric, date '2022-04-16',
                 timestamptz '2022-04-16T10:13:19Z', timestamptz '2023-04-16T10:15:10Z', true,
                 'POLYGON((485000 235000, 485100 235000, 485100 235100, 485000 235100, 485000 235000))',
                 'POINT(485050 235050)'),
                (2, 'Straße 50%', 'a\\b', 2, 100, 20, '2023-04-16',
                 '2022-04-16T10:15:10Z', '2022-04-16T10:16:06Z', false,
                 'LINESTRING(485100 235050, 485300 235050)', 'POINT(485200 235050)'),
                (3, 'It''s ıI', 'It''s ıI', 3, -5, 300, '2021-04-16',
                 '2021-04-16T10:15:59Z', '2022-04-16T10:16:06Z', true,
                 'POINT(485500 235500)', 'POINT(485500 235500)'),
                (4, 'B_r', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL))
                AS v (id, name, other, count, area, price, date, start, "end", "boolean", wkt, spot)
              """)
          .update();
    }
    return jdbc;
  }

  private static java.sql.Connection connection() {
    try {
      return TestStore.empty().dataSource().getConnection();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The numbers of the rows that a filter is true of, in a row: {@code 1 3}. */
  static String matching(FilterLanguage language, String filter, FilterCrs crs) {
    SqlCondition condition = FilterParser.parse(language, filter, QUERYABLES, crs);
    return String.join(
        " ",
        jdbc()
            .sql("SELECT CAST(id AS text) FROM thing x WHERE " + condition.sql() + " ORDER BY id")
            .params(condition.parameters())
            .query(String.class)
            .list());
  }

  static String matching(String filter) {
    return matching(FilterLanguage.CQL2_TEXT, filter, FilterCrs.CRS84);
  }
}
