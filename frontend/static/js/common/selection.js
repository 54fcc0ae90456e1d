// The key by which a piece of land is selected.

/** A parcel that straddles a border has a piece in each parish. */
export const landKey = ({reference, parish}) => (parish ? `${reference}@${parish}` : reference);
