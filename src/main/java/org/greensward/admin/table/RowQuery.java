package org.greensward.admin.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.error.UserException;
import org.greensward.layer.admin.AdminColumn;
import org.greensward.layer.admin.AdminTable;

/**
 * Which rows of a table are asked for. All that an address can name is looked up in the table's
 * declaration; what is not there is refused.
 *
 * @param words what was typed to search
 * @param filters column names and the value wanted
 * @param state a word of the table's states, or empty
 * @param sort a column's name; null: by key
 * @param after key of the row after which to begin; empty: at the first
 * @param before key of the row before which to end; empty: no such
 */
public record RowQuery(
    String words,
    Map<String, String> filters,
    String state,
    String sort,
    boolean descending,
    String after,
    String before) {
  public static final String FILTER = "is_";

  private static final int MOST_WORDS = 8;
  private static final int LONGEST = 100;

  /**
   * @param given the parameters of the address
   * @throws UserException when one names a column or a state that the table does not offer
   */
  public static RowQuery of(AdminTable table, Map<String, String> given) {
    Map<String, String> filters = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          if (name.startsWith(FILTER) && !value.isBlank()) {
            String column = name.substring(FILTER.length());
            known("filter", column, table.filters().stream().map(AdminColumn::name).toList());
            filters.put(column, value);
          }
        });
    String state = given.getOrDefault("rows", "");
    if (!state.isEmpty()) {
      known("rows", state, List.copyOf(table.states().keySet()));
    }
    String sort = given.getOrDefault("sort", "");
    boolean descending = sort.startsWith("-");
    String column = descending ? sort.substring(1) : sort;
    if (!column.isEmpty()) {
      known("sort", column, table.sorts());
    }
    String words = given.getOrDefault("q", "").strip();
    return new RowQuery(
        words.length() > LONGEST ? words.substring(0, LONGEST) : words,
        filters,
        state,
        column.isEmpty() ? table.order() : column,
        descending,
        given.getOrDefault("after", ""),
        given.getOrDefault("before", ""));
  }

  private static void known(String what, String name, List<String> names) {
    if (!names.contains(name)) {
      throw new UserException(
          "%s=%s is not offered for this table; it can be %s."
              .formatted(what, name, String.join(", ", names)));
    }
  }

  /** What is looked for: each word must be found. */
  List<String> eachWord() {
    return Stream.of(words.split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }

  /** The words as a full-text query, each the beginning of a word; empty without any. */
  String lexemes() {
    return Stream.of(
            words.toLowerCase(java.util.Locale.UK).replaceAll("['’]", "").split("[^a-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> word + ":*")
        .collect(Collectors.joining(" & "));
  }

  boolean isBackwards() {
    return !before.isEmpty();
  }

  public boolean narrows() {
    return !words.isEmpty() || !filters.isEmpty() || !state.isEmpty();
  }

  /** The parameters of an address that asks the same, but for the place in the list. */
  public Map<String, String> parameters(AdminTable table) {
    Map<String, String> all = new LinkedHashMap<>();
    if (!words.isEmpty()) {
      all.put("q", words);
    }
    filters.forEach((name, value) -> all.put(FILTER + name, value));
    if (!state.isEmpty()) {
      all.put("rows", state);
    }
    if (sort != null && (descending || !sort.equals(table.order()))) {
      all.put("sort", (descending ? "-" : "") + sort);
    }
    return all;
  }
}
