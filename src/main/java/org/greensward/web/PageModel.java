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
 * @param section first part of the address, such as {@code councils}; empty for the front page
 * @param embed whether the page stands in a frame of another site, without header and footer
 * @param visitor whoever signed in; null for the public, and in a frame
 * @param confidential how many statuses are told to this visitor and not to the public
 */
public record PageModel(
    String authority,
    String shortName,
    boolean demonstration,
    String notice,
    LocalDate today,
    String section,
    boolean embed,
    CurrentUser visitor,
    int confidential) {

  /** The working date as people write it: 1 October 2018. */
  public String todayInWords() {
    return DisplayFormats.dateOf(today);
  }

  /** Whether an authority has given the service its name. */
  public boolean named() {
    return !authority.equals(PageModelAdvice.UNNAMED);
  }
}
