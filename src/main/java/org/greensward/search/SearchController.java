package org.greensward.search;

import java.util.List;
import org.greensward.error.UserException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/search}: suggestions while somebody types, and for other programs. */
@RestController
class SearchController {
  private static final int USUAL = 8;
  private static final int MOST = 50;

  private final SearchService search;
  private final SearchWords words;

  SearchController(SearchService search, SearchWords words) {
    this.search = search;
    this.words = words;
  }

  @GetMapping("/api/search")
  Suggestions suggestions(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String limit) {
    SearchResult result = search.search(q, limit(limit));
    return new Suggestions(
        result.query(),
        result.corrected(),
        result.trouble() == null ? null : result.trouble().name(),
        result.hits().stream()
            .map(
                hit ->
                    new Suggestion(
                        hit.kind(),
                        hit.name(),
                        words.describe(hit),
                        hit.lon(),
                        hit.lat(),
                        hit.href()))
            .toList());
  }

  private static int limit(String text) {
    if (text.isBlank()) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(text.strip());
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of range is.
    }
    throw new UserException("limit=%s is not a number from 1 to %d.".formatted(text, MOST));
  }

  /**
   * @param query as it was read
   * @param corrected other words that were looked up instead; absent: as typed
   * @param trouble why there are no hits, such as {@code POSTCODE_UNKNOWN}; absent: there are
   */
  record Suggestions(String query, String corrected, String trouble, List<Suggestion> hits) {}

  /**
   * @param description what tells it from others of the name, for people
   * @param lon degrees (WGS84); absent where it has no place
   * @param href the page that it leads to
   */
  record Suggestion(
      String kind, String name, String description, Double lon, Double lat, String href) {}
}
