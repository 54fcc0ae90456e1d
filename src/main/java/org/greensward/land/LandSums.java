package org.greensward.land;

/**
 * What the land valid at a date sums to. Areas are of land measured by area, in m2 as drawn in
 * EPSG:27700: {@code pieces_m2} inside parishes plus {@code outside_m2} outside all of them is
 * {@code area_m2}.
 *
 * @param parcels of every kind, lines and points too
 * @param twice_m2 the area that parcels share with each other, and that the sum counts twice
 */
public record LandSums(
    long parcels, double area_m2, double pieces_m2, double outside_m2, double twice_m2) {}
