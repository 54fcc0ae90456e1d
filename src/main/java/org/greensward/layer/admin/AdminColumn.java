package org.greensward.layer.admin;

import java.util.List;

/**
 * A column as officers see it.
 *
 * @param name the database's, or a name of its own where {@code sql} says what is read
 * @param sql what is read, over the alias {@code t}, or {@code p} of the row's party
 * @param edited when it may be typed
 * @param also SQL of a further assignment that goes with this one, or null
 * @param choices the words of a choice
 * @param reference whom a reference or links refer to
 * @param link for links, the table between
 */
public record AdminColumn(
    String name,
    ColumnKind kind,
    String sql,
    Edited edited,
    Uses uses,
    String also,
    List<String> choices,
    ColumnReference reference,
    Link link) {

  enum Edited {
    ALWAYS,
    WHEN_ADDED,
    NEVER
  }

  /** What else a column is for. */
  public record Uses(
      boolean required, boolean listed, boolean sorted, boolean searched, boolean filtered) {}

  /** A table with two columns: the row's own id, and the other's. */
  public record Link(String table, String own, String other) {}

  public static AdminColumn of(String name, ColumnKind kind) {
    return new AdminColumn(
        SqlIdentifiers.checked(name),
        kind,
        "t." + name,
        Edited.ALWAYS,
        new Uses(false, false, false, false, false),
        null,
        List.of(),
        null,
        null);
  }

  public static AdminColumn text(String name) {
    return of(name, ColumnKind.TEXT);
  }

  public static AdminColumn choice(String name, String... words) {
    AdminColumn it = of(name, ColumnKind.CHOICE);
    return new AdminColumn(
        name, it.kind, it.sql, it.edited, it.uses, null, List.of(words), null, null);
  }

  public static AdminColumn reference(String name, ColumnReference to) {
    AdminColumn it = of(name, ColumnKind.REFERENCE);
    return new AdminColumn(name, it.kind, it.sql, it.edited, it.uses, null, List.of(), to, null);
  }

  public static AdminColumn links(
      String name, ColumnReference to, String table, String own, String other) {
    Link link =
        new Link(
            SqlIdentifiers.checked(table),
            SqlIdentifiers.checked(own),
            SqlIdentifiers.checked(other));
    return new AdminColumn(
        SqlIdentifiers.checked(name),
        ColumnKind.LINKS,
        null,
        Edited.ALWAYS,
        new Uses(false, false, false, false, false),
        null,
        List.of(),
        to,
        link);
  }

  /** What is read is another thing than the column; it can't be typed. */
  public AdminColumn reads(String sql) {
    return new AdminColumn(name, kind, sql, Edited.NEVER, uses, also, choices, reference, link);
  }

  /** It stands with the party of the row. */
  public AdminColumn ofParty() {
    return new AdminColumn(name, kind, "p." + name, edited, uses, also, choices, reference, link);
  }

  public boolean isOfParty() {
    return sql != null && sql.startsWith("p.");
  }

  public AdminColumn whenAdded() {
    return with(Edited.WHEN_ADDED);
  }

  public AdminColumn fixed() {
    return with(Edited.NEVER);
  }

  private AdminColumn with(Edited when) {
    return new AdminColumn(name, kind, sql, when, uses, also, choices, reference, link);
  }

  public AdminColumn also(String assignment) {
    return new AdminColumn(name, kind, sql, edited, uses, assignment, choices, reference, link);
  }

  private AdminColumn with(Uses other) {
    return new AdminColumn(name, kind, sql, edited, other, also, choices, reference, link);
  }

  public AdminColumn required() {
    return with(new Uses(true, uses.listed, uses.sorted, uses.searched, uses.filtered));
  }

  public AdminColumn listed() {
    return with(new Uses(uses.required, true, uses.sorted, uses.searched, uses.filtered));
  }

  public AdminColumn sorted() {
    return with(new Uses(uses.required, true, true, uses.searched, uses.filtered));
  }

  public AdminColumn searched() {
    return with(new Uses(uses.required, uses.listed, uses.sorted, true, uses.filtered));
  }

  public AdminColumn filtered() {
    return with(new Uses(uses.required, uses.listed, uses.sorted, uses.searched, true));
  }

  /** Its inputs, in order. */
  public List<AdminField> fields() {
    return switch (kind) {
      case RANGE ->
          List.of(
              field("_from", "CAST(lower(%s) AS text)"),
              field("_until", "CAST(upper(%s) AS text)"));
      case POINT ->
          List.of(
              field("_easting", "CAST(trim_scale(round(ST_X(%s)::numeric, 2)) AS text)"),
              field("_northing", "CAST(trim_scale(round(ST_Y(%s)::numeric, 2)) AS text)"));
      case NUMBER, WHOLE -> List.of(field("", "CAST(trim_scale(CAST(%s AS numeric)) AS text)"));
      case LIST -> List.of(field("", "array_to_string(%s, chr(10))"));
      case RELEASE ->
          List.of(
              field(
                  "",
                  "CASE WHEN isfinite(%1$s)"
                      + " THEN CAST(CAST(%1$s AT TIME ZONE 'Europe/London' AS date) AS text) END"));
      case LINKS ->
          List.of(
              new AdminField(
                  this,
                  name,
                  "coalesce((SELECT string_agg(CAST(x.%1$s AS text), ',' ORDER BY x.%1$s) FROM %2$s x WHERE x.%3$s = t.id), '')"
                      .formatted(link.other, link.table, link.own)));
      default -> List.of(field("", "CAST(%s AS text)"));
    };
  }

  private AdminField field(String end, String read) {
    return new AdminField(this, name + end, "coalesce(" + read.formatted(sql) + ", '')");
  }

  /** SQL of the value that the parameters of its fields make; none for links. */
  public String written() {
    return switch (kind) {
      case TEXT, LONG_TEXT, CHOICE -> typed("", "text");
      case NUMBER -> typed("", "numeric");
      case WHOLE -> typed("", "bigint");
      case DATE -> typed("", "date");
      case FLAG -> typed("", "boolean");
      case REFERENCE -> typed("", reference.type());
      case LIST -> "coalesce(string_to_array(%s, chr(10)), '{}')".formatted(typed("", "text"));
      case RANGE -> "daterange(%s, %s)".formatted(typed("_from", "date"), typed("_until", "date"));
      case POINT ->
          "ST_SetSRID(ST_MakePoint(%s, %s), 27700)"
              .formatted(typed("_easting", "float8"), typed("_northing", "float8"));
      case RELEASE -> "(%s AT TIME ZONE 'Europe/London')".formatted(typed("", "timestamp"));
      case LINKS -> throw new IllegalStateException(name + " is no column");
    };
  }

  private String typed(String end, String type) {
    return "CAST(nullif(CAST(:%s AS text), '') AS %s)".formatted(name + end, type);
  }

  /** SQL to sort by; never null. */
  public String order() {
    return switch (kind) {
      case NUMBER, WHOLE -> "coalesce(CAST(%s AS numeric), '-Infinity')".formatted(sql);
      case DATE -> "coalesce(%s, '-infinity')".formatted(sql);
      case RELEASE -> "coalesce(%s, 'infinity')".formatted(sql);
      case RANGE -> "coalesce(lower(%s), '-infinity')".formatted(sql);
      case FLAG -> sql;
      case REFERENCE -> "coalesce(%s, '')".formatted(reference.labelOf(sql));
      default -> "coalesce(lower(%s), '')".formatted(sql);
    };
  }

  /** The type of {@link #order}. */
  public String orderType() {
    return switch (kind) {
      case NUMBER, WHOLE -> "numeric";
      case DATE, RANGE -> "date";
      case RELEASE -> "timestamptz";
      case FLAG -> "boolean";
      default -> "text";
    };
  }
}
