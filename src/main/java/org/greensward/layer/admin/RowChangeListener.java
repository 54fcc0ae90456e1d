package org.greensward.layer.admin;

/**
 * Keeps rows of a domain in step with a row that an officer has changed. Every bean of this type is
 * called in the transaction of the change.
 */
public interface RowChangeListener {
  /**
   * @param table the name of the changed row's table
   * @param key of the row, as addresses have it, after the change
   */
  void rowChanged(String table, String key);
}
