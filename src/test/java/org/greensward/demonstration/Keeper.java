package org.greensward.demonstration;

/** Who owns and looks after a parcel, before the devolved councils are applied. */
enum Keeper {
  /** The authority's land, kept by its contractor, or by the council where devolved. */
  PUBLIC,
  /** A council's own land, kept like the authority's. */
  COUNCIL,
  /** The parks trust owns and keeps it; it stays out of devolution. */
  TRUST,
  /** A management company of a new estate owns and keeps it. */
  COMPANY,
  /** The authority owns and keeps it itself: burial grounds. */
  AUTHORITY,
  /** The company that keeps the motorways owns and keeps it. */
  HIGHWAYS
}
