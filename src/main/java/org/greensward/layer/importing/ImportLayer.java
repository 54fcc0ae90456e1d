package org.greensward.layer.importing;

import java.util.List;
import org.greensward.land.importing.ParcelOverlay;
import org.springframework.jdbc.core.JdbcTemplate;

/** How one layer takes its rows from a staged file. */
public interface ImportLayer {
  /** As the command line calls it, such as {@code parishes}. */
  String name();

  /** What it takes from a file. */
  List<ImportColumn> columns();

  /** Whether a file without geometry is refused. */
  default boolean needsGeometry() {
    return false;
  }

  /** Whether a file may have several layers; else one must be chosen. */
  default boolean takesSeveralLayers() {
    return false;
  }

  /** Tables of products that it knows although their files have no header. */
  default List<ProductSchema> tables() {
    return List.of();
  }

  /**
   * What goes through the geometry of a file on its way into the staging table; null: nothing does.
   * Called in the transaction of the import, which closes it.
   */
  default ParcelOverlay overlay(JdbcTemplate jdbc, SourceFile file) {
    return null;
  }

  /**
   * Validates what is staged and merges it into the store.
   *
   * @throws org.greensward.error.UserException when the file cannot be taken; the transaction is
   *     then rolled back
   */
  void apply(ImportRun run);
}
