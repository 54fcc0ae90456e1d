package org.greensward.security.gisrole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where other machines are told to look for the database. */
class DatabaseEndpointTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://127.0.0.1:40123/greensward?x=y | 127.0.0.1           | 127.0.0.1 | 40123"
            + " | true",
        "jdbc:postgresql://127.0.0.1:5433/greensward      | 127.0.0.1,192.0.2.7 | 192.0.2.7 | 5433 "
            + " | false",
        "jdbc:postgresql://db.example.org/gs              | *                   | db.example.org |"
            + " 5432 | false",
        "jdbc:postgresql://localhost:5432/gs              | ''                  | 127.0.0.1 | 5432 "
            + " | true"
      })
  void itIsWhereTheServerListens(
      String url, String listening, String host, int port, boolean local) {
    assertThat(DatabaseEndpoint.of(url, listening))
        .isEqualTo(new DatabaseEndpoint(host, port, local));
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "*", "::"})
  void everywhereIsTheNameOfTheMachine(String listening) {
    DatabaseEndpoint reach =
        DatabaseEndpoint.of("jdbc:postgresql://127.0.0.1:5433/greensward", listening);
    assertThat(reach.host()).isNotBlank().doesNotContain("*", "0.0.0.0");
    assertThat(reach.isLocal()).isFalse();
  }
}
