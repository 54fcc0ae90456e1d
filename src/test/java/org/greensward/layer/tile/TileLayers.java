package org.greensward.layer.tile;

import java.util.List;
import javax.sql.DataSource;
import org.greensward.context.ContextTileLayer;
import org.greensward.land.tile.LandRasters;
import org.greensward.land.tile.LandTileLayer;
import org.greensward.land.tile.MergedLandWriter;
import org.greensward.land.tile.PieceReader;
import org.greensward.revision.LayerRevisions;
import org.greensward.revision.RevisionRepository;
import org.greensward.status.tile.BoundaryTileLayer;
import org.greensward.status.tile.ParishCoverageCache;
import org.greensward.status.tile.ParishTileLayer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The layers without the web, on a database of a test's. */
public final class TileLayers {
  private TileLayers() {}

  public static List<TileLayer> on(DataSource source, TileSettings settings, LayerRevisions known) {
    JdbcClient jdbc = JdbcClient.create(source);
    RevisionRepository revisions = new RevisionRepository(jdbc);
    TileSourceCache memory =
        new TileSourceCache(settings, revisions, new DataSourceTransactionManager(source));
    ParishCoverageCache coverage = new ParishCoverageCache(jdbc, memory);
    PieceReader land = new PieceReader(jdbc, memory, known);
    return List.of(
        new ParishTileLayer(jdbc, coverage, memory, known, revisions),
        new BoundaryTileLayer(jdbc, coverage, memory, known, revisions),
        new LandTileLayer(
            land, new MergedLandWriter(new LandRasters(land, memory, known), land, known), memory),
        new ContextTileLayer(jdbc, memory, known));
  }
}
