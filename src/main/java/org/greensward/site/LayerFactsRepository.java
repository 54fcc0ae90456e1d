package org.greensward.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greensward.licence.Licence;
import org.greensward.licence.LicenceRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is to be known of each layer: where it comes from, how old and how good it is. */
@Repository
class LayerFactsRepository {
  /** Kinds that say something of the file and nothing of the data. */
  private static final List<String> NO_FAULTS = List.of("NOT_IN_FILE");

  private final JdbcClient jdbc;
  private final LicenceRepository licences;

  LayerFactsRepository(JdbcClient jdbc, LicenceRepository licences) {
    this.jdbc = jdbc;
    this.licences = licences;
  }

  /**
   * A layer as its latest import left it.
   *
   * @param imported the day on which it was read in
   * @param source null when the import named none
   * @param licence null when it has no licence of its own; then the public cannot download it
   * @param said what the import said its licence was; null when it said nothing
   * @param rows how many were read
   * @param faults what was found and repaired or left, most first
   */
  record Card(
      String layer,
      String file,
      LocalDate imported,
      String source,
      Licence licence,
      String said,
      long rows,
      List<Found> faults) {}

  /**
   * Faults of one kind.
   *
   * @param kind as the report of the import names it, such as {@code GAP}
   */
  record Found(String kind, long count) {}

  /** The layers that have been read in, in the order in which they build on each other. */
  List<Card> list() {
    Map<String, Licence> byLayer =
        licences.list().stream().collect(Collectors.toMap(Licence::layer, Function.identity()));
    return jdbc.sql(
            """
            SELECT layer, file_name, imported_at::date AS imported, source, licence, features,
                   fault_counts AS faults
            FROM edition e
            WHERE NOT EXISTS (SELECT FROM edition later WHERE later.layer = e.layer AND later.id > e.id)
            ORDER BY array_position(CAST(:layers AS text[]), layer), layer
            """)
        .param("layers", LicenceRepository.LAYERS.toArray(String[]::new))
        .query((row, n) -> card(row, byLayer))
        .list();
  }

  private static Card card(ResultSet row, Map<String, Licence> licences) throws SQLException {
    String layer = row.getString("layer");
    return new Card(
        layer,
        row.getString("file_name"),
        row.getObject("imported", LocalDate.class),
        row.getString("source"),
        licences.get(layer),
        row.getString("licence"),
        row.getLong("features"),
        faults(row.getString("faults")));
  }

  private static List<Found> faults(String json) {
    List<Found> faults = new ArrayList<>();
    if (json != null) {
      for (Map.Entry<String, JsonNode> kind : JsonMapper.shared().readTree(json).properties()) {
        if (!NO_FAULTS.contains(kind.getKey())) {
          faults.add(new Found(kind.getKey(), kind.getValue().asLong()));
        }
      }
    }
    faults.sort((a, b) -> Long.compare(b.count(), a.count()));
    return faults;
  }
}
