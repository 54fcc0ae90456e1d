package org.greensward.land;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An update of a parcel, of those columns alone that are to be other than they are. */
final class ParcelUpdate {
  private final List<String> assignments = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /** Gives a column a value; the parameter that may stand in it has the column's name. */
  ParcelUpdate set(String column, String value, Object parameter) {
    assignments.add(column + " = " + value);
    return value.contains(":" + column) ? with(column, parameter) : this;
  }

  ParcelUpdate with(String name, Object parameter) {
    parameters.put(name, parameter);
    return this;
  }

  /** Does it; nothing where nothing is to be other. */
  void run(JdbcClient jdbc, String reference) {
    if (!assignments.isEmpty()) {
      jdbc.sql(
              "UPDATE land SET " + String.join(", ", assignments) + " WHERE reference = :reference")
          .params(parameters)
          .param("reference", reference)
          .update();
    }
  }
}
