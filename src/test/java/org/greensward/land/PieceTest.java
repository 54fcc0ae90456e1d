package org.greensward.land;

import static org.assertj.core.api.Assertions.assertThat;

import org.greensward.store.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The overlay of land with parishes, as the database keeps it. Geometry is in EPSG:27700. */
class PieceTest {
  private JdbcClient jdbc;

  /** Two parishes of 100 by 100 m side by side; their shared border is x = 100. */
  @BeforeEach
  void twoParishes() {
    jdbc = TestStore.empty().jdbc();
    jdbc.sql(
            "INSERT INTO edition (layer, file_name, sha256, features, report)"
                + " VALUES ('parishes', 'test', '-', 2, '{}')")
        .update();
    parish("E04000001", "POLYGON((0 0,0 100,100 100,100 0,0 0))");
    parish("E04000002", "POLYGON((100 0,100 100,200 100,200 0,100 0))");
  }

  @Test
  void aParcelInsideOneParishIsOnePieceUnchanged() {
    land("in", "amenity grass", null, "POLYGON((10 10,10 20,20 20,20 10,10 10))");
    assertThat(pieces("in")).containsExactly("E04000001 100.000 100.000");
  }

  @Test
  void aStraddlingParcelIsSplitByItsMeasuredQuantity() {
    land("over", "amenity grass", 440.0, "POLYGON((70 0,70 10,110 10,110 0,70 0))");
    assertThat(pieces("over"))
        .containsExactly("E04000001 300.000 330.000", "E04000002 100.000 110.000");
  }

  @Test
  void theRestLiesOutsideAllParishes() {
    land("out", "amenity grass", null, "POLYGON((190 90,190 110,210 110,210 90,190 90))");
    assertThat(pieces("out"))
        .containsExactly("E04000002 100.000 100.000", "outside 300.000 300.000");
  }

  @Test
  void aLengthOnTheSharedBorderAndAPointOnItGoToTheLowerCode() {
    land("hedge", "hedge", null, "LINESTRING(100 10,100 60)");
    land("tree", "tree", null, "POINT(100 50)");
    assertThat(pieces("hedge")).containsExactly("E04000001 50.000 50.000");
    assertThat(pieces("tree")).containsExactly("E04000001 1.000 1.000");
  }

  @Test
  void aPieceFollowsTheBoundaryAndNothingElseIsTouched() {
    land("west", "amenity grass", null, "POLYGON((10 10,10 20,20 20,20 10,10 10))");
    land("middle", "amenity grass", null, "POLYGON((90 0,90 10,110 10,110 0,90 0))");
    jdbc.sql("UPDATE parish SET geom = ST_Multi(ST_GeomFromText(?, 27700)) WHERE code = ?")
        .param("POLYGON((105 0,105 100,200 100,200 0,105 0))")
        .param("E04000002")
        .update();
    assertThat(pieces("middle"))
        .containsExactly(
            "E04000001 100.000 100.000", "E04000002 50.000 50.000", "outside 50.000 50.000");
    assertThat(pieces("west")).containsExactly("E04000001 100.000 100.000");
  }

  @Test
  void majorityGivesAParcelWholeToTheParishWithMostOfIt() {
    jdbc.sql("INSERT INTO party (kind, name) VALUES ('contractor', 'C')").update();
    jdbc.sql(
            "INSERT INTO contract (code, title, contractor_id, term, straddle, basis) SELECT '1',"
                + " 't', id, '[2014-01-01,)', 'split', 'documented' FROM party")
        .update();
    jdbc.sql("INSERT INTO lot (contract_id, code, name) SELECT id, 'N', 'North' FROM contract")
        .update();
    land("over", "amenity grass", null, "POLYGON((70 0,70 10,110 10,110 0,70 0))");
    jdbc.sql("UPDATE land SET lot_id = (SELECT id FROM lot)").update();
    assertThat(pieces("over")).hasSize(2);
    jdbc.sql("UPDATE contract SET straddle = 'majority'").update();
    assertThat(pieces("over")).containsExactly("E04000001 400.000 400.000");
  }

  @Test
  void overlappingParcelsAreCountedApart() {
    land("a", "amenity grass", null, "POLYGON((0 0,0 10,10 10,10 0,0 0))");
    land("b", "pitch", null, "POLYGON((8 0,8 10,18 10,18 0,8 0))");
    land("c", "pitch", null, "POLYGON((18 0,18 10,28 10,28 0,18 0))");
    assertThat(jdbc.sql("SELECT area_m2 FROM land_overlap").query(Double.class).list())
        .containsExactly(20.0);
    jdbc.sql("UPDATE land SET geom = ST_Translate(geom, 0, 50) WHERE reference = 'b'").update();
    assertThat(jdbc.sql("SELECT area_m2 FROM land_overlap").query(Double.class).list()).isEmpty();
  }

  private void parish(String code, String wkt) {
    jdbc.sql(
            "INSERT INTO parish (code, name, geom, edition_id) SELECT :code, :code,"
                + " ST_Multi(ST_GeomFromText(:wkt, 27700)), max(id) FROM edition")
        .param("code", code)
        .param("wkt", wkt)
        .update();
  }

  private void land(String reference, String assetType, Double measured, String wkt) {
    jdbc.sql(
            "INSERT INTO land (reference, asset_type, unit, measured, geom) SELECT :reference, code,"
                + " unit, :measured, ST_GeomFromText(:wkt, 27700) FROM asset_type WHERE code ="
                + " :type")
        .param("reference", reference)
        .param("measured", measured, java.sql.Types.DOUBLE)
        .param("wkt", wkt)
        .param("type", assetType)
        .update();
  }

  private java.util.List<String> pieces(String reference) {
    return jdbc.sql(
            "SELECT coalesce(p.code, 'outside') || to_char(x.drawn, ' FM9990.000') ||"
                + " to_char(x.quantity, ' FM9990.000') FROM piece x JOIN land l ON l.id ="
                + " x.land_id LEFT JOIN parish p ON p.id = x.parish_id WHERE l.reference = ?"
                + " ORDER BY p.code NULLS LAST")
        .param(reference)
        .query(String.class)
        .list();
  }
}
