package org.greensward.engagement;

import java.time.LocalDate;

/**
 * A council as the board shows it.
 *
 * @param confidential whether its status is not public yet
 * @param step the latest step, or {@link EngagementSteps#NOTHING}
 * @param since the day of that step; null for none
 * @param nextStep what comes next; null when nothing is planned, as are the date and the roles
 * @param overdue whether what comes next should have been
 * @param pointAuthority the role that sees to it at the authority
 * @param pointCouncil the role that sees to it at the council
 */
public record BoardCard(
    long id,
    String slug,
    String name,
    String status,
    LocalDate statusSince,
    boolean confidential,
    String step,
    LocalDate since,
    String nextStep,
    LocalDate nextDate,
    boolean overdue,
    String pointAuthority,
    String pointCouncil) {}
