package org.greensward.admin.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.error.NotFoundException;
import org.greensward.land.LandAdminTables;
import org.greensward.layer.admin.AdminTable;
import org.greensward.status.RegisterAdminTables;
import org.springframework.stereotype.Component;

/** All tables that officers manage, by the name that addresses have. */
@Component
public class AdminTables {
  private static final List<AdminTable> ALL =
      Stream.concat(RegisterAdminTables.all().stream(), LandAdminTables.all().stream()).toList();

  private final Map<String, AdminTable> byName =
      new TreeMap<>(ALL.stream().collect(Collectors.toMap(AdminTable::name, Function.identity())));

  public List<AdminTable> list() {
    return ALL;
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
