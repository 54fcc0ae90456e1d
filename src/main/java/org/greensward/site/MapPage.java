package org.greensward.site;

import java.time.LocalDate;
import java.util.List;
import org.greensward.error.UserException;
import org.greensward.status.CouncilSummary;
import org.greensward.status.CouncilSummaryRepository;
import org.greensward.web.AtDateResolver;
import org.greensward.web.DisplayFormats;
import org.greensward.web.Page;
import org.greensward.web.WebSettings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The map page. Its whole state is in the address, so that a link shows what its sender saw; the
 * date and the selected council are honoured without script too.
 */
@Page
class MapPage {
  private final CouncilSummaryRepository councils;
  private final AtDateResolver atDate;
  private final WebSettings settings;

  MapPage(CouncilSummaryRepository councils, AtDateResolver atDate, WebSettings settings) {
    this.councils = councils;
    this.atDate = atDate;
    this.settings = settings;
  }

  @GetMapping("/map")
  String map(
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String council,
      Model model) {
    LocalDate shown;
    try {
      shown = atDate.of(at);
    } catch (UserException refusal) {
      shown = atDate.of("");
      model.addAttribute("refusal", refusal.getMessage());
    }
    List<CouncilSummary> lines = councils.listAt(shown);
    model.addAttribute("at", shown);
    model.addAttribute("atInWords", DisplayFormats.dateOf(shown));
    model.addAttribute("councils", lines);
    model.addAttribute("changes", councils.listChanges());
    model.addAttribute("firstStep", councils.findFirstStep().orElse(null));
    model.addAttribute("baseMap", settings.baseMap());
    model.addAttribute("baseMapAttribution", settings.baseMapAttribution());
    model.addAttribute("selected", find(lines, council));
    return "map";
  }

  private static CouncilSummary find(List<CouncilSummary> lines, String slug) {
    return lines.stream().filter(line -> line.slug().equals(slug)).findFirst().orElse(null);
  }
}
