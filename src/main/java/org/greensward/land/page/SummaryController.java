package org.greensward.land.page;

import java.time.LocalDate;
import org.greensward.land.LandQueries;
import org.greensward.land.LandSums;
import org.greensward.revision.StoreRepository;
import org.greensward.status.CouncilStatusRepository;
import org.greensward.status.StatusCounts;
import org.greensward.web.AtDateResolver;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/summary}: the figures of one date. */
@RestController
class SummaryController {
  private final CouncilStatusRepository register;
  private final LandQueries land;
  private final StoreRepository store;
  private final AtDateResolver atDate;

  SummaryController(
      CouncilStatusRepository register,
      LandQueries land,
      StoreRepository store,
      AtDateResolver atDate) {
    this.register = register;
    this.land = land;
    this.store = store;
    this.atDate = atDate;
  }

  /** All figures are read in one snapshot, so that they agree with each other. */
  @GetMapping("/api/summary")
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Summary summary(@RequestParam(required = false) String at) {
    LocalDate date = atDate.of(at);
    StatusCounts statuses = register.countStatuses(date);
    return new Summary(
        statuses.councils(),
        statuses,
        land.getTotals(date),
        date,
        store.findStore().map(StoreRepository.Store::demonstration).orElse(false));
  }

  record Summary(
      int councils, StatusCounts statuses, LandSums land, LocalDate at, boolean demonstration) {}
}
