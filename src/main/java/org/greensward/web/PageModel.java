package org.greensward.web;

import java.time.LocalDate;

/**
 * What the layout of every page shows.
 *
 * @param authority the name of the authority that runs the service; "Greensward" until there is one
 * @param shortName the authority's name where room is short
 * @param demonstration whether the store holds the demonstration
 * @param notice a sentence about the data for the banner, or null
 * @param today the working date
 */
public record PageModel(
    String authority, String shortName, boolean demonstration, String notice, LocalDate today) {

  /** The working date as people write it: 1 October 2018. */
  public String todayInWords() {
    return DateInWords.of(today);
  }
}
