package org.greensward.proposal;

/**
 * A parcel that a proposal is about.
 *
 * @param label of its asset type
 * @param unit {@code m2}, {@code m} or {@code item}
 * @param dimension of its shape: 2, 1 or 0
 * @param name of the street or park; null when it has none
 * @param shape as {@link DrawnShape} writes it
 * @param here whether it lies, in part at least, in a parish of the council that is asked about
 */
public record ParcelSummary(
    String reference,
    String assetType,
    String label,
    String unit,
    int dimension,
    String name,
    double quantity,
    String shape,
    boolean here) {}
