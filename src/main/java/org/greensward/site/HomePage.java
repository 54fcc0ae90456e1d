package org.greensward.site;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.greensward.land.LandQueries;
import org.greensward.status.CouncilStatusRepository;
import org.greensward.status.StatusCounts;
import org.greensward.web.AtDateResolver;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page: a search first, then the figures, then the map. */
@Page
class HomePage {
  private final CouncilStatusRepository register;
  private final LandQueries land;
  private final AtDateResolver atDate;

  HomePage(CouncilStatusRepository register, LandQueries land, AtDateResolver atDate) {
    this.register = register;
    this.land = land;
    this.atDate = atDate;
  }

  @GetMapping("/")
  String page(Model model) {
    LocalDate today = atDate.of("");
    model.addAttribute("at", today);
    StatusCounts counts = register.countStatuses(today);
    model.addAttribute("counts", counts);
    model.addAttribute(
        "figures",
        Stream.of(
                new Figure("devolved", counts.devolved()),
                new Figure("interested", counts.interested()),
                new Figure("none", counts.none()),
                new Figure("unknown", counts.unknown()))
            .filter(figure -> figure.count() > 0)
            .toList());
    model.addAttribute("land", land.getTotals(today));
    return "home";
  }

  /** How many councils have a status. */
  record Figure(String status, int count) {}
}
