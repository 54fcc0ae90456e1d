package org.greensward.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be typed, and what it is taken for. */
class SearchQueryTest {

  @ParameterizedTest
  @CsvSource({
    "MK46 4AA,    MK464AA",
    "mk464aa,     MK464AA",
    " m k46-4aa , MK464AA",
    "MK1 1AS,     MK11AS",
    "W1A 0AX,     W1A0AX",
    "EC1A 1BB,    EC1A1BB",
    "MK46 OAA,    MK460AA",
    "MK46 IAA,    MK461AA",
    "MK46 4A,     ",
    "MK4,         ",
    "MK46 4AAA,   ",
    "464 AA,      "
  })
  void wholePostcodes(String typed, String code) {
    assertThat(SearchQuery.parse(typed).postcode().orElse(null)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "MK46,     MK46",
    "mk4,      MK4",
    "mk46 4,   MK464",
    "MK46 4A,  MK464A",
    "W1A,      W1A",
    "MK,       ",
    "MK46 4AA, ",
    "Olney,    ",
    "A5 Road,  "
  })
  void beginningsOfPostcodes(String typed, String part) {
    assertThat(SearchQuery.parse(typed).postcodePart().orElse(null)).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({
    "SP 850 390,      485050,   239050,  100",
    "SP850390,        485050,   239050,  100",
    "sp 85 39,        485500,   239500,  1000",
    "SP83,            485000,   235000,  10000",
    "SP 8500 3900,    485005,   239005,  10",
    "SP 85000 39000,  485000.5, 239000.5, 1",
    "'SP 850, 390',   485050,   239050,  100",
    "SV 000 000,      50,       50,      100",
    "TQ 300 800,      530050,   180050,  100",
    "NN 166 712,      216650,   771250,  100",
    "HU 396 753,      439650,   1175350, 100",
    "OV 000 000,      500050,   500050,  100",
    "AA 123 456,      ,         ,        ",
    "SP 850 39,       ,         ,        ",
    "SI 850 390,      ,         ,        ",
    "SP,              ,         ,        ",
    "SP 123456 123456, ,        ,        "
  })
  void gridReferences(String typed, Double x, Double y, Double size) {
    var spot = SearchQuery.parse(typed).spot();
    if (x == null) {
      assertThat(spot).isEmpty();
    } else {
      assertThat(spot.orElseThrow())
          .extracting(SearchPoint::x, SearchPoint::y, SearchPoint::sizeM, SearchPoint::srid)
          .containsExactly(x, y, size, SearchPoint.GRID);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "52.04, -0.76            | -0.76    | 52.04",
        "-0.76, 52.04            | -0.76    | 52.04",
        "52.04 -0.76             | -0.76    | 52.04",
        "52.04/-0.76             | -0.76    | 52.04",
        "52.04N 0.76W            | -0.76    | 52.04",
        "0.76 W, 52.04 N         | -0.76    | 52.04",
        "N52.04 W0.76            | -0.76    | 52.04",
        "52.04° N, 0.76° W       | -0.76    | 52.04",
        "52°02'24\"N 0°45'36\"W  | -0.76    | 52.04",
        "52° 2.4' N 0° 45.6' W   | -0.76    | 52.04",
        "52.04, −0.76            | -0.76    | 52.04",
        "51.5 1.25E              | 1.25     | 51.5",
        "48.85, 2.35             | 2.35     | 48.85",
        "-33.9, 151.2            | 151.2    | -33.9",
        "52.04, 200.5            |          | ",
        "52.04N 0.76N            |          | ",
        "52.04                   |          | ",
        "12 34                   |          | ",
        "1234.5 52.04            |          | ",
        "52.04, -0.76 road       |          | ",
        "52.04 -0.76 12.0        |          | "
      })
  void degrees(String typed, Double lon, Double lat) {
    var spot = SearchQuery.parse(typed).spot();
    if (lon == null) {
      assertThat(spot).isEmpty();
    } else {
      assertThat(spot.orElseThrow().srid()).isEqualTo(SearchPoint.DEGREES);
      assertThat(spot.get().x()).isEqualTo(lon, within(1e-9));
      assertThat(spot.get().y()).isEqualTo(lat, within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "485000 239000,     485000,   239000",
    "'485000, 239000',  485000,   239000",
    "485000.5 239000.5, 485000.5, 239000.5",
    "E485000 N239000,   485000,   239000",
    "439650 1175350,    439650,   1175350"
  })
  void eastingsAndNorthings(String typed, double x, double y) {
    assertThat(SearchQuery.parse(typed).spot().orElseThrow())
        .extracting(SearchPoint::x, SearchPoint::y, SearchPoint::srid, SearchPoint::sizeM)
        .containsExactly(x, y, SearchPoint.GRID, 0.0);
  }

  /** A point of the sea south of Cornwall, one in the Irish Sea, and places on land. */
  @ParameterizedTest
  @CsvSource({
    "150000,  -5000,  true",
    "650000,  900000, true",
    "485000,  239000, false",
    "10000,   10000,  false",
    "530000,  180000, false"
  })
  void seaByTheSquare(double x, double y, boolean sea) {
    assertThat(GridReference.isAtSea(x, y)).isEqualTo(sea);
  }

  @Test
  void twoLettersAndTwoDigitsMayBeThePostOrTheGrid() {
    SearchQuery query = SearchQuery.parse("SP10");
    assertThat(query.isSpotOnly()).isFalse();
    assertThat(query.spot()).isPresent();
    assertThat(query.postcodePart()).hasValue("SP10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "St. John's & Llŷn-le-Brook | st johns and llyn le brook",
        "Market  Place,\tOlney      | market place olney",
        "O’Neill Way                | oneill way",
        "Ynys Môn                   | ynys mon",
        "---                        | ''"
      })
  void wordsWithoutAccentsAndSigns(String typed, String key) {
    assertThat(NameNormalizer.key(typed)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\t\n", "\u0000"})
  void nothingIsNothing(String typed) {
    assertThat(SearchQuery.parse(typed).isEmpty()).isTrue();
  }

  @Test
  void whatIsVeryLongIsCut() {
    SearchQuery query = SearchQuery.parse("olney ".repeat(5000));
    assertThat(query.text()).hasSizeLessThanOrEqualTo(SearchQuery.LONGEST);
    assertThat(query.words()).hasSizeLessThanOrEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({
    "olney, olney, 0",
    "olney, onley, 1",
    "olney, olny, 1",
    "olney, olneyy, 1",
    "olney, alney, 1",
    "sherington, sherignten, 2",
    "ab, ba, 1",
    "'', abc, 3",
    "kitten, sitting, 3"
  })
  void slipsOfTheHandAreCounted(String a, String b, int slips) {
    assertThat(EditDistance.of(a, b)).isEqualTo(slips);
    assertThat(EditDistance.of(b, a)).isEqualTo(slips);
  }
}
