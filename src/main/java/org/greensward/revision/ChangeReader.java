package org.greensward.revision;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.greensward.revision.LayerRevisions.Box;
import org.greensward.revision.LayerRevisions.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what the database has that a node does not know yet, in one snapshot. */
final class ChangeReader {
  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;

  ChangeReader(DataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.snapshot = new TransactionTemplate(new DataSourceTransactionManager(source));
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    // A snapshot that the caller opened may be older than what is to be read.
    this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What is known after reading, and the changes that were not known before, oldest first. */
  Reading readAfter(RevisionSnapshot known) {
    return snapshot.execute(
        status -> {
          List<Numbers> numbers =
              jdbc.sql("SELECT layer, revision, floor FROM layer_revision ORDER BY layer")
                  .query(Numbers.class)
                  .list();
          Map<String, LayerHistory> before = before(known, numbers);
          List<Change> changes = listChanges(before, numbers);
          RevisionSnapshot now =
              new RevisionSnapshot(
                  layers(before, numbers, changes), days(known.days()), findStore());
          return new Reading(now, news(known, before, numbers, changes));
        });
  }

  /** What stays true of each layer: nothing, where the database was set back to an older state. */
  private static Map<String, LayerHistory> before(RevisionSnapshot known, List<Numbers> numbers) {
    return numbers.stream()
        .collect(
            Collectors.toMap(
                Numbers::layer,
                now ->
                    now.revision < known.layer(now.layer).revision()
                        ? LayerHistory.NONE
                        : known.layer(now.layer)));
  }

  /**
   * What is to be told: after a first reading nothing, and everywhere what cannot be told any more.
   */
  private static List<Change> news(
      RevisionSnapshot known,
      Map<String, LayerHistory> before,
      List<Numbers> numbers,
      List<Change> changes) {
    if (known == RevisionSnapshot.UNREAD) {
      return List.of();
    }
    List<Change> news = new ArrayList<>();
    for (Numbers now : numbers) {
      if (now.floor > before.get(now.layer).revision()) {
        news.add(Change.everywhere(now.layer, now.revision));
      }
    }
    news.addAll(changes);
    return news;
  }

  private List<Change> listChanges(Map<String, LayerHistory> before, List<Numbers> numbers) {
    List<Numbers> behind =
        numbers.stream().filter(n -> n.revision != before.get(n.layer).revision()).toList();
    if (behind.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            SELECT c.layer, c.revision, c.from_zoom, c.to_zoom, c.west, c.south, c.east, c.north
            FROM unnest(:layers, :revisions) AS known (layer, revision)
            JOIN layer_change c ON c.layer = known.layer AND c.revision > known.revision
            ORDER BY c.revision, c.layer, c.from_zoom, c.west, c.south
            """)
        .param("layers", new SqlArrayValue("text", behind.stream().map(Numbers::layer).toArray()))
        .param(
            "revisions",
            new SqlArrayValue(
                "bigint", behind.stream().map(n -> before.get(n.layer).revision()).toArray()))
        .query(
            (row, n) ->
                new Change(
                    row.getString("layer"),
                    row.getLong("revision"),
                    row.getObject("west") == null
                        ? null
                        : new Box(
                            row.getDouble("west"),
                            row.getDouble("south"),
                            row.getDouble("east"),
                            row.getDouble("north")),
                    row.getInt("from_zoom"),
                    row.getInt("to_zoom")))
        .list();
  }

  private static Map<String, LayerHistory> layers(
      Map<String, LayerHistory> before, List<Numbers> numbers, List<Change> changes) {
    Map<String, List<Change>> byLayer =
        changes.stream().collect(Collectors.groupingBy(Change::layer));
    Map<String, LayerHistory> layers = new HashMap<>();
    for (Numbers now : numbers) {
      layers.put(
          now.layer,
          before
              .get(now.layer)
              .with(now.revision, now.floor, byLayer.getOrDefault(now.layer, List.of())));
    }
    return Map.copyOf(layers);
  }

  /** Dates are only ever added, so as many as before are the same. */
  private LocalDate[] days(LocalDate[] known) {
    long count = jdbc.sql("SELECT count(*) FROM change_date").query(Long.class).single();
    if (count == known.length) {
      return known;
    }
    return jdbc.sql("SELECT day FROM change_date ORDER BY day")
        .query(LocalDate.class)
        .list()
        .toArray(LocalDate[]::new);
  }

  private StoreRepository.Store findStore() {
    return StoreRepository.findStore(jdbc).orElse(null);
  }

  /** How long it is until a publication is due; empty when none is. Negative: it is overdue. */
  Optional<Duration> findDue() {
    return jdbc.sql(
            """
            SELECT extract(epoch FROM min(due) - clock_timestamp()) FROM publication_due
            HAVING min(due) IS NOT NULL
            """)
        .query(Double.class)
        .optional()
        .map(seconds -> Duration.ofMillis((long) Math.ceil(seconds * 1000)));
  }

  /** Raises the revisions of what the clock has made public. */
  void noteDuePublications() {
    jdbc.sql("SELECT note_due_publications()").query((row, n) -> "").list();
  }

  private record Numbers(String layer, long revision, long floor) {}

  /** What is known now, and what of it is new. */
  record Reading(RevisionSnapshot state, List<Change> changes) {}
}
