package org.greensward.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.bench.data.ParcelShapeGenerator;
import org.greensward.database.StoreConnection;
import org.greensward.error.UserException;
import org.greensward.importing.ImportService;
import org.greensward.layer.importing.ImportRequest;
import org.greensward.layer.importing.ProgressListener;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Benchmark of the land import, pieces included, against plain {@code ogr2ogr} loading the same
 * file into the same database. Both run in turn, ours inside the running application; the table of
 * land is emptied before each of ours, so that every parcel is new.
 */
public final class ImportBench {
  private static final int PARCELS = 25_000;
  private static final int ON_A_BORDER_IN = 10;
  private static final long SEED = 2018;

  private final ImportService imports;
  private final JdbcClient jdbc;
  private final StoreConnection store;

  public ImportBench(ApplicationContext context) {
    this.imports = context.getBean(ImportService.class);
    this.jdbc = context.getBean("ownerJdbc", JdbcClient.class);
    this.store = context.getBean(StoreConnection.class);
  }

  /** The durations of one round, in seconds. */
  public record Round(double ogr2ogr, double ours) {
    public double ratio() {
      return ours / ogr2ogr;
    }
  }

  /**
   * @param folder for the file that is loaded
   * @param rounds how many are counted, after one that is not
   */
  public List<Round> run(Path folder, int rounds) throws IOException, InterruptedException {
    Path file = makeLand(folder);
    List<Round> counted = new ArrayList<>();
    for (int i = 0; i <= rounds; i++) {
      double plain = seconds(() -> ogr2ogr(plainLoad(file)));
      jdbc.sql("TRUNCATE land CASCADE").update();
      double ours =
          seconds(() -> imports.run(ImportRequest.of("land", file), ProgressListener.NONE));
      if (i > 0) {
        counted.add(new Round(plain, ours));
      }
    }
    long pieces = jdbc.sql("SELECT count(*) FROM piece").query(Long.class).single();
    if (pieces < PARCELS) {
      throw new IllegalStateException("only " + pieces + " pieces for " + PARCELS + " parcels");
    }
    return counted;
  }

  /** Ragged shapes of 12 to 20 corners, one in ten on a parish border, as a GeoPackage. */
  private Path makeLand(Path folder) throws IOException, InterruptedException {
    List<double[]> corners =
        jdbc.sql(
                """
                SELECT ST_X(d.geom), ST_Y(d.geom) FROM parish, ST_DumpPoints(geom) d
                ORDER BY code, d.path
                """)
            .query((row, n) -> new double[] {row.getDouble(1), row.getDouble(2)})
            .list();
    List<double[]> centres =
        jdbc.sql(
                """
                SELECT ST_X(d.geom), ST_Y(d.geom)
                FROM (SELECT ST_Union(geom) AS geom FROM parish) p,
                     ST_Dump(ST_GeneratePoints(p.geom, %d, %d)) d
                """
                    .formatted(PARCELS, SEED))
            .query((row, n) -> new double[] {row.getDouble(1), row.getDouble(2)})
            .list();
    Path json = folder.resolve("land.geojsonl");
    Random random = new Random(SEED);
    try (BufferedWriter writer = Files.newBufferedWriter(json)) {
      for (int i = 0; i < PARCELS; i++) {
        double[] centre =
            i % ON_A_BORDER_IN == 0 ? corners.get(random.nextInt(corners.size())) : centres.get(i);
        writer.write(feature(i, centre, random));
        writer.newLine();
      }
    }
    Path file = folder.resolve("land.gpkg");
    ogr2ogr(
        List.of(
            "-f",
            "GPKG",
            file.toString(),
            json.toString(),
            "-nln",
            "land",
            "-a_srs",
            "EPSG:27700"));
    return file;
  }

  private static String feature(int number, double[] centre, Random random) {
    String ring = ParcelShapeGenerator.ring(centre[0], centre[1], random, "[%.3f,%.3f]");
    return """
        {"type":"Feature","properties":{"reference":"B-%05d","asset_type":"%s",\
        "owner":"Milton Keynes Council","maintainer":"Serco","lot":"2014-N"},\
        "geometry":{"type":"Polygon","coordinates":[[%s]]}}"""
        .formatted(number, number % 3 == 0 ? "shrub bed" : "amenity grass", ring);
  }

  private List<String> plainLoad(Path file) {
    Matcher url =
        Pattern.compile("jdbc:postgresql://([^:/]+):?(\\d*)/([^?]+).*").matcher(store.jdbcUrl());
    if (!url.matches()) {
      throw new UserException(
          "The bench cannot read the database address " + store.jdbcUrl() + ".");
    }
    return List.of(
        "-f",
        "PostgreSQL",
        "PG:host=%s port=%s dbname=%s user=%s password=%s active_schema=greensward"
            .formatted(
                url.group(1),
                url.group(2).isEmpty() ? "5432" : url.group(2),
                url.group(3),
                store.username(),
                store.password()),
        file.toString(),
        "-nln",
        "bench_plain",
        "-overwrite");
  }

  private static void ogr2ogr(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ogr2ogr"));
    command.addAll(arguments);
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IllegalStateException("ogr2ogr ended with " + code);
    }
  }

  private interface TimedAction {
    void run() throws IOException, InterruptedException;
  }

  private static double seconds(TimedAction action) throws IOException, InterruptedException {
    long start = System.nanoTime();
    action.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
