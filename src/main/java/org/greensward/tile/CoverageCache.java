package org.greensward.tile;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.greensward.geometry.CoverageCell;
import org.greensward.store.Revisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The parishes' boundaries in memory, generalised once for each zoom that somebody asks for, until
 * the boundaries change. It holds the latest boundaries, those without an end.
 */
@Component
class CoverageCache {
  private final JdbcClient jdbc;
  private final Revisions revisions;
  private volatile Loaded loaded;

  CoverageCache(JdbcClient jdbc, Revisions revisions) {
    this.jdbc = jdbc;
    this.revisions = revisions;
  }

  /** The boundaries as a zoom shows them, at the revision of the caller's transaction. */
  ParishCoverage at(int zoom) {
    long revision = revisions.findRevision("coverage").orElseThrow();
    Loaded current = loaded;
    if (current == null || current.revision != revision) {
      synchronized (this) {
        if (loaded == null || loaded.revision != revision) {
          loaded = new Loaded(revision, load(), new ConcurrentHashMap<>());
        }
        current = loaded;
      }
    }
    List<CoverageCell> source = current.source;
    return current.byZoom.computeIfAbsent(
        Math.min(zoom, Generalisation.EXACT_FROM),
        z -> ParishCoverage.generalise(source, Generalisation.tolerance(z)));
  }

  private List<CoverageCell> load() {
    return jdbc.sql(
            """
            SELECT code, ST_AsBinary(ST_Transform(geom, 3857)) AS shape FROM parish
            WHERE upper_inf(valid) ORDER BY code
            """)
        .query((row, n) -> new CoverageCell(row.getString("code"), Wkb.read(row.getBytes("shape"))))
        .list();
  }

  private record Loaded(
      long revision, List<CoverageCell> source, Map<Integer, ParishCoverage> byZoom) {}
}
