package org.greensward.ogc.filter.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A condition for a WHERE, true for the rows that the filter is true of. It holds nothing of what
 * was typed: that is all in the parameters.
 *
 * @param sql in parentheses where it needs them, with named parameters as {@code :f1}
 * @param parameters by name, without the colon; in the order of their first use
 */
public record SqlCondition(String sql, Map<String, Object> parameters) {
  public SqlCondition {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
