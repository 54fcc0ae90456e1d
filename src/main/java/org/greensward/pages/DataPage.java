package org.greensward.pages;

import java.time.LocalDate;
import org.greensward.land.LandRepository;
import org.greensward.web.AtDate;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /data}: what each layer is, its date, source and licence, and how good it is. */
@Page
class DataPage {
  private final LayerCards cards;
  private final LandRepository land;
  private final AtDate atDate;

  DataPage(LayerCards cards, LandRepository land, AtDate atDate) {
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
