package org.greensward.database;

import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small vocabulary for tests that need a few rows: parishes, councils, statuses, land. Geometry
 * is WKT in EPSG:27700; dates are {@code [from,to)} as PostgreSQL writes ranges.
 */
public record StoreFixture(JdbcClient jdbc) {

  /** On a fresh database. */
  public static StoreFixture fresh() {
    return in(TestStore.empty());
  }

  /** On a database of the caller's, without data. */
  public static StoreFixture in(TestStore store) {
    StoreFixture fixture = new StoreFixture(store.jdbc());
    fixture
        .jdbc
        .sql(
            "INSERT INTO edition (layer, file_name, sha256, features, report)"
                + " VALUES ('parishes', 'test', '-', 1, '{}')")
        .update();
    return fixture;
  }

  public void parish(String code, String wkt) {
    jdbc.sql(
            "INSERT INTO parish (code, name, geom, edition_id) SELECT :code, :code,"
                + " ST_Multi(ST_GeomFromText(:wkt, 27700)), max(id) FROM edition")
        .param("code", code)
        .param("wkt", wkt)
        .update();
  }

  /** A council that covers parishes, always. */
  public void council(String name, String... codes) {
    jdbc.sql(
            "WITH p AS (INSERT INTO party (kind, name) VALUES ('council', :name) RETURNING id)"
                + " INSERT INTO council (party_id, slug, name, kind)"
                + " SELECT id, slug(:name), :name, 'parish council' FROM p")
        .param("name", name)
        .update();
    for (String code : codes) {
      jdbc.sql(
              "INSERT INTO council_parish (council_id, parish_code)"
                  + " SELECT id, :code FROM council WHERE name = :name")
          .param("name", name)
          .param("code", code)
          .update();
    }
  }

  public void status(String council, String status, String dates) {
    jdbc.sql(
            "INSERT INTO status (council_id, service_id, status, valid, basis)"
                + " SELECT c.id, s.id, :status, :dates::daterange, 'documented'"
                + " FROM council c, service s WHERE c.name = :council AND s.code = 'landscaping'")
        .param("council", council)
        .param("status", status)
        .param("dates", dates)
        .update();
  }

  public void party(String kind, String name) {
    jdbc.sql("INSERT INTO party (kind, name) VALUES (?, ?)").param(kind).param(name).update();
  }

  /** A contract of one lot, which has its code. */
  public void contract(String code, String contractor, String term) {
    jdbc.sql(
            "WITH k AS (INSERT INTO contract (code, title, contractor_id, term, basis)"
                + " SELECT :code, :code, id, :term::daterange, 'documented' FROM party"
                + " WHERE name = :contractor RETURNING id)"
                + " INSERT INTO lot (contract_id, code, name) SELECT id, :code, :code FROM k")
        .param("code", code)
        .param("contractor", contractor)
        .param("term", term)
        .update();
  }

  /** A parcel of which nothing is known but its type and shape. */
  public void land(String reference, String assetType, Double measured, String wkt) {
    jdbc.sql(
            "INSERT INTO land (reference, asset_type, unit, measured, geom) SELECT :reference,"
                + " code, unit, :measured, ST_GeomFromText(:wkt, 27700) FROM asset_type WHERE code"
                + " = :type")
        .param("reference", reference)
        .param("measured", measured, Types.DOUBLE)
        .param("wkt", wkt)
        .param("type", assetType)
        .update();
  }

  /** Sets a party of a parcel: {@code owner_id} or {@code maintainer_id}. */
  public void landParty(String reference, String column, String party) {
    jdbc.sql(
            "UPDATE land SET "
                + column
                + " = (SELECT id FROM party WHERE name = :party) WHERE reference = :reference")
        .param("party", party)
        .param("reference", reference)
        .update();
  }

  public void landLot(String reference, String lot) {
    jdbc.sql("UPDATE land SET lot_id = (SELECT id FROM lot WHERE code = ?) WHERE reference = ?")
        .param(lot)
        .param(reference)
        .update();
  }

  /** Each piece of a parcel as {@code code drawn quantity}, the part outside all parishes last. */
  public List<String> pieces(String reference) {
    return jdbc.sql(
            "SELECT coalesce(p.code, 'outside') || to_char(x.drawn, ' FM9990.000') ||"
                + " to_char(x.quantity, ' FM9990.000') FROM piece x JOIN land l ON l.id = x.land_id"
                + " LEFT JOIN parish p ON p.id = x.parish_id WHERE l.reference = ?"
                + " ORDER BY p.code NULLS LAST")
        .param(reference)
        .query(String.class)
        .list();
  }
}
