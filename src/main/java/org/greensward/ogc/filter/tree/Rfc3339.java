package org.greensward.ogc.filter.tree;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads dates and times as RFC 3339 writes them; times are in UTC and end in Z. */
public final class Rfc3339 {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

  private Rfc3339() {}

  public static Operand.Day day(int at, String text) {
    try {
      if (DAY.matcher(text).matches()) {
        return new Operand.Day(LocalDate.parse(text));
      }
    } catch (DateTimeException e) {
      // No such day: said below.
    }
    throw FilterErrors.at(at, FilterErrors.shown(text) + " is no date; one is written 2018-10-01");
  }

  public static Operand.Time time(int at, String text) {
    try {
      if (TIME.matcher(text).matches()) {
        return new Operand.Time(Instant.parse(text));
      }
    } catch (DateTimeException e) {
      // No such time: said below.
    }
    throw FilterErrors.at(
        at, FilterErrors.shown(text) + " is no time; one is in UTC, written 2018-10-01T09:30:00Z");
  }

  /** A time if it has a T, else a date. */
  public static Operand.Value either(int at, String text) {
    return text.indexOf('T') >= 0 ? time(at, text) : day(at, text);
  }
}
