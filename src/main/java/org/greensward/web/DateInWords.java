package org.greensward.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as British people write them, whatever the locale of the machine. */
final class DateInWords {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private DateInWords() {}

  /** {@code 1 April 2014}; empty for null. */
  static String of(LocalDate date) {
    return date == null ? "" : WORDS.format(date);
  }
}
