package org.greensward.layer.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.greensward.layer.Basis;

/**
 * A row of a register file. What cannot be read is noted with the row's number among the faults,
 * and comes back as null.
 */
public final class ImportRow {
  /** On what a row can rest, as column {@code basis} says. */
  public static final List<String> BASES = Basis.ofFacts();

  private static final Set<String> YES = Set.of("yes", "true", "y", "t", "1");
  private static final Set<String> NO = Set.of("no", "false", "n", "f", "0");

  private final long number;
  private final Map<String, String> values;
  private final RowFaults faults;

  public ImportRow(long number, Map<String, String> values, RowFaults faults) {
    this.number = number;
    this.values = values;
    this.faults = faults;
  }

  public long number() {
    return number;
  }

  public void fault(String sentence) {
    faults.add(number, sentence);
  }

  /** The text of a column; null where it is empty. */
  public String text(String column) {
    return values.get(column);
  }

  public String text(String column, String otherwise) {
    String text = values.get(column);
    return text == null ? otherwise : text;
  }

  public String required(String column) {
    String text = values.get(column);
    if (text == null) {
      fault(column + " is empty");
    }
    return text;
  }

  /** The parts of a column between separators, without blanks and empty ones. */
  public List<String> list(String column, String separator) {
    return Arrays.stream(text(column, "").split(separator))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }

  public LocalDate date(String column) {
    String text = values.get(column);
    if (text == null) {
      return null;
    }
    return FileDates.parse(text)
        .orElseGet(
            () -> {
              fault(column + " " + text + " is not a date");
              return null;
            });
  }

  public LocalDate requiredDate(String column) {
    return required(column) == null ? null : date(column);
  }

  /** A number from zero to a limit. */
  public BigDecimal quantity(String column, int most) {
    BigDecimal number = number(column);
    if (number != null && (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0)) {
      fault("%s %s is not between 0 and %d".formatted(column, number, most));
      return null;
    }
    return number;
  }

  public BigDecimal number(String column) {
    String text = values.get(column);
    if (text == null) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      fault(column + " " + text + " is not a number");
      return null;
    }
  }

  public boolean flag(String column) {
    String text = text(column, "no").toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      fault(column + " " + text + " is neither yes nor no");
    }
    return YES.contains(text);
  }

  /** One of some words, without regard to case; null where the column is empty. */
  public String oneOf(String column, List<String> allowed) {
    String text = values.get(column);
    if (text == null) {
      return null;
    }
    String word = text.toLowerCase(Locale.ROOT);
    if (!allowed.contains(word)) {
      fault(
          "%s %s is not known; it is one of %s"
              .formatted(column, text, String.join(", ", allowed)));
      return null;
    }
    return word;
  }

  public String oneOf(String column, List<String> allowed, String otherwise) {
    return values.get(column) == null ? otherwise : oneOf(column, allowed);
  }

  public String requiredOneOf(String column, List<String> allowed) {
    return required(column) == null ? null : oneOf(column, allowed);
  }

  /** The column {@code basis}; documented where it is empty. */
  public String basis() {
    return oneOf("basis", BASES, BASES.get(0));
  }

  /**
   * The days from one column up to another, the second exclusive, as PostgreSQL writes a range;
   * null where they cannot be read.
   */
  public String range(String from, String to) {
    LocalDate start = date(from);
    LocalDate end = date(to);
    boolean unread = start == null && text(from) != null || end == null && text(to) != null;
    if (start != null && end != null && !start.isBefore(end)) {
      fault("%s %s is not before %s %s".formatted(from, start, to, end));
      return null;
    }
    return unread ? null : FileDates.range(start, end);
  }
}
