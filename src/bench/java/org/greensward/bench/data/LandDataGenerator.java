package org.greensward.bench.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Coordinate;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Generates parishes, councils and land of a chosen size into an empty database, the same in each
 * run. The area grows with the number of parcels, so that their density, and with it the number of
 * features in a tile of one zoom, stays the same.
 */
public final class LandDataGenerator {
  private static final double PARCELS_IN_A_KM2 = 51;
  private static final int PARCELS_IN_A_PARISH = 330;
  private static final int ON_A_BORDER_IN = 10;
  private static final double CENTRE_EAST = 490_000;
  private static final double CENTRE_NORTH = 280_000;
  private static final long SEED = 2018;
  private static final List<String> ASSET_TYPES =
      List.of(
          "amenity grass",
          "amenity grass",
          "amenity grass",
          "amenity grass",
          "amenity grass",
          "rough grass",
          "shrub bed",
          "shrub bed",
          "conservation grass",
          "woodland");

  private final DataSource database;
  private final JdbcClient jdbc;

  public LandDataGenerator(DataSource database) {
    this.database = database;
    this.jdbc = JdbcClient.create(database);
  }

  /** Parishes, their councils and statuses, a contract with its lots, and land with its pieces. */
  public void fill(int parcels) throws SQLException, IOException {
    double side = 1000 * Math.sqrt(parcels / PARCELS_IN_A_KM2);
    int across = Math.max(2, (int) Math.round(Math.sqrt((double) parcels / PARCELS_IN_A_PARISH)));
    ParishMesh mesh =
        new ParishMesh(across, CENTRE_EAST - side / 2, CENTRE_NORTH - side / 2, side, SEED);
    jdbc.sql(
            """
            INSERT INTO edition (layer, file_name, sha256, features, report)
            VALUES ('parishes', 'bench', '', 0, '{}'), ('land', 'bench', '', 0, '{}')""")
        .update();
    try (Connection connection = database.getConnection()) {
      CopyManager copy = connection.unwrap(org.postgresql.PGConnection.class).getCopyAPI();
      addParishes(copy, mesh);
      addRegister();
      addLand(copy, mesh, parcels);
    }
    for (String table : List.of("parish", "council", "council_parish", "status", "land", "piece")) {
      jdbc.sql("ANALYZE " + table).update();
    }
  }

  private void addParishes(CopyManager copy, ParishMesh mesh) throws SQLException {
    CopyIn rows = copy.copyIn("COPY parish (code, name, geom, edition_id) FROM STDIN");
    long edition = edition("parishes");
    for (int i = 0; i < mesh.size(); i++) {
      write(
          rows,
          "E049%05d\t%s\tSRID=27700;%s\t%d\n"
              .formatted(i, SyntheticNames.parish(i), mesh.wkt(i), edition));
    }
    rows.endCopy();
  }

  private long edition(String layer) {
    return jdbc.sql("SELECT id FROM edition WHERE layer = ?")
        .param(layer)
        .query(Long.class)
        .single();
  }

  /** A council for each parish, a third of them devolved, and who owns and looks after land. */
  private void addRegister() {
    for (String statement :
        List.of(
            """
            INSERT INTO party (kind, name)
            SELECT 'council', name || ' Parish Council' FROM parish ORDER BY code""",
            """
            INSERT INTO council (party_id, slug, name, kind)
            SELECT id, slug(name), name, 'parish council' FROM party WHERE kind = 'council'""",
            """
            INSERT INTO council_parish (council_id, parish_code)
            SELECT c.id, p.code FROM parish p JOIN council c ON c.name = p.name || ' Parish Council'""",
            """
            INSERT INTO status (council_id, service_id, status, valid, basis)
            SELECT c.id, s.id, (ARRAY['devolved', 'interested', 'none'])[1 + c.id % 3],
                   '[2015-01-01,)', 'illustrative'
            FROM council c CROSS JOIN service s""",
            """
            INSERT INTO party (kind, name)
            VALUES ('authority', 'Benchmark Council'), ('contractor', 'Serco'),
                   ('trust', 'The Benchmark Parks Trust'), ('company', 'Greenfield Estates Ltd')""",
            """
            INSERT INTO contract (code, title, contractor_id, term, basis)
            SELECT 'bench', 'Landscape maintenance', id, '[2015-01-01,2100-01-01)', 'illustrative'
            FROM party WHERE name = 'Serco'""",
            """
            INSERT INTO lot (contract_id, code, name)
            SELECT id, '2015-' || lot, 'Lot ' || lot FROM contract, unnest('{N,E,S,W}'::text[]) lot
            """)) {
      jdbc.sql(statement).update();
    }
  }

  private void addLand(CopyManager copy, ParishMesh mesh, int parcels) throws SQLException {
    Map<String, Long> parties = ids("SELECT name, id FROM party WHERE kind <> 'council'");
    List<Long> lots = List.copyOf(ids("SELECT code, id FROM lot").values());
    long edition = edition("land");
    Random random = new Random(SEED);
    CopyIn rows =
        copy.copyIn(
            """
            COPY land (reference, asset_type, unit, name, owner_id, maintainer_id, lot_id,
                       geom, edition_id) FROM STDIN""");
    for (int i = 0; i < parcels; i++) {
      Coordinate at =
          i % ON_A_BORDER_IN == 0 ? mesh.drawOnBorder(random) : mesh.drawAnywhere(random);
      Long trust = parties.get("The Benchmark Parks Trust");
      boolean trusts = random.nextInt(10) == 0;
      boolean company = !trusts && random.nextInt(20) == 0;
      String asset = ASSET_TYPES.get(random.nextInt(ASSET_TYPES.size()));
      write(
          rows,
          "MK-%06d\t%s\tm2\t%s\t%d\t%s\t%d\tSRID=27700;POLYGON((%s))\t%d\n"
              .formatted(
                  i,
                  asset,
                  i % 3 == 0 ? SyntheticNames.place(asset, i) : "\\N",
                  trusts ? trust : parties.get("Benchmark Council"),
                  trusts ? trust : company ? parties.get("Greenfield Estates Ltd") : "\\N",
                  lots.get(random.nextInt(lots.size())),
                  ParcelShapeGenerator.ring(at.x, at.y, random, "%.3f %.3f"),
                  edition));
    }
    rows.endCopy();
  }

  private Map<String, Long> ids(String query) {
    return jdbc
        .sql(query)
        .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void write(CopyIn rows, String line) throws SQLException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    rows.writeToCopy(bytes, 0, bytes.length);
  }
}
