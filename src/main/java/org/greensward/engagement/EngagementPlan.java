package org.greensward.engagement;

import java.time.LocalDate;

/**
 * What comes next with a council.
 *
 * @param version of the row as it was read; empty when there is none yet
 */
public record EngagementPlan(
    String nextStep,
    LocalDate nextDate,
    String pointAuthority,
    String pointCouncil,
    String note,
    String version) {
  static final EngagementPlan NONE = new EngagementPlan(null, null, null, null, null, "");
}
