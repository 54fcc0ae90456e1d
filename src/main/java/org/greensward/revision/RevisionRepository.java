package org.greensward.revision;

import java.util.Optional;
import org.greensward.database.PublicDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The number of each layer that grows with each change to what the layer shows. */
@Repository
public class RevisionRepository {
  private final JdbcClient jdbc;

  public RevisionRepository(@PublicDataSource JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A layer's revision as committed now; empty for a layer that the store does not know. */
  public Optional<Long> findRevision(String layer) {
    return jdbc.sql("SELECT revision FROM layer_revision WHERE layer = :layer")
        .param("layer", layer)
        .query(Long.class)
        .optional();
  }
}
