package org.greensward.proposal;

/**
 * The row that an accepted proposal changed or added; one of the two is null.
 *
 * @param status id of a status
 * @param land id of a parcel
 */
public record AppliedChange(Long status, Long land) {}
