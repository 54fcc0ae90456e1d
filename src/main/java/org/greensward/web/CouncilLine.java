package org.greensward.web;

import java.time.LocalDate;

/**
 * One council as the list beside the map shows it before, or without, any script.
 *
 * @param status {@code devolved}, {@code interested}, {@code none} or {@code unknown}
 * @param since the first day of that status, null when it is not known
 * @param illustrative whether the status is made up for the demonstration
 */
public record CouncilLine(
    String slug,
    String name,
    String kind,
    String status,
    LocalDate since,
    String arrangement,
    boolean illustrative) {

  public String sinceInWords() {
    return DateInWords.of(since);
  }
}
