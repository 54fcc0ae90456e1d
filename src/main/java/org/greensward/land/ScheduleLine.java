package org.greensward.land;

/**
 * One line of a council's schedule of land.
 *
 * @param looked_after_by the body that does the work; null when it is not known
 * @param kind of that body
 * @param parcels how many parcels lie in the council's area, whole or in part
 * @param quantity of their parts there, in {@code unit}
 * @param area_m2 of their parts there as drawn, in EPSG:27700; null for lines and points
 * @param fewest_visits a year that their contract asks for, null when none says
 * @param most_visits the same
 */
public record ScheduleLine(
    String asset_type,
    String label,
    String unit,
    String looked_after_by,
    String kind,
    long parcels,
    double quantity,
    Double area_m2,
    Double fewest_visits,
    Double most_visits) {}
