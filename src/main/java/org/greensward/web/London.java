package org.greensward.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Moments as people in England name them. */
public final class London {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private London() {}

  public static LocalDate dayOf(Instant moment) {
    return moment.atZone(ZONE).toLocalDate();
  }

  public static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ZONE).toInstant();
  }

  /** {@code 1 April 2019, 09:30}. */
  public static String inWords(Instant moment) {
    return Moments.inWords(moment);
  }
}
