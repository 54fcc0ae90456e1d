package org.greensward.tile.serve;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.greensward.database.TestStore;
import org.greensward.layer.tile.TileLayers;
import org.greensward.layer.tile.TileSettings;
import org.greensward.layer.tile.geometry.TileCoord;
import org.greensward.revision.LayerRevisions;
import org.greensward.revision.RevisionRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** The tile service without the web, on a database of a test's. */
record TileServices(TileService tiles) {

  /** With ample memory. */
  static TileServices on(TestStore store) {
    return on(store, 64);
  }

  /**
   * @param preparedMb how much may be prepared, in megabytes
   */
  static TileServices on(TestStore store, int preparedMb) {
    TileSettings settings =
        new TileSettings(DataSize.ofMegabytes(preparedMb), DataSize.ofMegabytes(16));
    HikariDataSource pool = new HikariDataSource();
    pool.setMaximumPoolSize(6);
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(10_000); // nobody closes it, and the server has connections for all tests
    pool.setDataSource(store.dataSource());
    LayerRevisions known = new Asked(new RevisionRepository(JdbcClient.create(pool)));
    return new TileServices(new TileService(TileLayers.on(pool, settings, known), known, settings));
  }

  /** A tile's bytes as GeoJSON. */
  byte[] geoJson(String layer, TileCoord coord, LocalDate at) {
    return bytes(layer, coord, at, TileFormat.GEOJSON);
  }

  byte[] bytes(String layer, TileCoord coord, LocalDate at, TileFormat format) {
    return tiles.getTile(new TileKey(tiles.getLayer(layer), coord, format, at)).bytes();
  }

  /** Knows what the database says at each question. */
  private record Asked(RevisionRepository revisions) implements LayerRevisions {
    @Override
    public long ofLayer(String layer) {
      return revisions.findRevision(layer).orElse(0L);
    }

    @Override
    public long ofTile(String layer, int z, int x, int y) {
      return ofLayer(layer);
    }

    @Override
    public LocalDate spanOf(LocalDate at) {
      return at;
    }

    @Override
    public void catchUp() {
      // Nothing is kept that could be behind.
    }

    @Override
    public void listen(Consumer<Change> listener) {
      throw new UnsupportedOperationException();
    }
  }
}
