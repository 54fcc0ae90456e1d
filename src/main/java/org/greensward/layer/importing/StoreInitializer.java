package org.greensward.layer.importing;

/** Makes a store that was never opened ready for data. */
public interface StoreInitializer {

  /**
   * Makes a new store one for real data; does nothing with one that is in use. Called in the
   * transaction of each import.
   */
  void foundForRealData();
}
