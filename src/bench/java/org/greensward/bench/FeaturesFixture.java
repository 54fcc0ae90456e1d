package org.greensward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greensward.bench.data.LandDataGenerator;
import org.greensward.bench.process.ApplicationProcess;
import org.greensward.bench.process.BenchDatabase;
import org.greensward.bench.process.BenchFixture;
import org.greensward.bench.process.ProcessGroup;
import org.greensward.export.ExportLayers;

/**
 * Fixture of {@link FeaturesBench}: a database of generated land under open licences, an
 * application on it, and {@code ogr2ogr} as the other side.
 */
final class FeaturesFixture implements BenchFixture {
  /** Too small to hold a whole response, so a response that is not streamed fails. */
  private static final String HEAP = "-Xmx192m";

  private final Path folder;
  private final ProcessGroup processes;
  private final BenchDatabase database;

  FeaturesFixture(Path folder, ProcessGroup processes, int parcels)
      throws IOException, SQLException {
    this.folder = Files.createDirectories(folder);
    this.processes = processes;
    this.database = new BenchDatabase(folder.resolve("data"));
    new LandDataGenerator(database.dataSource()).fill(parcels);
    database
        .jdbc()
        .sql(
            """
            INSERT INTO layer_licence (layer, flag, line, attribution)
            SELECT layer, 'open', 'Open', 'Made up.'
            FROM unnest('{land,parishes,councils,statuses,contracts}'::text[]) AS layer
            """)
        .update();
    database.jdbc().sql("VACUUM ANALYZE").update();
  }

  ApplicationProcess serve() throws IOException, InterruptedException {
    return new ApplicationProcess(processes, folder, "features", database, List.of(HEAP));
  }

  /** The same rows and columns as the API gives, from PostGIS to GeoJSON in degrees. */
  void sameRows(Path file) throws IOException, InterruptedException {
    ogr2ogr(file, sameRows());
  }

  /** The table of land as it is, without who looks after it and without names for its numbers. */
  void tableAlone(Path file) throws IOException, InterruptedException {
    ogr2ogr(file, "SELECT * FROM land ORDER BY reference");
  }

  private void ogr2ogr(Path file, String sql) throws IOException, InterruptedException {
    Files.deleteIfExists(file);
    Map<String, String> at = database.environment();
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSON", file.toString()));
    command.add("PG:dbname=%s active_schema=greensward".formatted(at.get("PGDATABASE")));
    command.addAll(List.of("-sql", sql, "-t_srs", "EPSG:4326"));
    command.addAll(List.of("-lco", "COORDINATE_PRECISION=9"));
    processes.run(command, at, folder.resolve("ogr2ogr.out"));
  }

  private static String sameRows() {
    return ExportLayers.withoutStore()
            .get("land")
            .sql()
            .replace(":at", "DATE '" + LocalDate.now() + "'")
            .replace(":councils", "NULL")
            .replace(":forum", "NULL")
            .replace(":lots", "NULL")
        + " ORDER BY reference";
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    database.close();
  }
}
