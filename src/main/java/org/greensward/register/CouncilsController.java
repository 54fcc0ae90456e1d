package org.greensward.register;

import java.time.LocalDate;
import java.util.List;
import org.greensward.web.AtDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/councils}: all councils and where they stand. */
@RestController
class CouncilsController {
  private final RegisterRepository register;
  private final AtDate atDate;

  CouncilsController(RegisterRepository register, AtDate atDate) {
    this.register = register;
    this.atDate = atDate;
  }

  @GetMapping("/api/councils")
  Councils councils(@RequestParam(required = false) String at) {
    LocalDate date = atDate.of(at);
    return new Councils(date, register.listStandings(date));
  }

  record Councils(LocalDate at, List<CouncilStanding> councils) {}
}
