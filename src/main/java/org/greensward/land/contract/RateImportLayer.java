package org.greensward.land.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.layer.importing.FileDates;
import org.greensward.layer.importing.ImportColumn;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportLayer;
import org.greensward.layer.importing.ImportRow;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.MergeCounts;
import org.greensward.layer.importing.RowFaults;
import org.greensward.layer.importing.TableMerge;
import org.greensward.layer.importing.TargetTable;
import org.greensward.status.importing.StatusImportLayer;

/**
 * What a visit costs, by lot and regime, and with it the regimes of each contract. The file has all
 * rates: one that it leaves out ends, and is kept in the history. Regimes are kept, since land
 * refers to them.
 */
public final class RateImportLayer implements ImportLayer {
  private static final Pattern SEASON =
      Pattern.compile("([01][0-9]-[0-3][0-9])\\s*/\\s*([01][0-9]-[0-3][0-9])");
  private static final int MOST_VISITS = 366;
  private static final int MOST_GBP = 1_000_000;
  private static final List<String> OF_REGIME = List.of("asset_type", "visits", "season");

  @Override
  public String name() {
    return "rates";
  }

  @Override
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.required("contract"),
        ImportColumn.required("lot"),
        ImportColumn.required("regime"),
        ImportColumn.required("asset_type"),
        ImportColumn.required("visits"),
        ImportColumn.optional("season"),
        ImportColumn.required("rate_gbp"),
        ImportColumn.required("unit"),
        ImportColumn.required("from"),
        ImportColumn.optional("to"),
        ImportColumn.optional("basis"),
        ImportColumn.optional("source"));
  }

  @Override
  public void apply(ImportRun run) {
    run.step("Checking");
    RowFaults faults = new RowFaults();
    Known known = Known.read(run);
    TargetTable regimes = regimeTable();
    TargetTable rates = rateTable();
    Map<String, ImportRow> firstRows = new HashMap<>();
    Map<String, List<ImportRow>> sameRate = new TreeMap<>();
    for (ImportRow row : run.rows(faults)) {
      String contract = row.required("contract");
      String lot = known.lot(row, contract);
      String regime = row.required("regime");
      String assetType = known.assetType(row);
      ImportRow first = firstRows.putIfAbsent(contract + "/" + regime, row);
      if (first == null) {
        regimes.add(regime(row, contract, regime, assetType));
      } else {
        noteDifferences(first, row, regime, faults);
      }
      String valid = row.required("from") == null ? null : row.range("from", "to");
      BigDecimal rate =
          row.required("rate_gbp") == null ? null : row.quantity("rate_gbp", MOST_GBP);
      String basis = row.oneOf("basis", StatusImportLayer.BASES, "documented");
      rates.add(contract, lot, regime, rate, valid, basis, row.text("source"));
      if (valid != null && lot != null && regime != null) {
        sameRate.computeIfAbsent(lot + ", " + regime, k -> new ArrayList<>()).add(row);
      }
    }
    sameRate.forEach((what, rows) -> noteOverlaps(what, rows, faults));
    faults.refuseIfAny(run.fileName());
    regimes.write(run.template());
    rates.write(run.template());
    merge(run);
  }

  private static TargetTable regimeTable() {
    return new TargetTable("next_regime")
        .column("contract", "text")
        .column("code", "text")
        .column("asset_type", "text")
        .column("visits", "numeric(6, 2)")
        .column("season_from", "text")
        .column("season_to", "text");
  }

  private static TargetTable rateTable() {
    return new TargetTable("next_price")
        .column("contract", "text")
        .column("lot", "text")
        .column("regime", "text")
        .column("gbp", "numeric(12, 4)")
        .column("valid", "daterange")
        .column("basis", "text")
        .column("source", "text");
  }

  private static Object[] regime(ImportRow row, String contract, String code, String assetType) {
    BigDecimal visits = row.required("visits") == null ? null : row.quantity("visits", MOST_VISITS);
    String season = row.text("season");
    Matcher days = SEASON.matcher(season == null ? "" : season);
    boolean matches = days.matches();
    if (season != null && !(matches && isDay(days.group(1)) && isDay(days.group(2)))) {
      row.fault("season %s is not two days of the year such as 03-15/10-31".formatted(season));
    }
    return new Object[] {
      contract,
      code,
      assetType,
      visits,
      matches ? days.group(1) : null,
      matches ? days.group(2) : null
    };
  }

  private static boolean isDay(String monthAndDay) {
    return FileDates.parse("2000-" + monthAndDay).isPresent();
  }

  private static void noteDifferences(
      ImportRow first, ImportRow row, String regime, RowFaults faults) {
    for (String column : OF_REGIME) {
      if (!first.text(column, "").equalsIgnoreCase(row.text(column, ""))) {
        faults.add(
            first.number(),
            row.number(),
            "regime %s with %s %s and %s"
                .formatted(regime, column, first.text(column, "empty"), row.text(column, "empty")));
      }
    }
  }

  private static void noteOverlaps(String what, List<ImportRow> rows, RowFaults faults) {
    rows.sort(Comparator.comparing(row -> row.date("from")));
    for (int i = 1; i < rows.size(); i++) {
      LocalDate end = rows.get(i - 1).date("to");
      if (end == null || end.isAfter(rows.get(i).date("from"))) {
        faults.add(
            rows.get(i - 1).number(),
            rows.get(i).number(),
            "the rates of %s overlap in time".formatted(what));
      }
    }
  }

  private static void merge(ImportRun run) {
    run.step("Merging");
    run.template()
        .execute(
            """
            CREATE TEMPORARY VIEW next_contract_regime AS
            SELECT k.id AS contract_id, n.code, n.asset_type, n.visits, n.season_from, n.season_to
            FROM next_regime n JOIN contract k ON k.code = n.contract\
            """);
    run.template()
        .execute(
            """
            CREATE TEMPORARY VIEW next_rate AS
            SELECT lot.id AS lot_id, g.id AS regime_id, n.gbp, n.valid, n.basis, n.source
            FROM next_price n
            JOIN lot ON lot.code = n.lot
            JOIN regime g ON g.contract_id = lot.contract_id AND g.code = n.regime\
            """);
    TableMerge regimes =
        run.merge(
            "regime",
            "next_contract_regime",
            "t.contract_id = n.contract_id AND t.code = n.code",
            List.of("contract_id", "code", "asset_type", "visits", "season_from", "season_to"));
    MergeCounts ofRegimes = regimes.keepingTheRest();
    TableMerge rates =
        run.merge(
            "rate",
            "next_rate",
            "t.lot_id = n.lot_id AND t.regime_id = n.regime_id"
                + " AND lower(t.valid) = lower(n.valid)",
            List.of("lot_id", "regime_id", "gbp", "valid", "basis", "source"));
    run.report().counts("rates", rates.all());
    run.report().counts("regimes", ofRegimes);
    run.jdbc()
        .sql(
            """
            SELECT 'regime ' || g.code || ' of contract ' || k.code
            FROM regime g JOIN contract k ON k.id = g.contract_id
            WHERE NOT EXISTS (SELECT FROM next_regime n
                              WHERE n.contract = k.code AND n.code = g.code)
            ORDER BY 1\
            """)
        .query(String.class)
        .list()
        .forEach(
            what ->
                run.report()
                    .fault(ImportFault.of(ImportFaultKind.NOT_IN_FILE, what, what + " is kept")));
  }

  /** The lots and asset types of the store. */
  private record Known(Map<String, String> contractOfLot, Map<String, AssetType> assetTypes) {
    static Known read(ImportRun run) {
      Map<String, String> lots = new TreeMap<>();
      run.jdbc()
          .sql("SELECT l.code, k.code FROM lot l JOIN contract k ON k.id = l.contract_id")
          .query(
              row -> {
                lots.put(row.getString(1), row.getString(2));
              });
      Map<String, AssetType> types = new HashMap<>();
      run.jdbc()
          .sql("SELECT code, label, unit FROM asset_type")
          .query(
              row -> {
                AssetType type = new AssetType(row.getString(1), row.getString(3));
                types.put(row.getString(2).toLowerCase(Locale.ROOT), type);
                types.put(row.getString(1).toLowerCase(Locale.ROOT), type);
              });
      return new Known(lots, types);
    }

    String lot(ImportRow row, String contract) {
      String lot = row.required("lot");
      if (lot == null || contract == null) {
        return null;
      }
      if (!contractOfLot.containsValue(contract)) {
        row.fault("contract %s is not known; import contracts first".formatted(contract));
      } else if (!contract.equals(contractOfLot.get(lot))) {
        row.fault("lot %s is not known in contract %s".formatted(lot, contract));
      }
      return lot;
    }

    String assetType(ImportRow row) {
      String name = row.required("asset_type");
      AssetType type = name == null ? null : assetTypes.get(name.toLowerCase(Locale.ROOT));
      if (name != null && type == null) {
        row.fault("asset_type %s is not known".formatted(name));
      }
      String unit = row.required("unit");
      if (type != null && unit != null && !type.unit().equals(unit)) {
        row.fault("unit %s is not that of %s, which is %s".formatted(unit, name, type.unit()));
      }
      return type == null ? null : type.code();
    }
  }

  private record AssetType(String code, String unit) {}
}
