package org.greensward.layer.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What names a row, in addresses too: one column, or several whose values are joined by {@code ~}.
 */
public record RowKey(List<Part> parts) {
  private static final String JOINT = "~";

  /**
   * @param sql over the alias {@code t}; never null
   * @param type bigint, text or date
   */
  record Part(String sql, String type) {}

  public static RowKey id() {
    return of("t.id", "bigint");
  }

  public static RowKey text(String column) {
    return of("t." + column, "text");
  }

  /**
   * @param sqlAndTypes in turn
   */
  public static RowKey of(String... sqlAndTypes) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < sqlAndTypes.length; i += 2) {
      parts.add(new Part(sqlAndTypes[i], sqlAndTypes[i + 1]));
    }
    return new RowKey(List.copyOf(parts));
  }

  /** SQL of the key as a text. */
  public String text() {
    return parts.stream()
        .map(part -> "CAST(%s AS text)".formatted(part.sql))
        .collect(Collectors.joining(" || '" + JOINT + "' || "));
  }

  public String columns(String direction) {
    return parts.stream().map(part -> part.sql + direction).collect(Collectors.joining(", "));
  }

  /** SQL of the values of {@link #values}. */
  public String parameters() {
    return IntStream.range(0, parts.size())
        .mapToObj(i -> "CAST(:_key%d AS %s)".formatted(i, parts.get(i).type))
        .collect(Collectors.joining(", "));
  }

  /** SQL that is true of the row of {@link #values}. */
  public String condition() {
    return "(%s) = (%s)".formatted(columns(""), parameters());
  }

  /** The parts of a key as the parameters of the SQL; empty when it names no row. */
  public Optional<Map<String, Object>> values(String key) {
    String[] values = key.split(JOINT, parts.size());
    if (values.length != parts.size()) {
      return Optional.empty();
    }
    Map<String, Object> parameters = new java.util.HashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (!fits(parts.get(i).type, values[i])) {
        return Optional.empty();
      }
      parameters.put("_key" + i, values[i]);
    }
    return Optional.of(parameters);
  }

  private static boolean fits(String type, String value) {
    return switch (type) {
      case "bigint" -> value.matches("[0-9]{1,18}");
      case "date" -> value.matches("-infinity|[0-9]{4}-[0-9]{2}-[0-9]{2}");
      default -> value.indexOf('\0') < 0;
    };
  }
}
