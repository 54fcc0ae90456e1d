package org.greensward.exchange;

import java.util.List;
import org.greensward.exchange.CouncilNames.Council;

/** Ward forums and the like, with the councils that belong to them. The file has all of them. */
final class ForumLayer implements ImportLayer {
  private static final List<String> KINDS =
      List.of("ward forum", "local area forum", "parishes forum", "advisory group");

  @Override
  public String name() {
    return "forums";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("name"),
        Column.required("kind"),
        Column.required("councils"),
        Column.optional("chair"),
        Column.optional("dormant"),
        Column.optional("basis"),
        Column.optional("source"),
        Column.optional("note"));
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    RowFaults faults = new RowFaults();
    CouncilNames councils = CouncilNames.read(run.jdbc());
    Slugs slugs = new Slugs();
    NextTable members =
        new NextTable("next_forum_council").column("slug", "text").column("council_id", "bigint");
    NextTable forums =
        new NextTable("next_forum")
            .column("slug", "text")
            .column("name", "text")
            .column("kind", "text")
            .column("chair", "text")
            .column("dormant", "boolean")
            .column("basis", "text")
            .column("source", "text")
            .column("note", "text");
    for (Row row : run.rows(faults)) {
      String slug = slugs.require(row, "name", faults);
      forums.add(
          slug,
          row.text("name"),
          row.requiredOneOf("kind", KINDS),
          row.text("chair"),
          row.flag("dormant"),
          row.oneOf("basis", StatusLayer.BASES, "documented"),
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
            JOIN council c ON c.id = n.council_id OR n.council_id IS NULL""");
    Merge forums =
        run.merge(
            "forum",
            "next_forum",
            "t.slug = n.slug",
            List.of("slug", "name", "kind", "chair", "dormant", "basis", "source", "note"));
    Merge members =
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
