package org.greensward.layer.importing;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How one layer takes its rows from a staged file. Every bean of this type can be imported. It
 * needs no other bean: what it reads and writes it does through the {@link ImportRun}, inside the
 * transaction of the import, and the command line knows the layers before a store is open.
 */
public interface ImportLayer {
  /** As the command line calls it, such as {@code parishes}. */
  String name();

  /** Its place among the layers: one with a higher number builds on those with lower ones. */
  int order();

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
   * Begins an import, in its transaction, before the file is staged. A layer that observes the
   * geometry on its way into the staging table, or keeps a state for the time of one import, has a
   * session of its own.
   */
  default ImportSession open(JdbcTemplate jdbc, SourceFile file) {
    return this::apply;
  }

  /**
   * Validates what is staged and merges it into the store.
   *
   * @throws org.greensward.error.UserException when the file cannot be taken; the transaction is
   *     then rolled back
   */
  void apply(ImportRun run);
}
