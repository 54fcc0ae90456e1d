package org.greensward.importing.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.greensward.error.UserException;
import org.greensward.importing.dataset.Dataset;
import org.greensward.importing.dataset.DatasetOpener;
import org.greensward.importing.dataset.ReadLimits;
import org.greensward.importing.gdal.Gdal;
import org.greensward.layer.importing.ReadOptions;
import org.greensward.layer.importing.SourceFile;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Reads with GDAL's programs, which get the file and nothing else: not the database, not the
 * network, and no file of anybody who does not give it to all (see {@link Gdal}).
 */
@Component
public final class GdalReader implements SourceReader {
  private final ReadLimits limits;
  private final Gdal gdal;

  public GdalReader() {
    this(ReadLimits.DEFAULT);
  }

  public GdalReader(ReadLimits limits) {
    this.limits = limits;
    this.gdal = new Gdal(limits.ofProgram());
  }

  @Override
  public SourceFile inspect(Path file, ReadOptions options) {
    check(options);
    try (Dataset dataset = open(file, options)) {
      return new DatasetInspection(gdal, dataset, options).inspect(file);
    }
  }

  @Override
  public long stage(
      SourceFile file,
      ReadOptions options,
      Connection connection,
      String table,
      StagingListener listener) {
    try (Dataset dataset = open(file.path(), options)) {
      StagingTable staged = new StagingTable(connection, table, file.layers());
      return new Staging(gdal, dataset, options, staged, listener).run(file.layers());
    } catch (SQLException e) {
      throw new UncategorizedSQLException("Staging " + file.path(), null, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Staging " + file.path(), e);
    }
  }

  private Dataset open(Path file, ReadOptions options) {
    return new DatasetOpener(limits, gdal.changesUser()).open(file, options);
  }

  private static void check(ReadOptions options) {
    if (options.crs() != null && !options.crs().matches("EPSG:\\d{4,6}")) {
      throw new UserException(
          options.crs()
              + " is not the code of a coordinate system; write it like --crs EPSG:27700.");
    }
  }
}
