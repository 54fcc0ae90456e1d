package org.greensward.land;

/** Somebody else changed, between reading and saving, what was to be changed. */
public class StaleParcelException extends RuntimeException {
  private final transient Parcel now;

  StaleParcelException(Parcel now) {
    super(now.reference());
    this.now = now;
  }

  /** As it is now. */
  public Parcel now() {
    return now;
  }
}
