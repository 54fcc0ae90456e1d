package org.greensward.ogc.filter;

import org.greensward.error.UserException;
import org.greensward.ogc.filter.tree.FilterCrs;

/** What people are told of a filter. */
final class FilterSentences {
  private FilterSentences() {}

  /** The refusal's sentence, or {@code taken}. */
  static String of(FilterLanguage language, String filter) {
    return of(language, filter, FilterCrs.CRS84);
  }

  static String of(FilterLanguage language, String filter, FilterCrs crs) {
    try {
      FilterParser.parse(language, filter, FilterSampleTable.QUERYABLES, crs);
      return "taken";
    } catch (UserException refusal) {
      return refusal.getMessage();
    }
  }
}
