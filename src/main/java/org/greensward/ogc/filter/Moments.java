package org.greensward.ogc.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads dates and times as RFC 3339 writes them; times are in UTC and end in Z. */
final class Moments {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

  private Moments() {}

  static Operand.Day day(int at, String text) {
    try {
      if (DAY.matcher(text).matches()) {
        return new Operand.Day(LocalDate.parse(text));
      }
    } catch (DateTimeException e) {
      // No such day: said below.
    }
    throw Faults.at(at, Faults.shown(text) + " is no date; one is written 2018-10-01");
  }

  static Operand.Time time(int at, String text) {
    try {
      if (TIME.matcher(text).matches()) {
        return new Operand.Time(Instant.parse(text));
      }
    } catch (DateTimeException e) {
      // No such time: said below.
    }
    throw Faults.at(
        at, Faults.shown(text) + " is no time; one is in UTC, written 2018-10-01T09:30:00Z");
  }

  /** A time if it has a T, else a date. */
  static Operand.Value either(int at, String text) {
    return text.indexOf('T') >= 0 ? time(at, text) : day(at, text);
  }
}
