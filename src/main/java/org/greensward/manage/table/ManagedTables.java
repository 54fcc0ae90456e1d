package org.greensward.manage.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.refusal.NotThere;
import org.springframework.stereotype.Component;

/** All tables that officers manage, by the name that addresses have. */
@Component
public class ManagedTables {
  private static final List<ManagedTable> ALL =
      Stream.concat(RegisterTables.all().stream(), LandTables.all().stream()).toList();

  private final Map<String, ManagedTable> byName =
      new TreeMap<>(
          ALL.stream().collect(Collectors.toMap(ManagedTable::name, Function.identity())));

  List<ManagedTable> list() {
    return ALL;
  }

  /**
   * @throws NotThere when there is none; the names that exist are suggested
   */
  ManagedTable get(String name) {
    ManagedTable table = byName.get(name);
    if (table == null) {
      throw new NotThere(
          "There is no table of that name here.",
          List.of(new NotThere.Suggestion("All tables", "/manage")));
    }
    return table;
  }

  /** Names of all tables. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
