package org.greensward.search;

/**
 * Something that was found.
 *
 * @param kind {@code council}, {@code parish}, {@code ward}, {@code forum}, {@code postcode},
 *     {@code parcel}, {@code coordinate}, {@code grid reference}, or a place's kind such as {@code
 *     street}
 * @param name as it is shown
 * @param where what tells it from others of the name: the town and county, the body's kind, another
 *     name that was typed; null where there is nothing to say
 * @param lon degrees (WGS84); null where it has no place
 * @param lat degrees (WGS84); null where it has no place
 * @param href the page that it leads to
 * @param basis {@code documented}, {@code illustrative} or {@code schematic}; null where the page
 *     says it
 */
public record SearchHit(
    String kind, String name, String where, Double lon, Double lat, String href, String basis) {}
