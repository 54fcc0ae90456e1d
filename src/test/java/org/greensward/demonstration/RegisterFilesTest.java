package org.greensward.demonstration;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.demonstration.DemonstrationFiles.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterFilesTest {

  private static final String TODAY = "2018-10-01";

  @Test
  void councilsAreOfFourKinds() {
    Map<String, Long> kinds =
        table("councils.csv").stream().collect(groupingBy(c -> c.get("kind"), counting()));
    assertThat(kinds)
        .isEqualTo(
            Map.of(
                "parish council", 29L,
                "town council", 8L,
                "community council", 2L,
                "parish meeting", 9L));
  }

  @Test
  void councilsCoverTheFiftyOneParishesOnceEach() {
    List<String> codes =
        table("councils.csv").stream()
            .flatMap(council -> Arrays.stream(council.get("gss_codes").split(" ")))
            .toList();
    assertThat(codes)
        .hasSize(51)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Facts.load().parishes().stream().map(Facts.ParishFact::code).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Olney Ward Forum,14",
    "Danesborough Ward Forum,5",
    "Newport Pagnell and Hanslope Ward Forum,7"
  })
  void wardForumsHaveTheirCouncils(String forum, int councils) {
    List<String> names = table("councils.csv").stream().map(c -> c.get("name")).toList();
    Map<String, String> row =
        table("forums.csv").stream()
            .filter(f -> f.get("name").equals(forum))
            .findFirst()
            .orElseThrow();
    assertThat(row.get("councils").split("; ")).hasSize(councils).isSubsetOf(names);
  }

  @ParameterizedTest
  @CsvSource({"2018-10-01,6,25,17", "2013-01-01,0,0,48", "2014-04-01,6,0,42"})
  void statusesAtADate(String date, long devolved, long interested, long none) {
    Map<String, Long> counts =
        table("statuses.csv").stream()
            .filter(row -> row.get("from").compareTo(date) <= 0)
            .filter(row -> row.get("to").isEmpty() || row.get("to").compareTo(date) > 0)
            .collect(groupingBy(row -> row.get("status"), counting()));
    assertThat(counts.getOrDefault("devolved", 0L)).isEqualTo(devolved);
    assertThat(counts.getOrDefault("interested", 0L)).isEqualTo(interested);
    assertThat(counts.getOrDefault("none", 0L)).isEqualTo(none);
  }

  @Test
  void statusesOfACouncilFollowEachOtherWithoutOverlap() {
    Map<String, List<Map<String, String>>> byCouncil =
        table("statuses.csv").stream().collect(groupingBy(row -> row.get("council")));
    assertThat(byCouncil).hasSize(48);
    byCouncil.forEach(
        (council, rows) -> {
          assertThat(rows.get(rows.size() - 1).get("to")).as(council).isEmpty();
          for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).get("from")).as(council).isEqualTo(rows.get(i - 1).get("to"));
          }
        });
  }

  @Test
  void nothingIsKnownAfterTheWorkingDate() {
    assertThat(table("statuses.csv")).allMatch(row -> row.get("from").compareTo(TODAY) <= 0);
    assertThat(table("councils.csv")).noneMatch(row -> row.get("note").contains("2019"));
  }

  @Test
  void everyLotHasARateForEveryAssetType() {
    Set<String> types = Stewardship.REGIMES.keySet();
    List<Map<String, String>> contracts = table("contracts.csv");
    assertThat(contracts).hasSize(4);
    for (Map<String, String> lot : contracts) {
      assertThat(table("rates.csv"))
          .filteredOn(rate -> rate.get("lot").equals(lot.get("lot")))
          .extracting(rate -> rate.get("asset_type"))
          .containsAll(types);
    }
  }

  @Test
  void aRegimeIsTheSameInEveryLot() {
    Map<String, Long> variants =
        table("rates.csv").stream()
            .map(
                r ->
                    List.of(r.get("regime"), r.get("visits"), r.get("season"), r.get("asset_type")))
            .distinct()
            .collect(groupingBy(values -> values.get(0), counting()));
    assertThat(variants).hasSize(16).allSatisfy((regime, count) -> assertThat(count).isOne());
  }
}
