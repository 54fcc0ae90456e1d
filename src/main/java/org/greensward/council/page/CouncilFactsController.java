package org.greensward.council.page;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.greensward.council.CouncilAddressRepository;
import org.greensward.land.LandQueries;
import org.greensward.land.ScheduleLine;
import org.greensward.status.CouncilNeighbour;
import org.greensward.status.CouncilStatus;
import org.greensward.status.CouncilStatusRepository;
import org.greensward.status.StatusClaim;
import org.greensward.web.AtDateResolver;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/councils/{slug}}: one council, its history and its schedule of land. */
@RestController
class CouncilFactsController {
  private final CouncilStatusRepository register;
  private final CouncilAddressRepository addresses;
  private final LandQueries land;
  private final AtDateResolver atDate;

  CouncilFactsController(
      CouncilStatusRepository register,
      CouncilAddressRepository addresses,
      LandQueries land,
      AtDateResolver atDate) {
    this.register = register;
    this.addresses = addresses;
    this.land = land;
    this.atDate = atDate;
  }

  @GetMapping("/api/councils/{slug}")
  CouncilFacts council(@PathVariable String slug, @RequestParam(required = false) String at) {
    LocalDate date = atDate.of(at);
    CouncilStatus standing =
        register.findStanding(slug, date).orElseThrow(() -> addresses.notThere(slug, date));
    return new CouncilFacts(
        standing,
        date,
        register.listHistory(slug),
        register.listWards(slug),
        register.listForums(slug),
        land.listSchedule(slug, date),
        register.listNeighbours(slug, date));
  }

  record CouncilFacts(
      @JsonUnwrapped CouncilStatus standing,
      LocalDate at,
      List<StatusClaim> history,
      List<String> wards,
      List<String> forums,
      List<ScheduleLine> land,
      List<CouncilNeighbour> neighbours) {}
}
