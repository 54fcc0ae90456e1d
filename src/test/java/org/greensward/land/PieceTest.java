package org.greensward.land;

import static org.assertj.core.api.Assertions.assertThat;

import org.greensward.database.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The overlay of land with parishes, as the database keeps it. Geometry is in EPSG:27700. */
class PieceTest {
  private StoreFixture db;
  private JdbcClient jdbc;

  /** Two parishes of 100 by 100 m side by side; their shared border is x = 100. */
  @BeforeEach
  void twoParishes() {
    db = StoreFixture.fresh();
    jdbc = db.jdbc();
    db.parish("E04000001", "POLYGON((0 0,0 100,100 100,100 0,0 0))");
    db.parish("E04000002", "POLYGON((100 0,100 100,200 100,200 0,100 0))");
  }

  @Test
  void aParcelInsideOneParishIsOnePieceUnchanged() {
    db.land("in", "amenity grass", null, "POLYGON((10 10,10 20,20 20,20 10,10 10))");
    assertThat(db.pieces("in")).containsExactly("E04000001 100.000 100.000");
  }

  @Test
  void aStraddlingParcelIsSplitByItsMeasuredQuantity() {
    db.land("over", "amenity grass", 440.0, "POLYGON((70 0,70 10,110 10,110 0,70 0))");
    assertThat(db.pieces("over"))
        .containsExactly("E04000001 300.000 330.000", "E04000002 100.000 110.000");
  }

  @Test
  void theRestLiesOutsideAllParishes() {
    db.land("out", "amenity grass", null, "POLYGON((190 90,190 110,210 110,210 90,190 90))");
    assertThat(db.pieces("out"))
        .containsExactly("E04000002 100.000 100.000", "outside 300.000 300.000");
  }

  @Test
  void aLengthOnTheSharedBorderAndAPointOnItGoToTheLowerCode() {
    db.land("hedge", "hedge", null, "LINESTRING(100 10,100 60)");
    db.land("tree", "tree", null, "POINT(100 50)");
    assertThat(db.pieces("hedge")).containsExactly("E04000001 50.000 50.000");
    assertThat(db.pieces("tree")).containsExactly("E04000001 1.000 1.000");
  }

  @Test
  void aPieceFollowsTheBoundaryAndNothingElseIsTouched() {
    db.land("west", "amenity grass", null, "POLYGON((10 10,10 20,20 20,20 10,10 10))");
    db.land("middle", "amenity grass", null, "POLYGON((90 0,90 10,110 10,110 0,90 0))");
    jdbc.sql("UPDATE parish SET geom = ST_Multi(ST_GeomFromText(?, 27700)) WHERE code = ?")
        .param("POLYGON((105 0,105 100,200 100,200 0,105 0))")
        .param("E04000002")
        .update();
    assertThat(db.pieces("middle"))
        .containsExactly(
            "E04000001 100.000 100.000", "E04000002 50.000 50.000", "outside 50.000 50.000");
    assertThat(db.pieces("west")).containsExactly("E04000001 100.000 100.000");
  }

  @Test
  void majorityGivesAParcelWholeToTheParishWithMostOfIt() {
    db.party("contractor", "C");
    db.contract("N", "C", "[2014-01-01,)");
    db.land("over", "amenity grass", null, "POLYGON((70 0,70 10,110 10,110 0,70 0))");
    db.landLot("over", "N");
    assertThat(db.pieces("over")).hasSize(2);
    jdbc.sql("UPDATE contract SET straddle = 'majority'").update();
    assertThat(db.pieces("over")).containsExactly("E04000001 400.000 400.000");
  }

  @Test
  void overlappingParcelsAreCountedApart() {
    db.land("a", "amenity grass", null, "POLYGON((0 0,0 10,10 10,10 0,0 0))");
    db.land("b", "pitch", null, "POLYGON((8 0,8 10,18 10,18 0,8 0))");
    db.land("c", "pitch", null, "POLYGON((18 0,18 10,28 10,28 0,18 0))");
    assertThat(jdbc.sql("SELECT area_m2 FROM land_overlap").query(Double.class).list())
        .containsExactly(20.0);
    jdbc.sql("UPDATE land SET geom = ST_Translate(geom, 0, 50) WHERE reference = 'b'").update();
    assertThat(jdbc.sql("SELECT area_m2 FROM land_overlap").query(Double.class).list()).isEmpty();
  }

  /** Many parcels in one statement take another way than a few; they must come to the same. */
  @Test
  void manyAtOnceAreCutAsOneByOne() {
    jdbc.sql(
            """
            INSERT INTO land (reference, asset_type, unit, measured, geom)
            SELECT 'P' || i, t.code, t.unit, CASE WHEN i % 3 = 0 THEN 100 END,
                   CASE t.unit
                     WHEN 'm2' THEN ST_Buffer(ST_SetSRID(ST_Point(x, y), 27700), 1 + i % 9, 3)
                     WHEN 'm' THEN ST_SetSRID(ST_MakeLine(ST_Point(x, y), ST_Point(x + 9, y)), 27700)
                     ELSE ST_SetSRID(ST_Point(x, y), 27700) END
            FROM (SELECT i, (i * 37) % 230 - 10 AS x, (i * 53) % 120 - 10 AS y
                  FROM generate_series(1, 900) i) places
            JOIN asset_type t ON t.code = CASE i % 4 WHEN 0 THEN 'hedge' WHEN 1 THEN 'tree'
                                          ELSE 'amenity grass' END
            """)
        .update();
    assertThat(jdbc.sql("SELECT count(*) FROM piece").query(Integer.class).single())
        .isGreaterThan(900);
    var different =
        jdbc.sql(
                """
                SELECT l.reference
                FROM land l CROSS JOIN LATERAL cut_parcel(l) cut
                FULL JOIN piece x ON x.land_id = cut.land_id
                  AND x.parish_id IS NOT DISTINCT FROM cut.parish_id
                WHERE x.land_id IS NULL OR cut.land_id IS NULL
                  OR abs(x.drawn - cut.drawn) > 1e-6 OR abs(x.quantity - cut.quantity) > 1e-6
                  OR ST_Area(ST_SymDifference(coalesce(x.geom, l.geom), cut.geom)) > 1e-6
                """)
            .query(String.class)
            .list();
    assertThat(different).isEmpty();
  }

  @Test
  void noPieceOutlivesItsParcelOrItsParish() {
    db.land("over", "amenity grass", null, "POLYGON((70 0,70 10,110 10,110 0,70 0))");
    jdbc.sql("DELETE FROM parish WHERE code = 'E04000002'").update();
    assertThat(db.pieces("over"))
        .containsExactly("E04000001 300.000 300.000", "outside 100.000 100.000");
    jdbc.sql("DELETE FROM land").update();
    assertThat(jdbc.sql("SELECT count(*) FROM piece").query(Integer.class).single()).isZero();
  }

  /** GIS programs connect with a search path of their own. */
  @Test
  void anEditWithAnotherSearchPathIsCutAllTheSame() {
    db.land("over", "amenity grass", null, "POLYGON((70 0,70 10,110 10,110 0,70 0))");
    jdbc.sql(
            "SET search_path = public; UPDATE greensward.land SET geom = ST_Translate(geom, 30, 0);"
                + " RESET search_path")
        .update();
    assertThat(db.pieces("over")).containsExactly("E04000002 400.000 400.000");
  }
}
