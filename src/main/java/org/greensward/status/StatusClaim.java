package org.greensward.status;

import java.time.LocalDate;

/**
 * One dated, sourced claim of where a council stands.
 *
 * @param from the first day
 * @param to the day after the last; null while it holds
 * @param document the agreement that a devolved status rests on; null when none is named
 * @param reviewOn when that agreement is to be looked at again; null when it does not say
 * @param publishedFrom the day on which the claim was or will be published; null: as soon as known
 * @param confidential whether that lies ahead
 */
public record StatusClaim(
    String status,
    LocalDate from,
    LocalDate to,
    String arrangement,
    String basis,
    String source,
    String note,
    String document,
    LocalDate reviewOn,
    LocalDate publishedFrom,
    boolean confidential) {}
