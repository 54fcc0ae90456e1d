package org.greensward.status.agreement;

import java.time.LocalDate;

/**
 * Something about an agreement that has a day.
 *
 * @param kind {@code end} or {@code review}
 * @param overdue whether the day has passed
 */
public record AgreementDueDate(
    long status,
    String slug,
    String council,
    String document,
    String kind,
    LocalDate day,
    boolean overdue) {}
