package org.greensward.layer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDatesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-10-01",
        "01/10/2018",
        "2018/10/01",
        "2018-10-01T00:00:00Z",
        "2018/10/01 00:00:00+00"
      })
  void oneDayInEveryWriting(String text) {
    assertThat(FileDates.parse(text)).contains(LocalDate.of(2018, 10, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-02-30",
        "30/02/2018",
        "2017-02-29",
        "10/13/2018",
        "2018-1-1",
        "2018",
        "soon"
      })
  void daysThatDoNotExistAreNotMovedToOnesThatDo(String text) {
    assertThat(FileDates.parse(text)).isEmpty();
  }
}
