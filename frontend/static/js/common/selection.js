/** The key of a piece of land: a parcel that straddles a border has a piece in each parish. */
export const landKey = ({reference, parish}) => (parish ? `${reference}@${parish}` : reference);
