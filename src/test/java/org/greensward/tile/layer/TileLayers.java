package org.greensward.tile.layer;

import java.util.List;
import javax.sql.DataSource;
import org.greensward.store.KnownRevisions;
import org.greensward.store.Revisions;
import org.greensward.tile.TileSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The layers without the web, on a database of a test's. */
public final class TileLayers {
  private TileLayers() {}

  public static List<TileLayer> on(DataSource source, TileSettings settings, KnownRevisions known) {
    JdbcClient jdbc = JdbcClient.create(source);
    Revisions revisions = new Revisions(jdbc);
    PreparedMemory memory =
        new PreparedMemory(settings, revisions, new DataSourceTransactionManager(source));
    Coverage coverage = new Coverage(jdbc, memory);
    LandReader land = new LandReader(jdbc, memory, known);
    return List.of(
        new ParishLayer(jdbc, coverage, memory, known, revisions),
        new BoundaryLayer(jdbc, coverage, memory, known, revisions),
        new LandLayer(
            land, new MergedLand(new LandCovers(land, memory, known), land, known), memory),
        new ContextLayer(jdbc, memory, known));
  }
}
