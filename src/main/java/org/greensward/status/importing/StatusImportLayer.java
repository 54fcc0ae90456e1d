package org.greensward.status.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.greensward.council.CouncilNames;
import org.greensward.council.CouncilNames.Council;
import org.greensward.error.UserException;
import org.greensward.layer.importing.ImportColumn;
import org.greensward.layer.importing.ImportLayer;
import org.greensward.layer.importing.ImportRow;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.RowFaults;
import org.greensward.layer.importing.TableMerge;
import org.greensward.layer.importing.TargetTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register of where each council stands on a service. The file is the whole register: a status
 * that it leaves out ends, and is kept in the history.
 */
public final class StatusImportLayer implements ImportLayer {
  private static final List<String> STATUSES = List.of("devolved", "interested", "none", "unknown");
  private static final List<String> ARRANGEMENTS =
      List.of("grant-funded", "agency", "top-up", "asset transfer");
  public static final List<String> BASES = List.of("documented", "illustrative");

  @Override
  public String name() {
    return "statuses";
  }

  @Override
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.required("council"),
        ImportColumn.optional("service"),
        ImportColumn.required("status"),
        ImportColumn.required("from"),
        ImportColumn.optional("to"),
        ImportColumn.optional("arrangement"),
        ImportColumn.optional("basis"),
        ImportColumn.optional("source"),
        ImportColumn.optional("note"));
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    RowFaults faults = new RowFaults();
    CouncilNames councils = CouncilNames.read(run.jdbc());
    Map<String, Long> services = services(run.jdbc());
    TargetTable next =
        new TargetTable("next_status")
            .column("council_id", "bigint")
            .column("service_id", "bigint")
            .column("status", "text")
            .column("valid", "daterange")
            .column("arrangement", "text")
            .column("basis", "text")
            .column("source", "text")
            .column("note", "text");
    Map<String, List<Claim>> claims = new TreeMap<>();
    for (ImportRow row : run.rows(faults)) {
      Council council = councils.require(row, "council");
      String serviceName = row.text("service", "landscaping");
      Long service = services.get(serviceName.toLowerCase(Locale.ROOT));
      if (service == null) {
        row.fault(
            "service %s is not known; it is one of %s"
                .formatted(serviceName, String.join(", ", services.keySet())));
      }
      String status = row.requiredOneOf("status", STATUSES);
      String valid = row.required("from") == null ? null : row.range("from", "to");
      next.add(
          council == null ? null : council.id(),
          service,
          status,
          valid,
          row.oneOf("arrangement", ARRANGEMENTS),
          row.oneOf("basis", BASES, "documented"),
          row.text("source"),
          row.text("note"));
      if (council != null && service != null && valid != null) {
        claims
            .computeIfAbsent(council.name() + " on " + serviceName, key -> new ArrayList<>())
            .add(new Claim(row, status));
      }
    }
    claims.forEach((who, theirs) -> noteOverlaps(who, theirs, faults));
    faults.refuseIfAny(run.fileName());
    refuseIfAnyAwaitsPublication(run);
    keepSuperseded(run);
    merge(run, next);
  }

  private static void merge(ImportRun run, TargetTable next) {
    run.step("Merging");
    next.write(run.template());
    TableMerge merge =
        run.editionMerge(
            "status",
            "next_status",
            "t.council_id = n.council_id AND t.service_id = n.service_id"
                + " AND lower(t.valid) = lower(n.valid)",
            List.of(
                "council_id",
                "service_id",
                "status",
                "valid",
                "arrangement",
                "basis",
                "source",
                "note"),
            "true");
    run.report().counts("statuses", merge.all());
    keepAgreements(run);
  }

  /** The file would end what was decided and is not told yet, and it would never be. */
  private static void refuseIfAnyAwaitsPublication(ImportRun run) {
    List<String> awaiting =
        run.jdbc()
            .sql(
                """
                SELECT c.name || ', ' || s.status || ' from ' || lower(s.valid) || ', published from '
                       || to_char(s.published_from, 'YYYY-MM-DD')
                FROM status s JOIN council c ON c.id = s.council_id
                WHERE s.published_from > now() ORDER BY 1
                """)
            .query(String.class)
            .list();
    if (!awaiting.isEmpty()) {
      throw new UserException(
          "%s would end statuses that are not public yet; publish them or take them back under Manage, Statuses, and import again."
              .formatted(run.fileName()),
          awaiting);
    }
  }

  /**
   * What was published once and is not any more goes to the history, where imports keep the past.
   */
  private static void keepSuperseded(ImportRun run) {
    String columns =
        run.jdbc()
            .sql(
                """
                SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                WHERE attrelid = 'status'::regclass AND attnum > 0 AND NOT attisdropped
                """)
            .query(String.class)
            .single();
    run.jdbc()
        .sql(
            """
            WITH gone AS (DELETE FROM status WHERE published_until IS NOT NULL RETURNING *)
            INSERT INTO status_history (%1$s, replaced_by) SELECT %1$s, %2$d FROM gone
            """
                .formatted(columns, run.edition()))
        .update();
  }

  /**
   * Every devolved status rests on an agreement, for its own time where nothing else is known: a
   * term that an officer gave it stays.
   */
  private static void keepAgreements(ImportRun run) {
    run.jdbc()
        .sql(
            """
            DELETE FROM agreement g USING status s
            WHERE s.id = g.status_id AND s.status <> 'devolved' AND s.edition_id = :edition\
            """)
        .param("edition", run.edition())
        .update();
    run.jdbc()
        .sql(
            """
            UPDATE agreement g SET term = s.valid
            FROM status s JOIN status_history h ON h.id = s.id AND h.replaced_by = :edition
            WHERE s.id = g.status_id AND g.term = h.valid AND g.term <> s.valid\
            """)
        .param("edition", run.edition())
        .update();
    run.jdbc()
        .sql(
            """
            INSERT INTO agreement (status_id, term)
            SELECT s.id, s.valid FROM status s
            WHERE s.status = 'devolved'
              AND NOT EXISTS (SELECT FROM agreement g WHERE g.status_id = s.id)\
            """)
        .update();
  }

  private static void noteOverlaps(String who, List<Claim> claims, RowFaults faults) {
    claims.sort(Comparator.comparing(claim -> claim.row().date("from")));
    Claim longest = claims.get(0);
    for (Claim claim : claims.subList(1, claims.size())) {
      if (longest.endsAfterStartOf(claim)) {
        faults.add(
            longest.row().number(),
            claim.row().number(),
            "the statuses of %s overlap in time: %s, and %s"
                .formatted(who, longest.text(), claim.text()));
      }
      if (claim.row().date("to") == null || longest.endsBeforeEndOf(claim)) {
        longest = claim;
      }
    }
  }

  private static Map<String, Long> services(JdbcClient jdbc) {
    Map<String, Long> services = new HashMap<>();
    jdbc.sql("SELECT id, code, lower(name) AS name FROM service")
        .query(
            row -> {
              services.put(row.getString("name"), row.getLong("id"));
              services.put(row.getString("code"), row.getLong("id"));
            });
    return services;
  }

  private record Claim(ImportRow row, String status) {
    boolean endsAfterStartOf(Claim other) {
      return row.date("to") == null || row.date("to").isAfter(other.row.date("from"));
    }

    boolean endsBeforeEndOf(Claim other) {
      return row.date("to") != null && row.date("to").isBefore(other.row.date("to"));
    }

    String text() {
      String end = row.date("to") == null ? "" : " to " + row.date("to");
      return status + " from " + row.date("from") + end;
    }
  }
}
