package org.greensward.manage.table;

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
record Column(
    String name,
    Kind kind,
    String sql,
    Edited edited,
    Uses uses,
    String also,
    List<String> choices,
    Reference reference,
    Link link) {

  enum Edited {
    ALWAYS,
    WHEN_ADDED,
    NEVER
  }

  /** What else a column is for. */
  record Uses(
      boolean required, boolean listed, boolean sorted, boolean searched, boolean filtered) {}

  /** A table with two columns: the row's own id, and the other's. */
  record Link(String table, String own, String other) {}

  static Column of(String name, Kind kind) {
    return new Column(
        Identifiers.checked(name),
        kind,
        "t." + name,
        Edited.ALWAYS,
        new Uses(false, false, false, false, false),
        null,
        List.of(),
        null,
        null);
  }

  static Column text(String name) {
    return of(name, Kind.TEXT);
  }

  static Column choice(String name, String... words) {
    Column it = of(name, Kind.CHOICE);
    return new Column(name, it.kind, it.sql, it.edited, it.uses, null, List.of(words), null, null);
  }

  static Column reference(String name, Reference to) {
    Column it = of(name, Kind.REFERENCE);
    return new Column(name, it.kind, it.sql, it.edited, it.uses, null, List.of(), to, null);
  }

  static Column links(String name, Reference to, String table, String own, String other) {
    Link link =
        new Link(Identifiers.checked(table), Identifiers.checked(own), Identifiers.checked(other));
    return new Column(
        Identifiers.checked(name),
        Kind.LINKS,
        null,
        Edited.ALWAYS,
        new Uses(false, false, false, false, false),
        null,
        List.of(),
        to,
        link);
  }

  /** What is read is another thing than the column; it can't be typed. */
  Column reads(String sql) {
    return new Column(name, kind, sql, Edited.NEVER, uses, also, choices, reference, link);
  }

  /** It stands with the party of the row. */
  Column ofParty() {
    return new Column(name, kind, "p." + name, edited, uses, also, choices, reference, link);
  }

  boolean isOfParty() {
    return sql != null && sql.startsWith("p.");
  }

  Column whenAdded() {
    return with(Edited.WHEN_ADDED);
  }

  Column fixed() {
    return with(Edited.NEVER);
  }

  private Column with(Edited when) {
    return new Column(name, kind, sql, when, uses, also, choices, reference, link);
  }

  Column also(String assignment) {
    return new Column(name, kind, sql, edited, uses, assignment, choices, reference, link);
  }

  private Column with(Uses other) {
    return new Column(name, kind, sql, edited, other, also, choices, reference, link);
  }

  Column required() {
    return with(new Uses(true, uses.listed, uses.sorted, uses.searched, uses.filtered));
  }

  Column listed() {
    return with(new Uses(uses.required, true, uses.sorted, uses.searched, uses.filtered));
  }

  Column sorted() {
    return with(new Uses(uses.required, true, true, uses.searched, uses.filtered));
  }

  Column searched() {
    return with(new Uses(uses.required, uses.listed, uses.sorted, true, uses.filtered));
  }

  Column filtered() {
    return with(new Uses(uses.required, uses.listed, uses.sorted, uses.searched, true));
  }

  /** Its inputs, in order. */
  List<Field> fields() {
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
              new Field(
                  this,
                  name,
                  "coalesce((SELECT string_agg(CAST(x.%1$s AS text), ',' ORDER BY x.%1$s) FROM %2$s x WHERE x.%3$s = t.id), '')"
                      .formatted(link.other, link.table, link.own)));
      default -> List.of(field("", "CAST(%s AS text)"));
    };
  }

  private Field field(String end, String read) {
    return new Field(this, name + end, "coalesce(" + read.formatted(sql) + ", '')");
  }

  /** SQL of the value that the parameters of its fields make; none for links. */
  String written() {
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
  String order() {
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
  String orderType() {
    return switch (kind) {
      case NUMBER, WHOLE -> "numeric";
      case DATE, RANGE -> "date";
      case RELEASE -> "timestamptz";
      case FLAG -> "boolean";
      default -> "text";
    };
  }
}
