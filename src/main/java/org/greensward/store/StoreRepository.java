package org.greensward.store;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the store says of itself. */
@Repository
public class StoreRepository {
  private final JdbcClient jdbc;

  StoreRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The store's own record; empty before its first run is complete. */
  public Optional<Store> findStore() {
    return jdbc.sql("SELECT demonstration, today, notice FROM store").query(Store.class).optional();
  }

  /**
   * @param demonstration whether it holds the demonstration, which real data never joins
   * @param today its working date; null for the clock
   * @param notice what every page must say of its data; null for nothing
   */
  public record Store(boolean demonstration, LocalDate today, String notice) {}
}
