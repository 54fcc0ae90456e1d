package org.greensward.admin.audit;

import java.time.Instant;
import java.util.List;

/**
 * One change on record.
 *
 * @param who the office of who made it, or the database's name of a program
 * @param account null for a program
 * @param address the network address, for officers and as long as it is kept; else null
 * @param subject the table, or what else it was done to
 * @param name what the row was called; null where it has no name
 * @param link where the row is; null where there is no page of it
 */
record AuditEntry(
    long id,
    Instant at,
    String who,
    Long account,
    String address,
    String action,
    String subject,
    String rowKey,
    String name,
    String council,
    String reason,
    String source,
    String link,
    List<Difference> differences) {

  /**
   * A field that is other than before.
   *
   * @param shape whether it is a geometry, which is not told in words
   */
  record Difference(String field, String before, String after, boolean shape) {}
}
