package org.greensward.edit;

/** Somebody else changed, between reading and saving, what was to be changed. */
class Overtaken extends RuntimeException {
  private final transient Parcel now;

  Overtaken(Parcel now) {
    super(now.reference());
    this.now = now;
  }

  /** As it is now. */
  Parcel now() {
    return now;
  }
}
