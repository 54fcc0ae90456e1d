package org.greensward.layer.admin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table as officers manage it. Domains declare theirs with {@link #of} as beans, whose
 * {@code @Order} is their place in lists.
 *
 * @param auditKey SQL of what the audit trail calls a row, over {@code t}
 * @param parent the row of another table that belongs to each row; null without one
 * @param order name of the column that rows are sorted by; null: by key
 * @param search SQL that is true of rows found, with {@code :_whole} and {@code :_query}; null:
 *     each word is looked for in the columns that are searched
 * @param ended the range whose end is set when a row ends; null: the row is removed
 * @param states conditions that rows can be chosen by, by their word
 * @param onAdd further columns of a new row and their SQL
 * @param onSave further columns of a new and a changed row, and their SQL
 * @param links where a row leads to
 * @param constraints what the database's refusals mean whose constraint's name does not tell, by
 *     that name
 */
public record AdminTable(
    String name,
    RowKey key,
    String auditKey,
    List<AdminColumn> columns,
    Parent parent,
    String order,
    String search,
    String ended,
    Allowed allowed,
    Map<String, String> states,
    Map<String, String> onAdd,
    Map<String, String> onSave,
    List<Link> links,
    Map<String, Refusal> constraints) {

  /** What may be done; statuses have pages of their own for it. */
  public record Allowed(boolean add, boolean change, boolean end) {
    static final Allowed ALL = new Allowed(true, true, true);
    public static final Allowed CHANGE = new Allowed(false, true, false);
    public static final Allowed ALL_BUT_ADD = new Allowed(false, true, true);
    public static final Allowed NOT_TO_CHANGE = new Allowed(true, false, true);
  }

  /**
   * A row of another table that belongs to each row, and whose columns are shown as the row's own;
   * its alias is {@code p}.
   *
   * @param column the row's column that has the id of it
   * @param insert SQL that adds one from the values of the fields and returns its id, which {@code
   *     onAdd} knows as {@code :_parent}
   */
  public record Parent(String table, String column, String insert) {
    public Parent {
      SqlIdentifiers.checked(table);
      SqlIdentifiers.checked(column);
    }
  }

  /**
   * A page that a row leads to.
   *
   * @param text a text of the bundle
   * @param address with {@code {key}}, or names of fields, in braces
   */
  public record Link(String text, String address) {}

  /**
   * What a refusal of the database means.
   *
   * @param field where it is told
   * @param sentence which one, of the texts {@code manage.refused.*}
   */
  public record Refusal(String field, String sentence) {}

  /** Begins the declaration of a table. */
  public static Builder of(String name, RowKey key, AdminColumn... columns) {
    return new Builder(SqlIdentifiers.checked(name), key, List.of(columns));
  }

  public String from() {
    return name
        + " t"
        + (parent == null
            ? ""
            : " JOIN %s p ON p.id = t.%s".formatted(parent.table, parent.column));
  }

  /** Whether the audit trail calls rows by their keys, and not by something else. */
  public boolean isAuditedByKey() {
    return auditKey.equals(auditKey(key));
  }

  private static String auditKey(RowKey key) {
    return key.text().replace("'~'", "' '");
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

  /** Declares a table. All may be done with its rows unless {@link #allowing} says otherwise. */
  public static final class Builder {
    private final String name;
    private final RowKey key;
    private final List<AdminColumn> columns;
    private String auditKey;
    private Parent parent;
    private String order;
    private String search;
    private String ended;
    private Allowed allowed = Allowed.ALL;
    private final Map<String, String> states = new LinkedHashMap<>();
    private final Map<String, String> onAdd = new LinkedHashMap<>();
    private final Map<String, String> onSave = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Refusal> constraints = new LinkedHashMap<>();

    private Builder(String name, RowKey key, List<AdminColumn> columns) {
      this.name = name;
      this.key = key;
      this.columns = columns;
      this.auditKey = auditKey(key);
    }

    public Builder audited(String sql) {
      auditKey = sql;
      return this;
    }

    public Builder parent(Parent owner) {
      parent = owner;
      return this;
    }

    public Builder sortedBy(String column) {
      order = column;
      return this;
    }

    public Builder searchedBy(String sql) {
      search = sql;
      return this;
    }

    public Builder allowing(Allowed what) {
      allowed = what;
      return this;
    }

    public Builder adding(String column, String sql) {
      onAdd.put(SqlIdentifiers.checked(column), sql);
      return this;
    }

    public Builder saving(String column, String sql) {
      onSave.put(SqlIdentifiers.checked(column), sql);
      return this;
    }

    public Builder state(String word, String sql) {
      states.put(SqlIdentifiers.checked(word), sql);
      return this;
    }

    /** Rows have a range of dates, and end when it does. */
    public Builder endingWith(String range) {
      ended = range;
      return state("current", "t.%s @> CAST(:_today AS date)".formatted(range))
          .state("coming", "lower(t.%s) > CAST(:_today AS date)".formatted(range))
          .state("ended", "upper(t.%s) <= CAST(:_today AS date)".formatted(range));
    }

    public Builder link(String text, String address) {
      links.add(new Link(text, address));
      return this;
    }

    public Builder constraint(String constraint, String field, String sentence) {
      constraints.put(constraint, new Refusal(field, sentence));
      return this;
    }

    public AdminTable build() {
      return new AdminTable(
          name,
          key,
          auditKey,
          columns,
          parent,
          order,
          search,
          ended,
          allowed,
          Collections.unmodifiableMap(states),
          Collections.unmodifiableMap(onAdd),
          Collections.unmodifiableMap(onSave),
          List.copyOf(links),
          Collections.unmodifiableMap(constraints));
    }
  }
}
