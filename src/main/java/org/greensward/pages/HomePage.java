package org.greensward.pages;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.greensward.land.LandRepository;
import org.greensward.register.RegisterRepository;
import org.greensward.register.StatusCounts;
import org.greensward.web.AtDate;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page: a search first, then the figures, then the map. */
@Page
class HomePage {
  private final RegisterRepository register;
  private final LandRepository land;
  private final AtDate atDate;

  HomePage(RegisterRepository register, LandRepository land, AtDate atDate) {
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
