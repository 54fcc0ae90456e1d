package org.greensward.revision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What a node knows at a moment, all of it from one snapshot of the database; it never changes.
 *
 * @param layers by name
 * @param days every date on which something shown changes, in order
 * @param store the store's own record; null before its first run is complete
 */
record RevisionSnapshot(
    Map<String, LayerHistory> layers, LocalDate[] days, StoreRepository.Store store) {

  /** Before the first reading. */
  static final RevisionSnapshot UNREAD = new RevisionSnapshot(Map.of(), new LocalDate[0], null);

  private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);

  LayerHistory layer(String name) {
    return layers.getOrDefault(name, LayerHistory.NONE);
  }

  LocalDate spanOf(LocalDate at) {
    int found = Arrays.binarySearch(days, at);
    int before = found >= 0 ? found : -found - 2;
    return before < 0 ? FIRST_DAY : days[before];
  }

  Optional<StoreRepository.Store> findStore() {
    return Optional.ofNullable(store);
  }
}
