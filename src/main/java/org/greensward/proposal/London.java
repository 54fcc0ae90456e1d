package org.greensward.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.greensward.manage.Moments;

/** Moments as people in England name them. */
final class London {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private London() {}

  static LocalDate dayOf(Instant moment) {
    return moment.atZone(ZONE).toLocalDate();
  }

  static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ZONE).toInstant();
  }

  /** {@code 1 April 2019, 09:30}. */
  static String inWords(Instant moment) {
    return Moments.inWords(moment);
  }
}
