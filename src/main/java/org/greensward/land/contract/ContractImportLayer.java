package org.greensward.land.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.authority.PartyLookup;
import org.greensward.layer.importing.FileDates;
import org.greensward.layer.importing.ImportColumn;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportLayer;
import org.greensward.layer.importing.ImportRow;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.RowFaults;
import org.greensward.layer.importing.TableMerge;
import org.greensward.layer.importing.TargetTable;
import org.greensward.status.importing.StatusImportLayer;

/**
 * Landscaping contracts and their lots: a row for each lot, which repeats what is said of the
 * contract. A contract or lot that the file leaves out is kept and reported.
 */
public final class ContractImportLayer implements ImportLayer {
  private static final List<String> OF_CONTRACT =
      List.of(
          "title",
          "contractor",
          "from",
          "last_day",
          "extension_last_day",
          "straddle",
          "basis",
          "source",
          "note");

  @Override
  public String name() {
    return "contracts";
  }

  @Override
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.required("contract"),
        ImportColumn.optional("title"),
        ImportColumn.required("contractor"),
        ImportColumn.required("from"),
        ImportColumn.optional("last_day"),
        ImportColumn.optional("extension_last_day"),
        ImportColumn.optional("straddle"),
        ImportColumn.required("lot"),
        ImportColumn.optional("lot_name"),
        ImportColumn.optional("basis"),
        ImportColumn.optional("source"),
        ImportColumn.optional("note"));
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    RowFaults faults = new RowFaults();
    TargetTable lots =
        new TargetTable("next_lot")
            .column("contract", "text")
            .column("code", "text")
            .column("name", "text");
    TargetTable contracts = contractTable();
    Map<String, ImportRow> firstRows = new HashMap<>();
    Map<String, Long> lotRows = new HashMap<>();
    List<String> contractors = new ArrayList<>();
    for (ImportRow row : run.rows(faults)) {
      String code = row.required("contract");
      String lot = row.required("lot");
      ImportRow first = code == null ? null : firstRows.putIfAbsent(code, row);
      if (first == null) {
        contracts.add(contract(row, code));
        contractors.add(row.required("contractor"));
      } else {
        noteDifferences(first, row, faults);
      }
      Long other = lot == null ? null : lotRows.putIfAbsent(lot, row.number());
      if (other != null) {
        faults.add(other, row.number(), "both are lot " + lot);
      }
      lots.add(code, lot, row.text("lot_name", lot));
    }
    faults.refuseIfAny(run.fileName());
    contractors.forEach(name -> new PartyLookup(run.jdbc()).findOrAdd(name, "contractor"));
    contracts.write(run.template());
    lots.write(run.template());
    refuseMovedLots(run, faults, lotRows);
    merge(run);
  }

  private static TargetTable contractTable() {
    return new TargetTable("next_contract")
        .column("code", "text")
        .column("title", "text")
        .column("contractor", "text")
        .column("term", "daterange")
        .column("extension_until", "date")
        .column("straddle", "text")
        .column("basis", "text")
        .column("source", "text")
        .column("note", "text");
  }

  private static Object[] contract(ImportRow row, String code) {
    LocalDate from = row.requiredDate("from");
    LocalDate last = row.date("last_day");
    LocalDate extension = row.date("extension_last_day");
    if (from != null && last != null && last.isBefore(from)) {
      row.fault("last_day %s is before from %s".formatted(last, from));
      last = null;
    }
    if (extension != null && (last == null || !extension.isAfter(last))) {
      row.fault("extension_last_day %s is not after last_day".formatted(extension));
    }
    return new Object[] {
      code,
      row.text("title", code),
      row.text("contractor"),
      FileDates.range(from, last == null ? null : last.plusDays(1)),
      extension == null ? null : extension.plusDays(1),
      row.oneOf("straddle", List.of("split", "majority"), "split"),
      row.oneOf("basis", StatusImportLayer.BASES, "documented"),
      row.text("source"),
      row.text("note")
    };
  }

  private static void noteDifferences(ImportRow first, ImportRow row, RowFaults faults) {
    for (String column : OF_CONTRACT) {
      if (!first.text(column, "").equals(row.text(column, ""))) {
        faults.add(
            first.number(),
            row.number(),
            "the same contract with %s %s and %s"
                .formatted(column, first.text(column, "empty"), row.text(column, "empty")));
      }
    }
  }

  private static void refuseMovedLots(ImportRun run, RowFaults faults, Map<String, Long> rows) {
    run.jdbc()
        .sql(
            """
            SELECT lot.code, k.code AS contract FROM lot JOIN contract k ON k.id = lot.contract_id
            JOIN next_lot n ON n.code = lot.code WHERE n.contract <> k.code\
            """)
        .query(
            result -> {
              faults.add(
                  rows.get(result.getString("code")),
                  "lot %s belongs to contract %s; give it a code of its own"
                      .formatted(result.getString("code"), result.getString("contract")));
            });
    faults.refuseIfAny(run.fileName());
  }

  private static void merge(ImportRun run) {
    run.step("Merging");
    run.template()
        .execute(
            """
            CREATE TEMPORARY VIEW next_named_contract AS
            SELECT n.*, (SELECT y.id FROM party y
                         WHERE lower(y.name) = lower(n.contractor)
                            OR lower(n.contractor) IN
                               (SELECT lower(alias) FROM unnest(y.aliases) alias)
                         ORDER BY lower(y.name) = lower(n.contractor) DESC, y.id LIMIT 1)
                   AS contractor_id
            FROM next_contract n\
            """);
    run.template()
        .execute(
            """
            CREATE TEMPORARY VIEW next_contract_lot AS
            SELECT k.id AS contract_id, n.code, n.name
            FROM next_lot n JOIN contract k ON k.code = n.contract\
            """);
    TableMerge contracts =
        run.merge(
            "contract",
            "next_named_contract",
            "t.code = n.code",
            List.of(
                "code",
                "title",
                "contractor_id",
                "term",
                "extension_until",
                "straddle",
                "basis",
                "source",
                "note"));
    run.report().counts("contracts", contracts.keepingTheRest());
    TableMerge lots =
        run.merge(
            "lot", "next_contract_lot", "t.code = n.code", List.of("contract_id", "code", "name"));
    run.report().counts("lots", lots.keepingTheRest());
    reportKept(run);
  }

  private static void reportKept(ImportRun run) {
    run.jdbc()
        .sql(
            """
            SELECT 'contract ' || code FROM contract
            WHERE code NOT IN (SELECT code FROM next_contract)
            UNION ALL
            SELECT 'lot ' || code FROM lot WHERE code NOT IN (SELECT code FROM next_lot)
            ORDER BY 1\
            """)
        .query(String.class)
        .list()
        .forEach(
            what ->
                run.report()
                    .fault(ImportFault.of(ImportFaultKind.NOT_IN_FILE, what, what + " is kept")));
  }
}
