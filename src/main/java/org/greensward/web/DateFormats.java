package org.greensward.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Formats and converts instants by the clock in London, whatever the zone of the machine. Dates
 * alone are in {@link DisplayFormats}. Templates call it as {@code @dates}.
 */
@Component("dates")
public class DateFormats {
  /** The zone in which England's days begin. */
  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(LONDON);

  /** {@code 22 November 2026, 12:09}; empty for null. */
  public String text(Instant instant) {
    return instant == null ? "" : format(instant);
  }

  /** {@code 22 November 2026, 12:09}; empty for null. */
  public String text(OffsetDateTime time) {
    return time == null ? "" : format(time.toInstant());
  }

  /** {@code 22 November 2026, 12:09}. */
  public static String format(Instant instant) {
    return TEXT.format(instant);
  }

  /** The date in London at an instant. */
  public static LocalDate dateOf(Instant instant) {
    return instant.atZone(LONDON).toLocalDate();
  }

  /** The instant of a time of day in London. */
  public static Instant instantOf(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(LONDON).toInstant();
  }
}
