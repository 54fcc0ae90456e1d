package org.greensward.revision;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the store says of itself. */
@Repository
public class StoreRepository {
  private final JdbcClient jdbc;
  private final CachedRevisions known;

  StoreRepository(JdbcClient jdbc, CachedRevisions known) {
    this.jdbc = jdbc;
    this.known = known;
  }

  /**
   * The store's own record; empty before its first run is complete. A node that listens answers
   * from memory.
   */
  public Optional<Store> findStore() {
    return known.hasRead() ? known.findStore() : findStore(jdbc);
  }

  /** What every copy must say of data that is made up; empty for real data. */
  public Optional<String> findNotice() {
    return findStore()
        .filter(Store::demonstration)
        .map(s -> s.notice() == null ? "Demonstration data, made up." : s.notice());
  }

  static Optional<Store> findStore(JdbcClient jdbc) {
    return jdbc.sql("SELECT demonstration, today, notice FROM store").query(Store.class).optional();
  }

  /**
   * @param demonstration whether it holds the demonstration, which real data never joins
   * @param today its working date; null for the clock
   * @param notice what every page must say of its data; null for nothing
   */
  public record Store(boolean demonstration, LocalDate today, String notice) {}
}
