package org.greensward.layer.importing;

import java.util.ArrayList;
import java.util.List;
import org.greensward.error.UserException;

/**
 * Rows of a national file: too many to hold in the program, so they are checked in a temporary
 * table, which says of each row what is wrong with it or why it is left out.
 *
 * @param table the temporary table, with the columns {@code row_number}, {@code fault} and {@code
 *     left_out}, texts that are null where there is none
 */
public record StagedTableValidator(ImportRun run, String table) {
  private static final int MOST_LISTED = 100;

  /** A text as a number, null where it is none; so that SQL can say which. */
  static String number(String column) {
    return "CASE WHEN %1$s ~ '^-?[0-9]+(\\.[0-9]+)?$' THEN %1$s::float8 END".formatted(column);
  }

  /** Notes in each row but the first of the same key that it is there twice. */
  public void faultDuplicates(String key, String noun) {
    run.template().execute("ANALYZE " + table);
    run.jdbc()
        .sql(
            """
            UPDATE %1$s t SET fault = format('%3$s %%s is in row %%s too', t.%2$s, d.first)
            FROM (SELECT %2$s AS key, min(row_number) AS first FROM %1$s
                  WHERE fault IS NULL AND left_out IS NULL GROUP BY 1 HAVING count(*) > 1) d
            WHERE t.%2$s = d.key AND t.row_number <> d.first
              AND t.fault IS NULL AND t.left_out IS NULL\
            """
                .formatted(table, key, noun))
        .update();
  }

  /**
   * @throws UserException with the first faults, when there are any
   */
  public void refuseFaults() {
    long faults =
        run.jdbc()
            .sql("SELECT count(*) FROM %s WHERE fault IS NOT NULL".formatted(table))
            .query(Long.class)
            .single();
    if (faults == 0) {
      return;
    }
    List<String> lines =
        new ArrayList<>(
            run.jdbc()
                .sql(
                    "SELECT format('row %%s: %%s', row_number, fault) FROM %s WHERE fault IS NOT NULL ORDER BY row_number LIMIT %d"
                        .formatted(table, MOST_LISTED))
                .query(String.class)
                .list());
    if (faults > MOST_LISTED) {
      lines.add("and %s more".formatted(ReportFormat.count(faults - MOST_LISTED, "row")));
    }
    throw new UserException(
        "%s has %s that cannot be taken, and nothing of it was imported; put %s right and import it again."
            .formatted(
                run.fileName(), ReportFormat.count(faults, "row"), faults == 1 ? "it" : "them"),
        lines);
  }

  /**
   * Reports how many rows are left out and why, and takes them out of the table.
   *
   * @throws UserException when nothing is left
   */
  public void leaveOut() {
    List<String> reasons = new ArrayList<>();
    run.jdbc()
        .sql(
            """
            SELECT left_out, count(*) FROM %s WHERE left_out IS NOT NULL GROUP BY 1
            ORDER BY 2 DESC, 1\
            """
                .formatted(table))
        .query(
            row -> {
              reasons.add("%s: %,d".formatted(row.getString(1), row.getLong(2)));
            });
    run.template().update("DELETE FROM " + table + " WHERE left_out IS NOT NULL");
    run.template().execute("ANALYZE " + table);
    boolean any =
        run.jdbc()
            .sql("SELECT EXISTS (SELECT FROM %s)".formatted(table))
            .query(Boolean.class)
            .single();
    if (!any) {
      throw new UserException(
          "%s has no row that can be taken (%s), and nothing was changed; check that it is the right file."
              .formatted(run.fileName(), String.join("; ", reasons)));
    }
    reasons.forEach(reason -> run.report().remark("Left out, " + reason + "."));
  }
}
