package org.greensward.land;

import java.time.LocalDate;
import org.greensward.register.RegisterRepository;
import org.greensward.register.StatusCounts;
import org.greensward.store.StoreRepository;
import org.greensward.web.AtDate;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/summary}: the figures of one date. */
@RestController
class SummaryController {
  private final RegisterRepository register;
  private final LandRepository land;
  private final StoreRepository store;
  private final AtDate atDate;

  SummaryController(
      RegisterRepository register, LandRepository land, StoreRepository store, AtDate atDate) {
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
      int councils, StatusCounts statuses, LandTotals land, LocalDate at, boolean demonstration) {}
}
