package org.greensward.register;

import java.time.LocalDate;

/**
 * One dated, sourced claim of where a council stands.
 *
 * @param from the first day
 * @param to the day after the last; null while it holds
 */
public record StatusClaim(
    String status,
    LocalDate from,
    LocalDate to,
    String arrangement,
    String basis,
    String source,
    String note) {}
