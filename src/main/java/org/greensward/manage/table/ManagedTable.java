package org.greensward.manage.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table as officers manage it.
 *
 * @param auditKey SQL of what the audit trail calls a row, over {@code t}
 * @param withParty whether each row has a party, whose columns are shown as its own
 * @param order name of the column that rows are sorted by; null: by key
 * @param search SQL that is true of rows found, with {@code :_whole} and {@code :_query}; null:
 *     each word is looked for in the columns that are searched
 * @param ended the range whose end is set when a row ends; null: the row is removed
 * @param states conditions that rows can be chosen by, by their word
 * @param onAdd further columns of a new row and their SQL
 * @param onSave further columns of a new and a changed row, and their SQL
 */
record ManagedTable(
    String name,
    Key key,
    String auditKey,
    List<Column> columns,
    boolean withParty,
    String order,
    String search,
    String ended,
    Allowed allowed,
    Map<String, String> states,
    Map<String, String> onAdd,
    Map<String, String> onSave) {

  /** What may be done; statuses have pages of their own for it. */
  record Allowed(boolean add, boolean change, boolean end) {
    static final Allowed ALL = new Allowed(true, true, true);
    static final Allowed CHANGE = new Allowed(false, true, false);
    static final Allowed ALL_BUT_ADD = new Allowed(false, true, true);
    static final Allowed NOT_TO_CHANGE = new Allowed(true, false, true);
  }

  static ManagedTable of(String name, Key key, Column... columns) {
    return new ManagedTable(
        Identifiers.checked(name),
        key,
        key.text().replace("'~'", "' '"),
        List.of(columns),
        false,
        null,
        null,
        null,
        Allowed.ALL,
        Map.of(),
        Map.of(),
        Map.of());
  }

  ManagedTable audited(String sql) {
    return new ManagedTable(
        name, key, sql, columns, withParty, order, search, ended, allowed, states, onAdd, onSave);
  }

  ManagedTable party() {
    return new ManagedTable(
        name, key, auditKey, columns, true, order, search, ended, allowed, states, onAdd, onSave);
  }

  ManagedTable sortedBy(String column) {
    return new ManagedTable(
        name, key, auditKey, columns, withParty, column, search, ended, allowed, states, onAdd,
        onSave);
  }

  ManagedTable searchedBy(String sql) {
    return new ManagedTable(
        name, key, auditKey, columns, withParty, order, sql, ended, allowed, states, onAdd, onSave);
  }

  ManagedTable allowing(Allowed what) {
    return new ManagedTable(
        name, key, auditKey, columns, withParty, order, search, ended, what, states, onAdd, onSave);
  }

  ManagedTable adding(String column, String sql) {
    return new ManagedTable(
        name,
        key,
        auditKey,
        columns,
        withParty,
        order,
        search,
        ended,
        allowed,
        states,
        plus(onAdd, column, sql),
        onSave);
  }

  ManagedTable saving(String column, String sql) {
    return new ManagedTable(
        name,
        key,
        auditKey,
        columns,
        withParty,
        order,
        search,
        ended,
        allowed,
        states,
        onAdd,
        plus(onSave, column, sql));
  }

  ManagedTable state(String word, String sql) {
    return new ManagedTable(
        name,
        key,
        auditKey,
        columns,
        withParty,
        order,
        search,
        ended,
        allowed,
        plus(states, word, sql),
        onAdd,
        onSave);
  }

  /** Rows have a range of dates, and end when it does. */
  ManagedTable endingWith(String range) {
    return new ManagedTable(
            name, key, auditKey, columns, withParty, order, search, range, allowed, states, onAdd,
            onSave)
        .state("current", "t.%s @> CAST(:_today AS date)".formatted(range))
        .state("coming", "lower(t.%s) > CAST(:_today AS date)".formatted(range))
        .state("ended", "upper(t.%s) <= CAST(:_today AS date)".formatted(range));
  }

  private static Map<String, String> plus(Map<String, String> some, String name, String sql) {
    Map<String, String> more = new LinkedHashMap<>(some);
    more.put(Identifiers.checked(name), sql);
    return more;
  }

  String from() {
    return name + " t" + (withParty ? " JOIN party p ON p.id = t.party_id" : "");
  }

  Optional<Column> find(String column) {
    return columns.stream().filter(it -> it.name().equals(column)).findFirst();
  }

  List<Field> fields() {
    return columns.stream().flatMap(column -> column.fields().stream()).toList();
  }

  /** What can be typed, of a new row or of one that is there. */
  List<Column> typed(boolean adding) {
    return columns.stream()
        .filter(
            column ->
                column.edited() == Column.Edited.ALWAYS
                    || adding && column.edited() == Column.Edited.WHEN_ADDED)
        .toList();
  }

  Stream<Column> listed() {
    return columns.stream().filter(column -> column.uses().listed());
  }

  /** Names of the columns that rows can be sorted by. */
  List<String> sorts() {
    return columns.stream().filter(it -> it.uses().sorted()).map(Column::name).toList();
  }

  List<Column> filters() {
    return columns.stream().filter(column -> column.uses().filtered()).toList();
  }
}
