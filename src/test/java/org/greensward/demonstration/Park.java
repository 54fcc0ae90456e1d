package org.greensward.demonstration;

import org.locationtech.jts.geom.Polygon;

/** A place kept green when streets are laid out; its plots are drawn later. */
record Park(Kind kind, String name, Polygon shape) {

  /** What sort of place it is, which decides what lies in it and who keeps it. */
  enum Kind {
    /** A park among houses. */
    ESTATE,
    /** A large park of the parks trust. */
    TRUST,
    /** A green in the middle of a village. */
    GREEN,
    /** A playing field. */
    RECREATION,
    /** A burial ground, which always stays with the authority. */
    CEMETERY
  }
}
