package org.greensward.status.agreement;

import java.time.LocalDate;

/**
 * What a devolved status rests on.
 *
 * @param status id of the status, by which pages name the agreement
 * @param arrangement such as {@code grant-funded}; null when it is not recorded
 * @param from the first day
 * @param until the last day; null while no end is agreed
 * @param reviewOn when it is to be looked at again; null when it does not say
 * @param signedOn null when it is not recorded
 * @param whole whether it covers all land, without exception
 * @param confidential whether its status is not public yet
 * @param version of the row as it was read; empty where a status has no agreement on record
 */
public record Agreement(
    long status,
    Long id,
    long councilId,
    String slug,
    String council,
    String arrangement,
    String document,
    LocalDate from,
    LocalDate until,
    LocalDate reviewOn,
    LocalDate signedOn,
    boolean whole,
    boolean confidential,
    String version) {}
