package org.greensward.land.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The figures of the demonstration, and that they reconcile. */
class SummaryTest {

  @ParameterizedTest
  @CsvSource({"'', 6, 25, 17, 0", "?at=2018-10-01, 6, 25, 17, 0", "?at=2013-01-01, 0, 0, 48, 0"})
  void theCountsOfADate(String query, int devolved, int interested, int none, int unknown) {
    JsonNode summary = Http.json("/api/summary" + query);
    assertThat(summary.get("councils").asInt()).isEqualTo(48);
    JsonNode statuses = summary.get("statuses");
    assertThat(statuses.get("devolved").asInt()).isEqualTo(devolved);
    assertThat(statuses.get("interested").asInt()).isEqualTo(interested);
    assertThat(statuses.get("none").asInt()).isEqualTo(none);
    assertThat(statuses.get("unknown").asInt()).isEqualTo(unknown);
    assertThat(summary.get("demonstration").asBoolean()).isTrue();
  }

  @Test
  void piecesAndTheRestSumToTheParcels() {
    JsonNode land = Http.json("/api/summary").get("land");
    assertThat(land.get("parcels").asInt()).isGreaterThan(6000);
    assertThat(land.get("pieces_m2").asDouble() + land.get("outside_m2").asDouble())
        .isCloseTo(land.get("area_m2").asDouble(), within(1.0));
    assertThat(land.get("outside_m2").asDouble()).isPositive();
    assertThat(land.get("twice_m2").asDouble()).isPositive();
  }

  /** To a square metre, a millimetre and an item, in each contract and outside them all. */
  @Test
  void everyContractReconcilesInEveryUnit() {
    JdbcClient jdbc = DemonstrationApp.ownerJdbc();
    var sums =
        jdbc.sql(
                """
                SELECT coalesce(k.code, 'none') || ' ' || l.unit AS what, l.unit,
                       sum(l.quantity) AS quantity, sum(x.quantity) AS pieces,
                       sum(l.drawn) AS drawn, sum(x.drawn) AS pieces_drawn
                FROM land l
                JOIN (SELECT land_id, sum(quantity) AS quantity, sum(drawn) AS drawn
                      FROM piece GROUP BY land_id) x ON x.land_id = l.id
                LEFT JOIN lot ON lot.id = l.lot_id LEFT JOIN contract k ON k.id = lot.contract_id
                GROUP BY k.code, l.unit
                """)
            .query(Sum.class)
            .list();
    assertThat(sums).hasSizeGreaterThanOrEqualTo(4);
    for (Sum sum : sums) {
      double tolerance =
          switch (sum.unit) {
            case "m2" -> 1;
            case "m" -> 0.001;
            default -> 0;
          };
      assertThat(sum.pieces).as(sum.what).isCloseTo(sum.quantity, within(tolerance));
      assertThat(sum.pieces_drawn).as(sum.what).isCloseTo(sum.drawn, within(tolerance));
    }
    assertThat(jdbc.sql("SELECT count(*) FROM land").query(Integer.class).single())
        .isEqualTo(
            jdbc.sql("SELECT count(DISTINCT land_id) FROM piece").query(Integer.class).single());
  }

  record Sum(
      String what,
      String unit,
      double quantity,
      double pieces,
      double drawn,
      double pieces_drawn) {}

  @Test
  void aCouncilsFactsHaveItsHistoryAndSchedule() {
    JsonNode olney = Http.json("/api/councils/olney-town-council");
    assertThat(olney.get("status").asString()).isEqualTo("devolved");
    assertThat(olney.get("history").size()).isEqualTo(2);
    assertThat(olney.get("land").size()).isGreaterThan(3);
    assertThat(olney.get("neighbours").size()).isGreaterThan(1);
    assertThat(Http.get("/api/councils/atlantis").statusCode()).isEqualTo(404);
  }
}
