package org.greensward.status;

import java.time.LocalDate;

/**
 * The parish that a place lies in, and its council.
 *
 * @param kind {@code parish}, {@code community} or {@code unparished area}
 * @param slug of its council; null when it has none
 * @param status of that council; null without one
 * @param since the first day of that status; null when it is not known
 */
public record ParishAtPoint(
    String code,
    String name,
    String kind,
    String slug,
    String council,
    String status,
    LocalDate since) {}
