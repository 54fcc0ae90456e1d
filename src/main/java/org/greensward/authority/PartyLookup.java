package org.greensward.authority;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies that own or maintain land, found by name or alias without regard to case. */
public final class PartyLookup {
  /** What a body can be. */
  public static final List<String> KINDS =
      List.of("authority", "council", "contractor", "trust", "company", "other");

  private final JdbcClient jdbc;

  public PartyLookup(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Long> find(String name) {
    return jdbc.sql(
            """
            SELECT id FROM party
            WHERE lower(name) = lower(:name)
               OR lower(:name) IN (SELECT lower(alias) FROM unnest(aliases) alias)
            ORDER BY lower(name) = lower(:name) DESC, id LIMIT 1""")
        .param("name", name)
        .query(Long.class)
        .optional();
  }

  public long findOrAdd(String name, String kind) {
    return find(name)
        .orElseGet(
            () ->
                jdbc.sql("INSERT INTO party (kind, name) VALUES (:kind, :name) RETURNING id")
                    .params(Map.of("kind", kind, "name", name))
                    .query(Long.class)
                    .single());
  }
}
