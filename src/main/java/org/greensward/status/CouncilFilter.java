package org.greensward.status;

import java.util.List;
import java.util.Map;

/**
 * Which councils the table shows, and in which order. An empty text asks for all.
 *
 * @param status {@code devolved}, {@code interested}, {@code none} or {@code unknown}
 * @param kind such as {@code parish council}
 * @param forum slug of a forum
 * @param ward name of a ward
 * @param sort a key of {@link #SORTS}, with a minus in front for the other direction
 */
public record CouncilFilter(String status, String kind, String forum, String ward, String sort) {
  public static final List<String> STATUSES = DevolutionStatus.codes();
  public static final List<String> KINDS =
      List.of("parish council", "town council", "community council", "parish meeting");

  /** What can be sorted by, with its SQL. */
  static final Map<String, String> SORTS =
      Map.of(
          "name", "c.name",
          "kind", "c.kind",
          "status", "array_position('{devolved,interested,none,unknown}'::text[], s.status)",
          "since", "s.since",
          "area", "a.area_m2");

  /**
   * Unknown statuses, kinds and sorts count as not given: an old link shows too much, not nothing.
   */
  public CouncilFilter {
    status = STATUSES.contains(status) ? status : "";
    kind = KINDS.contains(kind) ? kind : "";
    sort = SORTS.containsKey(column(sort)) ? sort : "name";
  }

  public static CouncilFilter none() {
    return new CouncilFilter("", "", "", "", "name");
  }

  /** The column sorted by, without its direction. */
  public String column() {
    return column(sort);
  }

  public boolean descending() {
    return sort.startsWith("-");
  }

  /** What a heading leads to: its column, the other way round where it is sorted by already. */
  public String sortBy(String column) {
    return column.equals(sort) ? "-" + column : column;
  }

  /** Whether it leaves anything out. */
  public boolean narrows() {
    return !(status + kind + forum + ward).isEmpty();
  }

  String order() {
    return SORTS.get(column()) + (descending() ? " DESC" : "") + " NULLS LAST, c.name";
  }

  private static String column(String sort) {
    return sort.startsWith("-") ? sort.substring(1) : sort;
  }
}
