package org.greensward.layer.admin;

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
public record AdminTable(
    String name,
    RowKey key,
    String auditKey,
    List<AdminColumn> columns,
    boolean withParty,
    String order,
    String search,
    String ended,
    Allowed allowed,
    Map<String, String> states,
    Map<String, String> onAdd,
    Map<String, String> onSave) {

  /** What may be done; statuses have pages of their own for it. */
  public record Allowed(boolean add, boolean change, boolean end) {
    static final Allowed ALL = new Allowed(true, true, true);
    public static final Allowed CHANGE = new Allowed(false, true, false);
    public static final Allowed ALL_BUT_ADD = new Allowed(false, true, true);
    public static final Allowed NOT_TO_CHANGE = new Allowed(true, false, true);
  }

  public static AdminTable of(String name, RowKey key, AdminColumn... columns) {
    return new AdminTable(
        SqlIdentifiers.checked(name),
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

  public AdminTable audited(String sql) {
    return new AdminTable(
        name, key, sql, columns, withParty, order, search, ended, allowed, states, onAdd, onSave);
  }

  public AdminTable party() {
    return new AdminTable(
        name, key, auditKey, columns, true, order, search, ended, allowed, states, onAdd, onSave);
  }

  public AdminTable sortedBy(String column) {
    return new AdminTable(
        name, key, auditKey, columns, withParty, column, search, ended, allowed, states, onAdd,
        onSave);
  }

  public AdminTable searchedBy(String sql) {
    return new AdminTable(
        name, key, auditKey, columns, withParty, order, sql, ended, allowed, states, onAdd, onSave);
  }

  public AdminTable allowing(Allowed what) {
    return new AdminTable(
        name, key, auditKey, columns, withParty, order, search, ended, what, states, onAdd, onSave);
  }

  public AdminTable adding(String column, String sql) {
    return new AdminTable(
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

  public AdminTable saving(String column, String sql) {
    return new AdminTable(
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

  public AdminTable state(String word, String sql) {
    return new AdminTable(
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
  public AdminTable endingWith(String range) {
    return new AdminTable(
            name, key, auditKey, columns, withParty, order, search, range, allowed, states, onAdd,
            onSave)
        .state("current", "t.%s @> CAST(:_today AS date)".formatted(range))
        .state("coming", "lower(t.%s) > CAST(:_today AS date)".formatted(range))
        .state("ended", "upper(t.%s) <= CAST(:_today AS date)".formatted(range));
  }

  private static Map<String, String> plus(Map<String, String> some, String name, String sql) {
    Map<String, String> more = new LinkedHashMap<>(some);
    more.put(SqlIdentifiers.checked(name), sql);
    return more;
  }

  public String from() {
    return name + " t" + (withParty ? " JOIN party p ON p.id = t.party_id" : "");
  }

  public Optional<AdminColumn> find(String column) {
    return columns.stream().filter(it -> it.name().equals(column)).findFirst();
  }

  public List<AdminField> fields() {
    return columns.stream().flatMap(column -> column.fields().stream()).toList();
  }

  /** What can be typed, of a new row or of one that is there. */
  public List<AdminColumn> typed(boolean adding) {
    return columns.stream()
        .filter(
            column ->
                column.edited() == AdminColumn.Edited.ALWAYS
                    || adding && column.edited() == AdminColumn.Edited.WHEN_ADDED)
        .toList();
  }

  public Stream<AdminColumn> listed() {
    return columns.stream().filter(column -> column.uses().listed());
  }

  /** Names of the columns that rows can be sorted by. */
  public List<String> sorts() {
    return columns.stream().filter(it -> it.uses().sorted()).map(AdminColumn::name).toList();
  }

  public List<AdminColumn> filters() {
    return columns.stream().filter(column -> column.uses().filtered()).toList();
  }
}
