package org.greensward.layer.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A product's table of separated values that does not stand for itself: its files have no header,
 * or lie in an archive among others.
 *
 * @param title what the product is called
 * @param columns all its columns in their order, where its files have no header; else some that no
 *     other table in the archive has
 * @param firstValue what the first value of a row looks like, where its files have no header; else
 *     null
 */
public record ProductSchema(String title, List<String> columns, Pattern firstValue) {
  private static final Pattern VALUE = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

  /** A table in files without a header; all of an archive are parts of one. */
  public static ProductSchema withoutHeader(String title, String firstValue, String... columns) {
    return new ProductSchema(title, List.of(columns), Pattern.compile(firstValue));
  }

  /** A table with a header; the largest of an archive is the whole, others are parts of it. */
  public static ProductSchema withHeader(String title, String... tellingColumns) {
    return new ProductSchema(title, List.of(tellingColumns), null);
  }

  public boolean hasHeader() {
    return firstValue == null;
  }

  /** The table of which a file is whose first line is this; empty when it is none of them. */
  public static Optional<ProductSchema> find(List<ProductSchema> tables, String firstLine) {
    List<String> values = values(firstLine == null ? "" : firstLine);
    return tables.stream().filter(table -> table.fits(values)).findFirst();
  }

  private boolean fits(List<String> values) {
    if (hasHeader()) {
      Set<String> names =
          values.stream().map(v -> v.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
      return names.containsAll(columns);
    }
    return values.size() == columns.size() && firstValue.matcher(values.get(0)).matches();
  }

  private static List<String> values(String line) {
    List<String> values = new ArrayList<>();
    Matcher matcher = VALUE.matcher(line.replaceFirst("^\ufeff", ""));
    while (matcher.find()) {
      values.add((matcher.group(1) != null ? matcher.group(1) : matcher.group(2)).strip());
    }
    return values;
  }
}
