package org.greensward.search;

import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /search}: what was found as a list; straight on to the one that was meant for certain. */
@Page
class SearchPage {
  private static final int MOST = 30;

  private final SearchService search;

  SearchPage(SearchService search) {
    this.search = search;
  }

  /**
   * Without {@code q} it is a page to begin at; with an empty one it says that something is
   * missing.
   */
  @GetMapping("/search")
  String page(@RequestParam(required = false) String q, Model model) {
    SearchResult result = search.search(q, MOST);
    if (result.certain()) {
      return "redirect:" + result.hits().get(0).href();
    }
    model.addAttribute("asked", q != null);
    model.addAttribute("result", result);
    model.addAttribute("trouble", result.trouble() == null ? null : result.trouble().name());
    if (result.trouble() == SearchResult.Trouble.POSTCODE_UNKNOWN) {
      model.addAttribute("postcodeArea", search.findPostcodeArea().orElse(null));
    }
    return "search";
  }
}
