package org.greensward.status;

import java.time.LocalDate;
import java.util.List;
import org.greensward.web.AtDateResolver;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/councils}: all councils and where they stand. */
@RestController
class CouncilsController {
  private final CouncilStatusRepository register;
  private final AtDateResolver atDate;

  CouncilsController(CouncilStatusRepository register, AtDateResolver atDate) {
    this.register = register;
    this.atDate = atDate;
  }

  @GetMapping("/api/councils")
  Councils councils(@RequestParam(required = false) String at) {
    LocalDate date = atDate.of(at);
    return new Councils(date, register.listStandings(date));
  }

  record Councils(LocalDate at, List<CouncilStatus> councils) {}
}
