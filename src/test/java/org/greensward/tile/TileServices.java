package org.greensward.tile;

import java.util.List;
import org.greensward.store.Revisions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tile service without the web, on a database of a test's. */
final class TileServices {
  private TileServices() {}

  static TileService on(JdbcClient jdbc) {
    Revisions revisions = new Revisions(jdbc);
    CoverageCache coverage = new CoverageCache(jdbc, revisions);
    return new TileService(
        List.of(new ParishLayer(jdbc, coverage), new LandLayer(jdbc), new ContextLayer(jdbc)),
        revisions);
  }
}
