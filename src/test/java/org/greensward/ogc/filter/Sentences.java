package org.greensward.ogc.filter;

import org.greensward.refusal.Refusal;

/** What people are told of a filter. */
final class Sentences {
  private Sentences() {}

  /** The refusal's sentence, or {@code taken}. */
  static String of(Language language, String filter) {
    return of(language, filter, FilterCrs.CRS84);
  }

  static String of(Language language, String filter, FilterCrs crs) {
    try {
      Filters.parse(language, filter, Things.QUERYABLES, crs);
      return "taken";
    } catch (Refusal refusal) {
      return refusal.getMessage();
    }
  }
}
