package org.greensward.ogc.features;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import org.greensward.error.UserException;
import org.greensward.web.DateFormats;

/**
 * The parameter {@code datetime}: an instant or an interval (RFC 3339; {@code ..} or nothing for an
 * open end; an ISO 8601 duration for one of the ends), as the days that it touches in England.
 *
 * @param from the first day; null when it is open
 * @param to the last day; null when it is open
 */
record DateTimeParameter(LocalDate from, LocalDate to) {
  private static final int LONGEST = 80;
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  /**
   * Reads the parameter.
   *
   * @throws UserException when it is none of these, or ends before it begins
   */
  static DateTimeParameter parse(String text) {
    try {
      if (text.length() > LONGEST) {
        throw new DateTimeException("too long");
      }
      int slash = text.indexOf('/');
      if (slash < 0) {
        LocalDate day = day(text);
        return new DateTimeParameter(day, day);
      }
      return interval(text.substring(0, slash), text.substring(slash + 1));
    } catch (DateTimeException | ArithmeticException e) {
      throw new UserException(
          "datetime="
              + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text)
              + " is not a date, a time or an interval; write 2018-10-01, 2018-10-01T12:00:00Z or"
              + " 2014-04-01/2018-10-01, with .. for an open end.");
    }
  }

  /** The day whose state is meant: the working date, or the day of the interval nearest to it. */
  LocalDate at(LocalDate today) {
    if (from != null && today.isBefore(from)) {
      return from;
    }
    return to != null && today.isAfter(to) ? to : today;
  }

  private static DateTimeParameter interval(String first, String last) {
    LocalDate from = isOpen(first) || isDuration(first) ? null : day(first);
    LocalDate to = isOpen(last) || isDuration(last) ? null : day(last);
    if (isDuration(first) && to != null) {
      from = shifted(to, first, -1);
    } else if (isDuration(last) && from != null) {
      to = shifted(from, last, 1);
    } else if (isDuration(first) || isDuration(last)) {
      throw new DateTimeException("a duration needs a day at its other end");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new DateTimeException("ends before it begins");
    }
    return new DateTimeParameter(from, to);
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static boolean isDuration(String end) {
    return end.startsWith("P");
  }

  private static LocalDate shifted(LocalDate day, String duration, int sign) {
    int time = duration.indexOf('T');
    String days = time < 0 ? duration : duration.substring(0, time);
    LocalDate moved = day;
    if (days.length() > 1) {
      moved = moved.plus(Period.parse(days).multipliedBy(sign));
    }
    if (time >= 0) {
      moved = moved.plusDays(sign * Duration.parse("P" + duration.substring(time)).toDays());
    }
    return known(moved);
  }

  private static LocalDate day(String text) {
    return known(
        text.indexOf('T') < 0 && text.indexOf('t') < 0
            ? LocalDate.parse(text)
            : OffsetDateTime.parse(text).atZoneSameInstant(DateFormats.LONDON).toLocalDate());
  }

  private static LocalDate known(LocalDate day) {
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      throw new DateTimeException("beyond the years 1 to 9999");
    }
    return day;
  }
}
