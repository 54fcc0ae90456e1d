package org.greensward.layer.importing;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings one table of the store to what a temporary table says, set by set: rows that are not there
 * any more go to the history, rows that differ are kept in the history and changed, new rows are
 * added. A row that is the same is not touched, so that its id, its pieces and the revisions of
 * what shows it stay as they are.
 *
 * @param table the table, called {@code t} in conditions
 * @param next the temporary table, called {@code n}; it has the columns of {@code columns}
 * @param matches when a row of both is the same thing, such as {@code t.code = n.code}
 * @param columns what is compared and written, the key included
 * @param scope which rows of the table this is about, such as {@code upper_inf(t.valid)}
 * @param editioned whether the table notes the edition of each row
 */
public record TableMerge(
    JdbcClient jdbc,
    long edition,
    String table,
    String next,
    String matches,
    List<String> columns,
    String scope,
    boolean editioned) {

  /** Does all three steps, in the order in which they don't stand in each other's way. */
  public MergeCounts all() {
    long ended = end();
    long changed = change();
    long added = add();
    return counts(added, changed, ended);
  }

  /** Changes and adds, and leaves what is not in the file. */
  public MergeCounts keepingTheRest() {
    long changed = change();
    long added = add();
    return counts(added, changed, 0);
  }

  public MergeCounts counts(long added, long changed, long ended) {
    long total = jdbc.sql("SELECT count(*) FROM " + next).query(Long.class).single();
    return new MergeCounts(added, changed, ended, total - added - changed);
  }

  /** Moves rows that are no longer there to the history. */
  public long end() {
    String gone =
        " WHERE (%s) AND NOT EXISTS (SELECT FROM %s n WHERE %s)".formatted(scope, next, matches);
    if (keep("", gone) == 0) {
      return 0;
    }
    return jdbc.sql("DELETE FROM " + table + " t" + gone).update();
  }

  /** Changes rows that differ, and keeps them as they were. */
  public long change() {
    String differs =
        " WHERE (%s) AND (%s) AND (%s) IS DISTINCT FROM (%s)"
            .formatted(scope, matches, list("t."), list("n."));
    if (keep(", " + next + " n", differs) == 0) {
      return 0;
    }
    String assignments =
        columns.stream().map(column -> column + " = n." + column).collect(Collectors.joining(", "));
    String noting = editioned ? ", edition_id = " + edition : "";
    return jdbc.sql(
            "UPDATE %s t SET %s%s FROM %s n%s".formatted(table, assignments, noting, next, differs))
        .update();
  }

  /** Adds rows that were not there. */
  public long add() {
    // Sorting first ends the look for rows that are there before the first is written; else each
    // look would go through all rows written so far.
    return jdbc.sql(
            """
            INSERT INTO %s (%s%s)
            SELECT %s%s FROM %s n
            WHERE NOT EXISTS (SELECT FROM %s t WHERE (%s) AND (%s))
            ORDER BY n.%s"""
                .formatted(
                    table,
                    list(""),
                    editioned ? ", edition_id" : "",
                    list("n."),
                    editioned ? ", " + edition : "",
                    next,
                    table,
                    scope,
                    matches,
                    columns.get(0)))
        .update();
  }

  /** Adds all rows, where the table has none that might be there already. */
  public long addAll() {
    return jdbc.sql(
            "INSERT INTO %s (%s%s) SELECT %s%s FROM %s n"
                .formatted(
                    table,
                    list(""),
                    editioned ? ", edition_id" : "",
                    list("n."),
                    editioned ? ", " + edition : "",
                    next))
        .update();
  }

  private long keep(String from, String condition) {
    String all =
        jdbc.sql(
                "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute"
                    + " WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT"
                    + " attisdropped")
            .param("table", table)
            .query(String.class)
            .single();
    String ofTable = "t." + all.replace(", ", ", t.");
    return jdbc.sql(
            "INSERT INTO %s_history (%s, replaced_by) SELECT %s, %d FROM %s t%s%s"
                .formatted(table, all, ofTable, edition, table, from, condition))
        .update();
  }

  private String list(String prefix) {
    return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
  }
}
