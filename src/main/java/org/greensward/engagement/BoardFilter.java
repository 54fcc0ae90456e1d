package org.greensward.engagement;

import java.util.List;
import java.util.Map;
import org.greensward.status.DevolutionStatus;

/**
 * Which councils the board shows, and in which order. An empty text asks for all; what is not known
 * counts as not given.
 *
 * @param status {@code devolved}, {@code interested}, {@code none} or {@code unknown}
 * @param forum slug of a forum
 * @param step a step, or {@link EngagementSteps#NOTHING}
 * @param sort a key of the sorts, with a minus in front for the other direction
 * @param view {@code list} for the table, else the board
 */
public record BoardFilter(String status, String forum, String step, String sort, String view) {
  public static final List<String> STATUSES = DevolutionStatus.codes();
  public static final List<String> COLUMNS = List.of("name", "status", "step", "since", "next");

  private static final Map<String, String> SORTS =
      Map.of(
          "name", "c.name",
          "status", "array_position('{devolved,interested,none,unknown}'::text[], s.status)",
          "step",
              "array_position('{told,workshop,maps,figures,resolved,signed,withdrawn}'::text[],"
                  + " e.step)",
          "since", "e.since",
          "next", "p.next_date");

  public BoardFilter {
    status = STATUSES.contains(status) ? status : "";
    step = EngagementSteps.columns().contains(step) ? step : "";
    sort = SORTS.containsKey(column(sort)) ? sort : "name";
    view = "list".equals(view) ? view : "";
  }

  public static BoardFilter all() {
    return new BoardFilter("", "", "", "name", "");
  }

  public boolean narrows() {
    return !(status + forum + step).isEmpty();
  }

  public boolean isList() {
    return !view.isEmpty();
  }

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

  String order() {
    return SORTS.get(column()) + (descending() ? " DESC" : "") + " NULLS LAST, c.name";
  }

  private static String column(String sort) {
    return sort.startsWith("-") ? sort.substring(1) : sort;
  }
}
