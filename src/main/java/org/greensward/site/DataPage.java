package org.greensward.site;

import java.time.LocalDate;
import org.greensward.land.LandQueries;
import org.greensward.web.AtDateResolver;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /data}: what each layer is, its date, source and licence, and how good it is. */
@Page
class DataPage {
  private final LayerFactsRepository cards;
  private final LandQueries land;
  private final AtDateResolver atDate;

  DataPage(LayerFactsRepository cards, LandQueries land, AtDateResolver atDate) {
    this.cards = cards;
    this.land = land;
    this.atDate = atDate;
  }

  @GetMapping("/data")
  String page(Model model) {
    LocalDate today = atDate.of("");
    model.addAttribute("layers", cards.list());
    model.addAttribute("land", land.getTotals(today));
    model.addAttribute("at", today);
    return "data";
  }
}
