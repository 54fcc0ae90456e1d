package org.greensward.admin.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greensward.error.NotFoundException;
import org.greensward.layer.Contributions;
import org.greensward.layer.admin.AdminTable;
import org.springframework.stereotype.Component;

/**
 * The registry of the tables that officers manage, by the name that addresses have: those that the
 * domains declare as beans.
 */
@Component
public class AdminTables {
  private final List<AdminTable> tables;
  private final Map<String, AdminTable> byName;

  /**
   * @param tables in the order in which the start page lists them
   */
  AdminTables(List<AdminTable> tables) {
    this.tables = List.copyOf(tables);
    this.byName =
        new TreeMap<>(
            tables.stream().collect(Collectors.toMap(AdminTable::name, Function.identity())));
  }

  /** The same tables without an application and its store. */
  public static AdminTables declared() {
    return new AdminTables(Contributions.list(AdminTable.class));
  }

  public List<AdminTable> list() {
    return tables;
  }

  /**
   * @throws NotFoundException when there is none; the names that exist are suggested
   */
  public AdminTable get(String name) {
    AdminTable table = byName.get(name);
    if (table == null) {
      throw new NotFoundException(
          "There is no table of that name here.",
          List.of(new NotFoundException.Suggestion("All tables", "/manage")));
    }
    return table;
  }

  /** Names of all tables. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
