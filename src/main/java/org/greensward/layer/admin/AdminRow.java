package org.greensward.layer.admin;

import java.util.Map;

/**
 * A row as text, field by field as people type it; empty where there is nothing.
 *
 * @param auditKey what the audit trail calls it
 * @param version changes with every change of the row itself
 * @param labels of columns that refer to others, what people read
 */
public record AdminRow(
    String key,
    String auditKey,
    String version,
    Map<String, String> values,
    Map<String, String> labels) {
  public String value(String field) {
    return values.getOrDefault(field, "");
  }
}
