package org.greensward.context;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.greensward.error.UserException;
import org.greensward.layer.importing.ImportColumn;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportLayer;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.MergeCounts;
import org.greensward.layer.importing.ReportFormat;
import org.greensward.layer.importing.TargetTable;

/**
 * The quiet ground under everything, from the layers of a background file. Its features have no
 * reference, so a new file replaces the old one as a whole.
 */
public final class ContextImportLayer implements ImportLayer {
  /** What a feature's theme and zoom depend on, as one text to join on. */
  private static final String KEY =
      "format('%s|%s|%s|%s', i.source_layer, i.theme, i.class, ST_Dimension(i.geom) = 2)";

  @Override
  public String name() {
    return "context";
  }

  @Override
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.optional("name", "name1", "roadname1", "distname", "text"),
        ImportColumn.optional("class", "kind", "type", "classification"),
        ImportColumn.optional("theme"));
  }

  @Override
  public boolean needsGeometry() {
    return true;
  }

  @Override
  public boolean takesSeveralLayers() {
    return true;
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    writeThemes(run);
    run.step("Replacing");
    long ended = keepPrevious(run);
    long added =
        run.jdbc()
            .sql(
                """
                INSERT INTO context (theme, class, name, min_zoom, geom, edition_id)
                SELECT k.theme, i.class, i.name, k.min_zoom, ST_Force2D(i.geom), :edition
                FROM incoming i
                JOIN context_kind k ON k.key = %s
                WHERE NOT ST_IsEmpty(i.geom)
                ORDER BY i.row_number\
                """
                    .formatted(KEY))
            .param("edition", run.edition())
            .update();
    run.report().counts("context", new MergeCounts(added, 0, ended, 0));
    long shapeless =
        run.jdbc()
            .sql("SELECT count(*) FROM incoming WHERE ST_IsEmpty(geom) IS NOT FALSE")
            .query(Long.class)
            .single();
    if (shapeless > 0) {
      run.report()
          .remark(
              "%s without geometry %s left out."
                  .formatted(
                      ReportFormat.count(shapeless, "feature"), shapeless == 1 ? "is" : "are"));
    }
  }

  /** Gives each combination of layer, theme and class its theme and lowest zoom. */
  private static void writeThemes(ImportRun run) {
    TargetTable kinds =
        new TargetTable("context_kind")
            .column("key", "text")
            .column("theme", "text")
            .column("min_zoom", "smallint");
    Map<String, Long> themes = new TreeMap<>();
    Map<String, Long> leftOut = new TreeMap<>();
    run.jdbc()
        .sql(
            """
            SELECT source_layer, theme, class, ST_Dimension(geom) = 2 AS area, %s AS key,
                   count(*) AS rows
            FROM incoming i WHERE NOT ST_IsEmpty(geom) GROUP BY 1, 2, 3, 4, 5\
            """
                .formatted(KEY))
        .query(
            row -> {
              String layer = row.getString("source_layer");
              String said = row.getString("theme");
              String kind = row.getString("class");
              boolean area = row.getBoolean("area");
              Optional<String> theme = ContextThemes.find(layer, said);
              if (theme.isPresent()) {
                int zoom = ContextThemes.minZoom(theme.get(), kind, area);
                kinds.add(row.getString("key"), theme.get(), zoom);
                themes.merge(theme.get(), row.getLong("rows"), Long::sum);
              } else {
                leftOut.merge(said == null ? layer : said, row.getLong("rows"), Long::sum);
              }
            });
    if (themes.isEmpty()) {
      throw new UserException(
          "%s has nothing to draw in the background: its layers are %s; give them a column theme with one of %s."
              .formatted(
                  run.fileName(),
                  String.join(", ", leftOut.keySet()),
                  String.join(", ", ContextThemes.THEMES)));
    }
    kinds.write(run.template());
    themes.forEach((theme, rows) -> run.report().remark("%s: %,d".formatted(theme, rows)));
    leftOut.forEach(
        (layer, rows) ->
            run.report()
                .fault(
                    ImportFault.of(
                        ImportFaultKind.LEFT_OUT,
                        layer,
                        "layer %s, %s".formatted(layer, ReportFormat.count(rows, "feature")))));
  }

  /** Keeps the one edition before this and no more, since a background can be large. */
  private static long keepPrevious(ImportRun run) {
    run.template().update("DELETE FROM context_history");
    run.jdbc()
        .sql("INSERT INTO context_history SELECT c.*, :edition FROM context c")
        .param("edition", run.edition())
        .update();
    return run.template().update("DELETE FROM context");
  }
}
