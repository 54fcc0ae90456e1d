package org.greensward.store;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The date used wherever none is given: the setting {@code greensward.today}, else the store's own
 * (the demonstration has one), else today in London. Never for security, audit or caches.
 */
@Component
public class WorkingDate {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final StoreSettings settings;
  private final StoreRepository store;
  private final Clock clock;

  WorkingDate(StoreSettings settings, StoreRepository store, Clock clock) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
  }

  public LocalDate today() {
    return Optional.ofNullable(settings.today())
        .or(() -> store.findStore().map(StoreRepository.Store::today))
        .orElseGet(() -> LocalDate.now(clock.withZone(LONDON)));
  }
}
