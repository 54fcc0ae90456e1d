package org.greensward.tile;

import java.util.List;
import javax.sql.DataSource;
import org.greensward.store.Revisions;
import org.greensward.store.TestStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The tile service without the web, on a database of a test's. */
final class TileServices {
  private TileServices() {}

  static TileService on(TestStore store) {
    DataSource source = store.dataSource();
    JdbcClient jdbc = JdbcClient.create(source);
    Revisions revisions = new Revisions(jdbc);
    CoverageCache coverage = new CoverageCache(jdbc, revisions);
    return new TileService(
        List.of(
            new ParishLayer(jdbc, coverage),
            new BoundaryLayer(jdbc, coverage),
            new LandLayer(jdbc),
            new ContextLayer(jdbc)),
        revisions,
        new DataSourceTransactionManager(source));
  }
}
