package org.greensward.demonstration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** What is known: councils, their parishes, and the documented statuses, as of 2018-10-01. */
record Facts(
    List<Council> councils, List<ParishFact> parishes, List<Map<String, String>> statuses) {

  /**
   * A local council.
   *
   * @param settlement longitude and latitude in WGS84, as text exactly as the facts give it
   * @param areaHa rough area of all its parishes in hectares
   */
  record Council(
      String name,
      String kind,
      List<String> codes,
      String wards,
      String forum,
      List<String> settlement,
      double areaHa,
      String note) {}

  /**
   * A civil parish.
   *
   * @param settlement easting and northing of its settlement in EPSG:27700 (where a council covers
   *     two parishes, one of the two is a guess)
   * @param areaHa rough area in hectares
   * @param setting {@code urban}, {@code town} or {@code village}
   */
  record ParishFact(
      String code,
      String name,
      String council,
      Coordinate settlement,
      double areaHa,
      String setting) {

    boolean isUrban() {
      return setting.equals("urban");
    }
  }

  static Facts load() {
    return new Facts(
        DemonstrationCsv.resource("councils.csv").stream().map(Facts::council).toList(),
        DemonstrationCsv.resource("parishes.csv").stream().map(Facts::parish).toList(),
        DemonstrationCsv.resource("statuses.csv"));
  }

  /** Names of the councils whose documented or illustrative status in the facts is this. */
  List<String> councilsWithStatus(String status) {
    return statuses.stream()
        .filter(row -> row.get("status").equals(status))
        .map(row -> row.get("council"))
        .toList();
  }

  private static Council council(Map<String, String> row) {
    return new Council(
        row.get("name"),
        row.get("kind"),
        Arrays.asList(row.get("gss_codes").split(" ")),
        row.get("wards"),
        row.get("forum"),
        List.of(row.get("lon"), row.get("lat")),
        Double.parseDouble(row.get("area_ha")),
        row.get("note"));
  }

  private static ParishFact parish(Map<String, String> row) {
    return new ParishFact(
        row.get("code"),
        row.get("name"),
        row.get("council"),
        new Coordinate(
            Double.parseDouble(row.get("easting")), Double.parseDouble(row.get("northing"))),
        Double.parseDouble(row.get("area_ha")),
        row.get("setting"));
  }
}
