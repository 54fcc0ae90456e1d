package org.greensward.layer.importing;

import java.sql.ResultSetMetaData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One import under way, inside its transaction: what a layer needs to do its part.
 *
 * @param request what was asked for
 * @param edition the edition that this import makes
 * @param columns which of our columns the file has
 * @param template for statements in batches; within the transaction
 * @param jdbc for all others; within the transaction
 * @param report where faults and counts go
 * @param progress who hears how far it is
 */
public record ImportRun(
    ImportRequest request,
    long edition,
    ColumnMap columns,
    JdbcTemplate template,
    JdbcClient jdbc,
    ImportReport.Builder report,
    ProgressListener progress) {

  /** The staging table as the reader fills it. */
  public static final String STAGED = "staged";

  /**
   * The staging table with our column names: {@code row_number}, {@code source_layer}, text without
   * blanks around it or null, {@code geom}.
   */
  public static final String INCOMING = "incoming";

  public String fileName() {
    return request.fileName();
  }

  /** All rows of a register file, to be checked in the program. */
  public List<ImportRow> rows(RowFaults faults) {
    return jdbc.sql("SELECT * FROM " + INCOMING + " ORDER BY row_number")
        .query(
            (result, i) -> {
              Map<String, String> values = new HashMap<>();
              ResultSetMetaData meta = result.getMetaData();
              for (int c = 1; c <= meta.getColumnCount(); c++) {
                if (!meta.getColumnName(c).equals("geom")) {
                  values.put(meta.getColumnName(c), result.getString(c));
                }
              }
              return new ImportRow(result.getLong("row_number"), values, faults);
            })
        .list();
  }

  /** A merge into a table that notes no editions. */
  public TableMerge merge(String table, String next, String matches, List<String> columns) {
    return new TableMerge(jdbc, edition, table, next, matches, columns, "true", false);
  }

  /** A merge into a table whose rows note the edition that brought them. */
  public TableMerge editionMerge(
      String table, String next, String matches, List<String> columns, String scope) {
    return new TableMerge(jdbc, edition, table, next, matches, columns, scope, true);
  }

  public void step(String what) {
    progress.at(what, 0, -1);
  }
}
