package org.greensward.council;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.greensward.layer.importing.ImportRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The councils of a store by name and alias, without regard to case. */
public final class CouncilNames {
  private final Map<String, Council> byName = new HashMap<>();

  private CouncilNames() {}

  public static CouncilNames read(JdbcClient jdbc) {
    CouncilNames names = new CouncilNames();
    // Names come last, so that one goes before another council's alias.
    jdbc.sql(
            """
            SELECT c.id, c.name, alias AS called, 1 AS position
            FROM council c, unnest(c.aliases) alias
            UNION ALL SELECT id, name, name, 2 FROM council
            ORDER BY position, id""")
        .query(
            row -> {
              names.byName.put(
                  row.getString("called").toLowerCase(Locale.ROOT),
                  new Council(row.getLong("id"), row.getString("name")));
            });
    return names;
  }

  /** The council that a row names in a column; a fault of the row and null when there is none. */
  public Council require(ImportRow row, String column) {
    String name = row.required(column);
    return name == null ? null : require(row, column, name);
  }

  public Council require(ImportRow row, String column, String name) {
    Council council = byName.get(name.toLowerCase(Locale.ROOT));
    if (council == null) {
      row.fault("%s %s is not known; import councils first".formatted(column, name));
    }
    return council;
  }

  public record Council(long id, String name) {}
}
