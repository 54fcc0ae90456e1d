package org.greensward.land;

/**
 * One line of a council's schedule of land.
 *
 * @param looked_after_by the body that does the work; null when it is not known
 * @param kind of that body
 * @param parcels how many parcels lie in the council's area, whole or in part
 * @param quantity of their parts there, in {@code unit}
 */
public record ScheduleLine(
    String asset_type,
    String label,
    String unit,
    String looked_after_by,
    String kind,
    long parcels,
    double quantity) {}
