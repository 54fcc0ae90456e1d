package org.greensward.importing;

import org.greensward.database.TestStore;

/** Stores that hold the demonstration, for applications of tests: it is loaded once a run. */
public final class DemonstrationStore {
  private DemonstrationStore() {}

  /** A new copy. */
  public static TestStore copy() {
    return ImportFixture.demonstration().store();
  }
}
