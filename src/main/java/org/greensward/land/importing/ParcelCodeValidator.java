package org.greensward.land.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.greensward.error.UserException;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.ReportFormat;
import org.greensward.layer.importing.TargetTable;
import org.greensward.status.importing.StatusImportLayer;

/**
 * The words in a file of land that must be known already: asset types, lots, regimes, units. They
 * are few, so their combinations are looked at rather than the rows.
 */
final class ParcelCodeValidator {
  private final ImportRun run;
  private final Map<String, AssetType> assetTypes = new HashMap<>();
  private final Map<String, Long> contracts = new HashMap<>(); // by lot
  private final Map<String, String> regimes = new HashMap<>(); // asset type by contract and code
  private final Map<String, Long> unknown = new TreeMap<>(); // rows by sentence

  ParcelCodeValidator(ImportRun run) {
    this.run = run;
  }

  /**
   * Makes {@code asset_word}, which has each name of an asset type in lower case.
   *
   * @throws UserException listing each unknown value once, with how many rows have it
   */
  void refuseUnknown() {
    readKnown();
    TargetTable words = new TargetTable("asset_word").column("word", "text").column("code", "text");
    assetTypes.forEach((word, type) -> words.add(word, type.code()));
    words.write(run.template());
    run.jdbc()
        .sql(
            """
            SELECT asset_type, lot, regime, unit, basis, sum(rows) AS rows
            FROM land_word GROUP BY 1, 2, 3, 4, 5\
            """)
        .query(
            row -> {
              check(
                  row.getString("asset_type"),
                  row.getString("lot"),
                  row.getString("regime"),
                  row.getString("unit"),
                  row.getString("basis"),
                  row.getLong("rows"));
            });
    if (!unknown.isEmpty()) {
      List<String> details = new ArrayList<>();
      unknown.forEach(
          (sentence, rows) ->
              details.add("%s (%s)".formatted(sentence, ReportFormat.count(rows, "row"))));
      throw new UserException(
          "%s has values that cannot be taken, and nothing of it was imported; put them right and"
                  .formatted(run.fileName())
              + " import it again.",
          details);
    }
  }

  private void check(
      String assetType, String lot, String regime, String unit, String basis, long rows) {
    AssetType type = assetType == null ? null : assetTypes.get(assetType.toLowerCase(Locale.ROOT));
    if (type == null) {
      note(assetType == null ? "asset_type is empty" : "unknown asset_type " + assetType, rows);
    }
    if (type != null && unit != null && !unit.equals(type.unit())) {
      note("unit %s for %s, whose unit is %s".formatted(unit, type.code(), type.unit()), rows);
    }
    if (basis != null && !StatusImportLayer.BASES.contains(basis)) {
      note("unknown basis " + basis, rows);
    }
    Long contract = lot == null ? null : contracts.get(lot);
    if (lot != null && contract == null) {
      note("unknown lot " + lot, rows);
    }
    if (regime == null || lot != null && contract == null) {
      return;
    }
    String meantFor = contract == null ? null : regimes.get(contract + "/" + regime);
    if (lot == null) {
      note("regime %s without a lot, whose contract would say what it is".formatted(regime), rows);
    } else if (meantFor == null) {
      note("unknown regime %s in the contract of lot %s".formatted(regime, lot), rows);
    } else if (type != null && !meantFor.equals(type.code())) {
      String sentence =
          "%s have regime %s, which is meant for %s"
              .formatted(
                  ReportFormat.count(rows, "parcel") + " of " + type.code(), regime, meantFor);
      run.report().fault(ImportFault.of(ImportFaultKind.REGIME_MISMATCH, regime, sentence));
    }
  }

  private void note(String sentence, long rows) {
    unknown.merge(sentence, rows, Long::sum);
  }

  private void readKnown() {
    run.jdbc()
        .sql("SELECT code, label, unit FROM asset_type")
        .query(
            row -> {
              AssetType type = new AssetType(row.getString(1), row.getString(3));
              assetTypes.put(row.getString(2).toLowerCase(Locale.ROOT), type);
              assetTypes.put(row.getString(1).toLowerCase(Locale.ROOT), type);
            });
    run.jdbc()
        .sql("SELECT code, contract_id FROM lot")
        .query(
            row -> {
              contracts.put(row.getString(1), row.getLong(2));
            });
    run.jdbc()
        .sql("SELECT contract_id, code, asset_type FROM regime")
        .query(
            row -> {
              regimes.put(row.getLong(1) + "/" + row.getString(2), row.getString(3));
            });
  }

  private record AssetType(String code, String unit) {}
}
