package org.greensward.download;

import org.greensward.refusal.Refusal;

/** As many downloads are under way as there may be; another time it will be done. */
class Busy extends Refusal {
  /** After how long to try again. */
  static final int RETRY_SECONDS = 20;

  Busy() {
    super(
        "Many downloads are being made at the moment; try again in " + RETRY_SECONDS + " seconds.");
  }
}
