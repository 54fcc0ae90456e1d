package org.greensward.demonstration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the contract with its lots, and the rates of each lot. The rates are made up. */
final class ContractTables {

  private static final String GUESSED = "made up for demonstration";

  /** A lot, and how its rates differ from the usual ones. */
  private record Lot(String code, String name, double factor) {}

  private static final List<Lot> LOTS =
      List.of(
          new Lot("2014-N", "North: Newport Pagnell, Olney, Hanslope and the villages", 1.12),
          new Lot("2014-E", "East: Walton, Broughton, Woburn Sands and the Brickhills", 1.03),
          new Lot("2014-S", "South: Bletchley, Shenley Brook End and Tattenhoe", 1.0),
          new Lot("2014-W", "West: Central Milton Keynes, Wolverton and Stony Stratford", 0.97));

  /**
   * Work on one asset type.
   *
   * @param season first and last day of each year, MM-DD/MM-DD
   * @param rate pounds for a unit and visit
   */
  private record Regime(
      String code, String assetType, int visits, String season, double rate, String unit) {}

  private static final String ALL_YEAR = "01-01/12-31";
  private static final String GROWING = "03-15/10-31";

  private static final List<Regime> REGIMES =
      List.of(
          new Regime("AG1", "amenity grass", 13, GROWING, 0.032, "m2"),
          new Regime("AG2", "amenity grass", 20, GROWING, 0.044, "m2"),
          new Regime("RG1", "rough grass", 2, "06-01/09-30", 0.041, "m2"),
          new Regime("CG1", "conservation grass", 1, "08-15/09-30", 0.056, "m2"),
          new Regime("SB1", "shrub bed", 2, "10-01/03-15", 0.92, "m2"),
          new Regime("HD1", "hedge", 1, "09-01/02-28", 1.85, "m"),
          new Regime("RB1", "rose bed", 4, ALL_YEAR, 1.3, "m2"),
          new Regime("BD1", "bedding", 12, ALL_YEAR, 2.2, "m2"),
          new Regime("BU1", "bulbs", 1, "06-15/07-31", 0.21, "m2"),
          new Regime("TR1", "tree", 1, ALL_YEAR, 4.5, "item"),
          new Regime("TG1", "tree group", 1, ALL_YEAR, 0.12, "m2"),
          new Regime("HS1", "hard surface", 3, "03-01/11-30", 0.06, "m2"),
          new Regime("PI1", "pitch", 26, GROWING, 0.034, "m2"),
          new Regime("PL1", "play area", 26, ALL_YEAR, 0.09, "m2"),
          new Regime("WD1", "woodland", 1, "10-01/02-28", 0.03, "m2"),
          new Regime("OT1", "other", 8, GROWING, 0.07, "m2"));

  private ContractTables() {}

  static void write(Path folder) {
    List<List<String>> contracts = new ArrayList<>();
    List<List<String>> rates = new ArrayList<>();
    for (Lot lot : LOTS) {
      contracts.add(contract(lot));
      REGIMES.forEach(regime -> rates.add(rate(lot, regime)));
    }
    DemonstrationCsv.write(
        folder.resolve("contracts.csv"),
        List.of(
            ("contract,title,contractor,from,last_day,extension_last_day,straddle,lot,lot_name,"
                    + "basis,source,note")
                .split(",")),
        contracts);
    DemonstrationCsv.write(
        folder.resolve("rates.csv"),
        List.of(
            "contract,lot,regime,asset_type,visits,season,rate_gbp,unit,from,to,basis,source"
                .split(",")),
        rates);
  }

  private static List<String> contract(Lot lot) {
    return List.of(
        "2014",
        "Landscape maintenance 2014 to 2020",
        Stewardship.CONTRACTOR,
        "2014-11-03",
        "2020-03-31",
        "2024-03-31",
        "split",
        lot.code(),
        lot.name(),
        "illustrative",
        "contractor and start from public pages",
        "contractor and term are documented; lots, straddle rule and extension are made up");
  }

  private static List<String> rate(Lot lot, Regime regime) {
    return List.of(
        "2014",
        lot.code(),
        regime.code(),
        regime.assetType(),
        Integer.toString(regime.visits()),
        regime.season(),
        String.format(Locale.ROOT, "%.4f", regime.rate() * lot.factor()),
        regime.unit(),
        "2014-11-03",
        "",
        "illustrative",
        GUESSED);
  }
}
