package org.greensward.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The number of each layer that grows with each change to what the layer shows. */
@Repository
public class Revisions {
  private final JdbcClient jdbc;

  public Revisions(@AsPublic JdbcClient jdbc) {
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
