package org.greensward.layer.importing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as files write them, and ranges of days as PostgreSQL does. */
public final class FileDates {
  private static final List<DateTimeFormatter> FORMATS =
      List.of(strict("uuuu-MM-dd"), strict("dd/MM/uuuu"), strict("uuuu/MM/dd"));
  private static final Pattern MIDNIGHT =
      Pattern.compile("[T ]00:00(:00(\\.0+)?)?(Z|[+]00(:?00)?)?$");

  private FileDates() {}

  /**
   * A day that exists, written {@code 2018-10-01}, {@code 01/10/2018} or {@code 2018/10/01}; a time
   * of midnight after it is passed over.
   */
  public static Optional<LocalDate> parse(String text) {
    String day = MIDNIGHT.matcher(text).replaceFirst("");
    for (DateTimeFormatter format : FORMATS) {
      try {
        return Optional.of(LocalDate.parse(day, format));
      } catch (DateTimeParseException e) {
        // The next format may fit.
      }
    }
    return Optional.empty();
  }

  /** Days from one up to another, the second exclusive; null is without end. */
  public static String range(LocalDate from, LocalDate to) {
    return (from == null ? "(" : "[" + from) + "," + (to == null ? "" : to) + ")";
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
