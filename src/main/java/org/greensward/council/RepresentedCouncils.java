package org.greensward.council;

import java.util.List;
import org.greensward.layer.admin.RepresentedBodies;
import org.greensward.web.SelectOption;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists all councils, also those that have ended, as bodies on whose behalf a row is changed. */
@Repository
class RepresentedCouncils implements RepresentedBodies {
  private static final int MOST = 2000;

  private final JdbcClient jdbc;

  RepresentedCouncils(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<SelectOption> list() {
    return jdbc.sql(
            "SELECT CAST(id AS text) AS value, name AS text FROM council ORDER BY 2, 1 LIMIT :most")
        .param("most", MOST)
        .query(SelectOption.class)
        .list();
  }
}
