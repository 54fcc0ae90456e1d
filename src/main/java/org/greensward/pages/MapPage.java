package org.greensward.pages;

import java.time.LocalDate;
import java.util.List;
import org.greensward.refusal.Refusal;
import org.greensward.register.CouncilLine;
import org.greensward.register.CouncilLines;
import org.greensward.web.AtDate;
import org.greensward.web.InWords;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The map page. Its whole state is in the address, so that a link shows what its sender saw; the
 * date and the selected council are honoured without script too.
 */
@Page
class MapPage {
  private final CouncilLines councils;
  private final AtDate atDate;

  MapPage(CouncilLines councils, AtDate atDate) {
    this.councils = councils;
    this.atDate = atDate;
  }

  @GetMapping("/map")
  String map(
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String council,
      Model model) {
    LocalDate shown;
    try {
      shown = atDate.of(at);
    } catch (Refusal refusal) {
      shown = atDate.of("");
      model.addAttribute("refusal", refusal.getMessage());
    }
    List<CouncilLine> lines = councils.listAt(shown);
    model.addAttribute("at", shown);
    model.addAttribute("atInWords", InWords.dateOf(shown));
    model.addAttribute("councils", lines);
    model.addAttribute("changes", councils.listChanges());
    model.addAttribute("selected", find(lines, council));
    return "map";
  }

  private static CouncilLine find(List<CouncilLine> lines, String slug) {
    return lines.stream().filter(line -> line.slug().equals(slug)).findFirst().orElse(null);
  }
}
