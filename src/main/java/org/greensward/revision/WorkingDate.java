package org.greensward.revision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.greensward.database.StoreSettings;
import org.springframework.stereotype.Component;

/**
 * The date used wherever none is given: the setting {@code greensward.today}, else the store's own
 * (the demonstration has one), else today in London. Never for security, audit or caches.
 */
@Component
public class WorkingDate {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final long MILLIS_IN_AN_HOUR = 3_600_000;

  private final StoreSettings settings;
  private final StoreRepository store;
  private final Clock clock;
  private volatile Hour hour;

  WorkingDate(StoreSettings settings, StoreRepository store, Clock clock) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
  }

  public LocalDate today() {
    return Optional.ofNullable(settings.today())
        .or(() -> store.findStore().map(StoreRepository.Store::today))
        .orElseGet(this::byTheClock);
  }

  /** A day begins with an hour in London, so the date is reckoned once an hour. */
  private LocalDate byTheClock() {
    long number = Math.floorDiv(clock.millis(), MILLIS_IN_AN_HOUR);
    Hour known = hour;
    if (known == null || known.number != number) {
      known = new Hour(number, LocalDate.now(clock.withZone(LONDON)));
      hour = known;
    }
    return known.date;
  }

  private record Hour(long number, LocalDate date) {}
}
