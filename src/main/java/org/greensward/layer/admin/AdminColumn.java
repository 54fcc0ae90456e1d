package org.greensward.layer.admin;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.greensward.layer.Basis;

/**
 * A column as officers see it.
 *
 * @param name the database's, or a name of its own where {@code sql} says what is read
 * @param sql what is read, over the alias {@code t}, or {@code p} of the row's parent
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

  enum Use {
    REQUIRED,
    LISTED,
    SORTED,
    SEARCHED,
    FILTERED,
    COMPACT
  }

  /** What else a column is for. */
  public record Uses(Set<Use> all) {
    private Uses and(Use... more) {
      Set<Use> some = EnumSet.noneOf(Use.class);
      some.addAll(all);
      some.addAll(List.of(more));
      return new Uses(Collections.unmodifiableSet(some));
    }

    public boolean required() {
      return all.contains(Use.REQUIRED);
    }

    public boolean listed() {
      return all.contains(Use.LISTED);
    }

    public boolean sorted() {
      return all.contains(Use.SORTED);
    }

    public boolean searched() {
      return all.contains(Use.SEARCHED);
    }

    public boolean filtered() {
      return all.contains(Use.FILTERED);
    }

    /** Whether it is kept in capitals and without spaces, however it is typed. */
    public boolean compact() {
      return all.contains(Use.COMPACT);
    }
  }

  /** A table with two columns: the row's own id, and the other's. */
  public record Link(String table, String own, String other) {
    public Link {
      SqlIdentifiers.checked(table);
      SqlIdentifiers.checked(own);
      SqlIdentifiers.checked(other);
    }
  }

  public static AdminColumn of(String name, ColumnKind kind) {
    return new AdminColumn(
        SqlIdentifiers.checked(name),
        kind,
        "t." + name,
        Edited.ALWAYS,
        new Uses(Set.of()),
        null,
        List.of(),
        null,
        null);
  }

  public static AdminColumn text(String name) {
    return of(name, ColumnKind.TEXT);
  }

  public static AdminColumn choice(String name, String... words) {
    return of(name, ColumnKind.CHOICE).with(it -> it.choices = List.of(words));
  }

  public static AdminColumn reference(String name, ColumnReference to) {
    return of(name, ColumnKind.REFERENCE).with(it -> it.reference = to);
  }

  public static AdminColumn links(
      String name, ColumnReference to, String table, String own, String other) {
    return of(name, ColumnKind.LINKS)
        .with(
            it -> {
              it.sql = null;
              it.reference = to;
              it.link = new Link(table, own, other);
            });
  }

  /** How well founded a row is: documented or illustrative, unless other words are given. */
  public static AdminColumn basis(Basis... bases) {
    List<String> codes =
        bases.length == 0 ? Basis.ofFacts() : Arrays.stream(bases).map(Basis::code).toList();
    return choice("basis", codes.toArray(String[]::new)).required();
  }

  /** Where a row is from. */
  public static AdminColumn source() {
    return text("source");
  }

  public static AdminColumn note() {
    return of("note", ColumnKind.LONG_TEXT);
  }

  /** What is read is another thing than the column; it can't be typed. */
  public AdminColumn reads(String other) {
    return with(
        it -> {
          it.sql = other;
          it.edited = Edited.NEVER;
        });
  }

  /** It stands with the row's parent. */
  public AdminColumn ofParent() {
    return with(it -> it.sql = "p." + name);
  }

  public boolean isOfParent() {
    return sql != null && sql.startsWith("p.");
  }

  public AdminColumn whenAdded() {
    return with(it -> it.edited = Edited.WHEN_ADDED);
  }

  public AdminColumn fixed() {
    return with(it -> it.edited = Edited.NEVER);
  }

  public AdminColumn also(String assignment) {
    return with(it -> it.also = assignment);
  }

  public AdminColumn required() {
    return usedFor(Use.REQUIRED);
  }

  public AdminColumn listed() {
    return usedFor(Use.LISTED);
  }

  public AdminColumn sorted() {
    return usedFor(Use.LISTED, Use.SORTED);
  }

  public AdminColumn searched() {
    return usedFor(Use.SEARCHED);
  }

  public AdminColumn filtered() {
    return usedFor(Use.FILTERED);
  }

  public AdminColumn compact() {
    return usedFor(Use.COMPACT);
  }

  private AdminColumn usedFor(Use... more) {
    return with(it -> it.uses = uses.and(more));
  }

  private AdminColumn with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.column();
  }

  /** A column that is being changed. */
  private static final class Draft {
    private final String name;
    private final ColumnKind kind;
    private String sql;
    private Edited edited;
    private Uses uses;
    private String also;
    private List<String> choices;
    private ColumnReference reference;
    private Link link;

    Draft(AdminColumn from) {
      name = from.name;
      kind = from.kind;
      sql = from.sql;
      edited = from.edited;
      uses = from.uses;
      also = from.also;
      choices = from.choices;
      reference = from.reference;
      link = from.link;
    }

    AdminColumn column() {
      return new AdminColumn(name, kind, sql, edited, uses, also, choices, reference, link);
    }
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
