package org.greensward.forum;

import java.util.List;
import org.greensward.council.CouncilNames;
import org.greensward.council.CouncilNames.Council;
import org.greensward.council.SlugAssigner;
import org.greensward.layer.importing.ImportColumn;
import org.greensward.layer.importing.ImportLayer;
import org.greensward.layer.importing.ImportRow;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.RowFaults;
import org.greensward.layer.importing.TableMerge;
import org.greensward.layer.importing.TargetTable;
import org.greensward.status.importing.StatusImportLayer;

/** Ward forums and the like, with the councils that belong to them. The file has all of them. */
public final class ForumImportLayer implements ImportLayer {
  private static final List<String> KINDS =
      List.of("ward forum", "local area forum", "parishes forum", "advisory group");

  @Override
  public String name() {
    return "forums";
  }

  @Override
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.required("name"),
        ImportColumn.required("kind"),
        ImportColumn.required("councils"),
        ImportColumn.optional("chair"),
        ImportColumn.optional("dormant"),
        ImportColumn.optional("basis"),
        ImportColumn.optional("source"),
        ImportColumn.optional("note"));
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    RowFaults faults = new RowFaults();
    CouncilNames councils = CouncilNames.read(run.jdbc());
    SlugAssigner slugs = new SlugAssigner();
    TargetTable members =
        new TargetTable("next_forum_council").column("slug", "text").column("council_id", "bigint");
    TargetTable forums =
        new TargetTable("next_forum")
            .column("slug", "text")
            .column("name", "text")
            .column("kind", "text")
            .column("chair", "text")
            .column("dormant", "boolean")
            .column("basis", "text")
            .column("source", "text")
            .column("note", "text");
    for (ImportRow row : run.rows(faults)) {
      String slug = slugs.require(row, "name", faults);
      forums.add(
          slug,
          row.text("name"),
          row.requiredOneOf("kind", KINDS),
          row.text("chair"),
          row.flag("dormant"),
          row.oneOf("basis", StatusImportLayer.BASES, "documented"),
          row.text("source"),
          row.text("note"));
      for (String name : row.list("councils", ";")) {
        if (name.equals("*")) {
          members.add(slug, null);
        } else {
          Council council = councils.require(row, "councils", name);
          members.add(slug, council == null ? null : council.id());
        }
      }
    }
    faults.refuseIfAny(run.fileName());
    forums.write(run.template());
    members.write(run.template());
    merge(run);
  }

  private static void merge(ImportRun run) {
    run.step("Merging");
    // A council_id of null in next_forum_council says: all of them.
    run.template()
        .execute(
            """
            CREATE TEMPORARY VIEW next_member AS
            SELECT DISTINCT f.id AS forum_id, c.id AS council_id
            FROM next_forum_council n JOIN forum f USING (slug)
            JOIN council c ON c.id = n.council_id OR n.council_id IS NULL\
            """);
    TableMerge forums =
        run.merge(
            "forum",
            "next_forum",
            "t.slug = n.slug",
            List.of("slug", "name", "kind", "chair", "dormant", "basis", "source", "note"));
    TableMerge members =
        run.merge(
            "forum_council",
            "next_member",
            "t.forum_id = n.forum_id AND t.council_id = n.council_id",
            List.of("forum_id", "council_id"));
    long left = members.end();
    run.report().counts("forums", forums.all());
    run.report().counts("councils of forums", members.counts(members.add(), 0, left));
  }
}
