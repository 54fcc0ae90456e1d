package org.greensward.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Moments by the clock in London. Templates reach it as {@code @moments}. */
@Component("moments")
public class Moments {
  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  /** {@code 22 November 2026, 12:09}; empty for null. */
  public String text(Instant moment) {
    return moment == null ? "" : inWords(moment);
  }

  /** The same, of a moment that is there. */
  public static String inWords(Instant moment) {
    return TEXT.format(moment);
  }
}
