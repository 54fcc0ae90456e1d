package org.greensward.search;

import java.util.List;

/**
 * What a search came to.
 *
 * @param query as it was read
 * @param hits the best first
 * @param certain whether the first is what was meant, so that a page may go straight there
 * @param corrected the words that were looked up where those typed are not known; null: as typed
 * @param incomplete whether the hits match some of the words only
 * @param trouble why there is nothing, or nothing of the authority's; null: there is
 * @param nearest the nearest place known to a point that lies elsewhere; null: not asked or not
 *     known
 */
public record SearchResult(
    String query,
    List<SearchHit> hits,
    boolean certain,
    String corrected,
    boolean incomplete,
    Trouble trouble,
    Nearest nearest) {

  /** Why there is nothing to show, each with a text of its own on the page. */
  public enum Trouble {
    EMPTY,
    NOTHING,
    POSTCODE_UNKNOWN,
    SPOT_ELSEWHERE,
    AT_SEA,
    ABROAD
  }

  /** A named place and how far it is, in metres. */
  public record Nearest(String name, double distanceM) {}

  static SearchResult trouble(String query, Trouble trouble) {
    return new SearchResult(query, List.of(), false, null, false, trouble, null);
  }

  static SearchResult of(String query, List<SearchHit> hits, boolean certain) {
    return new SearchResult(query, hits, certain, null, false, null, null);
  }
}
