package org.greensward.land;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.greensward.register.CouncilAddresses;
import org.greensward.register.CouncilStanding;
import org.greensward.register.Neighbour;
import org.greensward.register.RegisterRepository;
import org.greensward.register.StatusClaim;
import org.greensward.web.AtDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/councils/{slug}}: one council, its history and its schedule of land. */
@RestController
class CouncilFactsController {
  private final RegisterRepository register;
  private final CouncilAddresses addresses;
  private final LandRepository land;
  private final AtDate atDate;

  CouncilFactsController(
      RegisterRepository register, CouncilAddresses addresses, LandRepository land, AtDate atDate) {
    this.register = register;
    this.addresses = addresses;
    this.land = land;
    this.atDate = atDate;
  }

  @GetMapping("/api/councils/{slug}")
  CouncilFacts council(@PathVariable String slug, @RequestParam(required = false) String at) {
    LocalDate date = atDate.of(at);
    CouncilStanding standing =
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
      @JsonUnwrapped CouncilStanding standing,
      LocalDate at,
      List<StatusClaim> history,
      List<String> wards,
      List<String> forums,
      List<ScheduleLine> land,
      List<Neighbour> neighbours) {}
}
