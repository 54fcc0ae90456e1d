package org.greensward.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.greensward.authority.AuthoritySettings;
import org.greensward.authority.StoreKind;
import org.greensward.database.TestStore;
import org.greensward.demonstration.DemonstrationLoader;
import org.greensward.importing.read.GdalReader;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.ImportRequest;
import org.greensward.layer.importing.ProgressListener;
import org.greensward.layer.importing.ReadOptions;
import org.greensward.licence.LicenceRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A store to import into: a real database, the real reader.
 *
 * @param jdbc for looking at the result
 */
public record ImportFixture(
    TestStore store, DataSource dataSource, JdbcClient jdbc, ImportService imports) {
  public static final Path GIS_DATA = Path.of("gis-data");
  private static final List<String> TABLES =
      List.of(
          "store",
          "party",
          "parish",
          "council",
          "council_parish",
          "status",
          "agreement",
          "forum",
          "forum_council",
          "contract",
          "lot",
          "regime",
          "rate",
          "land",
          "piece",
          "land_overlap",
          "context",
          "edition",
          "layer_revision",
          "parish_history",
          "council_history",
          "council_parish_history",
          "status_history",
          "forum_history",
          "rate_history",
          "land_history",
          "context_history",
          "postcode",
          "postcode_history",
          "place",
          "place_history",
          "register_name",
          "search_word");
  private static TestStore demonstration;
  private static TestStore register;

  public static ImportFixture empty() {
    return of(TestStore.empty());
  }

  /** A copy of a store with the whole demonstration. */
  public static synchronized ImportFixture demonstration() {
    if (demonstration == null) {
      ImportFixture fresh = empty();
      fresh.loadDemonstration();
      demonstration = fresh.store;
    }
    return of(TestStore.copyOf(demonstration));
  }

  /** A copy of a store with the demonstration's parishes and registers, without land. */
  public static synchronized ImportFixture register() {
    if (register == null) {
      ImportFixture fresh = empty();
      fresh.run("parishes", GIS_DATA.resolve("parishes.zip"));
      for (String layer : List.of("councils", "statuses", "forums", "contracts", "rates")) {
        fresh.run(layer, GIS_DATA.resolve(layer + ".csv"));
      }
      register = fresh.store;
    }
    return of(TestStore.copyOf(register));
  }

  public static ImportFixture of(TestStore store) {
    DataSource dataSource = store.dataSource(); // each import as a command of its own
    ImportService imports =
        new ImportService(
            dataSource,
            new GdalReader(),
            new JdbcTransactionManager(dataSource),
            AuthoritySettings.UNNAMED,
            Duration.ofMillis(200));
    return new ImportFixture(store, dataSource, store.jdbc(), imports);
  }

  void loadDemonstration() {
    new TransactionTemplate(new JdbcTransactionManager(dataSource))
        .executeWithoutResult(
            status ->
                new DemonstrationLoader(
                        imports,
                        new StoreKind(jdbc, AuthoritySettings.UNNAMED),
                        new LicenceRepository(jdbc),
                        GIS_DATA,
                        ProgressListener.NONE)
                    .load());
  }

  public ImportReport run(String layer, Path file) {
    return imports.run(ImportRequest.of(layer, file), ProgressListener.NONE);
  }

  public ImportReport run(String layer, Path file, ReadOptions options) {
    return imports.run(ImportRequest.of(layer, file).withOptions(options), ProgressListener.NONE);
  }

  ImportReport dryRun(String layer, Path file) {
    return imports.run(ImportRequest.of(layer, file).asDryRun(), ProgressListener.NONE);
  }

  /**
   * What every table holds, as one fingerprint each that changes with any row that is written,
   * changed or not.
   */
  public Map<String, String> fingerprint() {
    Map<String, String> prints = new TreeMap<>();
    for (String table : TABLES) {
      prints.put(
          table,
          jdbc.sql(
                  "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(xmin::text ||"
                      + " ctid::text, 0)), 0) FROM "
                      + table
                      + " t")
              .query(String.class)
              .single());
    }
    return prints;
  }

  public <T> T value(String sql, Class<T> type) {
    return jdbc.sql(sql).query(type).single();
  }

  public List<String> texts(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  /** A file of text in a folder. */
  public static Path file(Path folder, String name, String... lines) {
    try {
      return Files.write(folder.resolve(name), List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A GeoJSON file in EPSG:27700 from features, each as {@link #feature} writes it. */
  public static Path geoJson(Path folder, String name, String... features) {
    return file(
        folder,
        name,
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
            + "{\"name\":\"urn:ogc:def:crs:EPSG::27700\"}},\"features\":[",
        String.join(",\n", features),
        "]}");
  }

  /** A feature of GeoJSON: its properties as JSON without braces, its geometry as JSON or null. */
  public static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":%s}"
        .formatted(properties, geometry);
  }

  /** A square polygon, counterclockwise, in metres. */
  public static String square(double x, double y, double side) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
        .formatted(x, y, x + side, y + side);
  }
}
