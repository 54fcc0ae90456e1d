package org.greensward.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgisGeometryTest {
  private static final JdbcClient JDBC = JdbcClient.create(TestStore.empty().dataSource());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (485123.123456789 238456.987654321)",
        "POINT EMPTY",
        "LINESTRING (485000.1 238000.2, 485000.30000000005 238000.1)",
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
        "POLYGON EMPTY",
        "MULTIPOINT ((1 2), (3 4))",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4), POLYGON ((0 0, 1 0, 1 1, 0 0)))"
      })
  void aGeometryComesBackToTheLastBit(String wkt) throws ParseException {
    Geometry sent = new WKTReader().read(wkt);

    Geometry read =
        JDBC.sql("SELECT CAST(:shape AS geometry) AS geom")
            .param("shape", PostgisGeometry.parameter(sent))
            .query((row, n) -> PostgisGeometry.read(row, "geom"))
            .single();

    assertThat(read.equalsExact(sent)).as("%s as %s", sent, read).isTrue();
    assertThat(read.getGeometryType()).isEqualTo(sent.getGeometryType());
    assertThat(read.getSRID()).isEqualTo(27700);
    assertThat(sent.getSRID()).as("what was given is left alone").isZero();
  }

  @Test
  void postgisKnowsTheSystemAndTheExactOrdinates() throws ParseException {
    Geometry sent = new WKTReader().read("POINT (-0.7594160342 52.0406224)");

    String read =
        JDBC.sql("SELECT ST_AsEWKT(:shape)")
            .param("shape", PostgisGeometry.parameter(sent, 4326))
            .query(String.class)
            .single();

    assertThat(read).isEqualTo("SRID=4326;POINT(-0.7594160342 52.0406224)");
  }

  @Test
  void coordinatesThatWereReadCanBeChangedInPlace() throws ParseException {
    Geometry read =
        JDBC.sql("SELECT CAST('LINESTRING (1 2, 3 4)' AS geometry) AS geom")
            .query((row, n) -> PostgisGeometry.read(row, "geom"))
            .single();

    read.apply((CoordinateFilter) point -> point.x += 10);

    assertThat(read).isEqualTo(new WKTReader().read("LINESTRING (11 2, 13 4)"));
  }

  @Test
  void nullIsNull() {
    assertThat(
            JDBC.sql("SELECT CAST(NULL AS geometry) AS geom")
                .query((row, n) -> PostgisGeometry.read(row, "geom") == null)
                .single())
        .isTrue();
  }
}
