package org.greensward.engage;

import java.time.LocalDate;

/**
 * What comes next with a council.
 *
 * @param version of the row as it was read; empty when there is none yet
 */
public record Plan(
    String nextStep,
    LocalDate nextDate,
    String pointAuthority,
    String pointCouncil,
    String note,
    String version) {
  static final Plan NONE = new Plan(null, null, null, null, null, "");
}
