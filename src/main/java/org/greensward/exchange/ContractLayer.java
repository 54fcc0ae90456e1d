package org.greensward.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Landscaping contracts and their lots: a row for each lot, which repeats what is said of the
 * contract. A contract or lot that the file leaves out is kept and reported.
 */
final class ContractLayer implements ImportLayer {
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
  public List<Column> columns() {
    return List.of(
        Column.required("contract"),
        Column.optional("title"),
        Column.required("contractor"),
        Column.required("from"),
        Column.optional("last_day"),
        Column.optional("extension_last_day"),
        Column.optional("straddle"),
        Column.required("lot"),
        Column.optional("lot_name"),
        Column.optional("basis"),
        Column.optional("source"),
        Column.optional("note"));
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    RowFaults faults = new RowFaults();
    NextTable lots =
        new NextTable("next_lot")
            .column("contract", "text")
            .column("code", "text")
            .column("name", "text");
    NextTable contracts = contractTable();
    Map<String, Row> firstRows = new HashMap<>();
    Map<String, Long> lotRows = new HashMap<>();
    List<String> contractors = new ArrayList<>();
    for (Row row : run.rows(faults)) {
      String code = row.required("contract");
      String lot = row.required("lot");
      Row first = code == null ? null : firstRows.putIfAbsent(code, row);
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
    contractors.forEach(name -> new Parties(run.jdbc()).findOrAdd(name, "contractor"));
    contracts.write(run.template());
    lots.write(run.template());
    refuseMovedLots(run, faults, lotRows);
    merge(run);
  }

  private static NextTable contractTable() {
    return new NextTable("next_contract")
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

  private static Object[] contract(Row row, String code) {
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
      Dates.range(from, last == null ? null : last.plusDays(1)),
      extension == null ? null : extension.plusDays(1),
      row.oneOf("straddle", List.of("split", "majority"), "split"),
      row.oneOf("basis", StatusLayer.BASES, "documented"),
      row.text("source"),
      row.text("note")
    };
  }

  private static void noteDifferences(Row first, Row row, RowFaults faults) {
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
            JOIN next_lot n ON n.code = lot.code WHERE n.contract <> k.code""")
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
            FROM next_contract n""");
    run.template()
        .execute(
            """
            CREATE TEMPORARY VIEW next_contract_lot AS
            SELECT k.id AS contract_id, n.code, n.name
            FROM next_lot n JOIN contract k ON k.code = n.contract""");
    Merge contracts =
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
    Merge lots =
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
            ORDER BY 1""")
        .query(String.class)
        .list()
        .forEach(
            what -> run.report().fault(Fault.of(FaultKind.NOT_IN_FILE, what, what + " is kept")));
  }
}
