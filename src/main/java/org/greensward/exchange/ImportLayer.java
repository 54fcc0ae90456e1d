package org.greensward.exchange;

import java.util.List;

/** How one layer takes its rows from a staged file. */
interface ImportLayer {
  /** As the command line calls it, such as {@code parishes}. */
  String name();

  /** What it takes from a file. */
  List<Column> columns();

  /** Whether a file without geometry is refused. */
  default boolean needsGeometry() {
    return false;
  }

  /** Whether a file may have several layers; else one must be chosen. */
  default boolean takesSeveralLayers() {
    return false;
  }

  /**
   * Validates what is staged and merges it into the store.
   *
   * @throws org.greensward.refusal.Refusal when the file cannot be taken; the transaction is then
   *     rolled back
   */
  void apply(ImportRun run);
}
