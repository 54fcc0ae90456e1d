package org.greensward.search;

/**
 * Something that was found.
 *
 * @param kind {@code town council} and other kinds of bodies, {@code parish}, {@code ward}, {@code
 *     ward forum} and other kinds of forums, {@code postcode}, {@code parcel}, {@code coordinate},
 *     {@code grid reference}, or a place's kind such as {@code street}
 * @param name as it is shown
 * @param where what it lies in: a town and an authority; a parish's council; null where there is
 *     nothing to say
 * @param alias the name that was found, where it is not the one shown; else null
 * @param lon degrees (WGS84); null where it has no place
 * @param lat degrees (WGS84); null where it has no place
 * @param href the page that it leads to
 * @param basis {@code documented}, {@code illustrative} or {@code schematic}; null where the page
 *     says it
 */
public record SearchHit(
    String kind,
    String name,
    String where,
    String alias,
    Double lon,
    Double lat,
    String href,
    String basis) {}
