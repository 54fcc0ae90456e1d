package org.greensward.land.tile;

/**
 * Land that is one feature at low zooms: of the same parish, asset type, keeper and status.
 *
 * @param parishId 0 outside all parishes
 * @param parish its code, null outside all of them
 */
record LandGroup(
    long parishId,
    String parish,
    String assetType,
    String lookedAfterBy,
    String lookedAfterByKind,
    String unit,
    String status) {}
