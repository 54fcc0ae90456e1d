package org.greensward.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.greensward.database.Audience;
import org.greensward.error.ForbiddenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule itself: flag by audience, before and after the terms are accepted. */
class LicencePolicyTest {
  private static final long OLNEY = 7;
  private static final LocalDate END = LocalDate.of(2020, 4, 1);

  /** yes: given; terms: given once they are accepted; else why never. */
  @ParameterizedTest
  @CsvSource({
    // flag                 , public   , olney all  , olney own , olney other, olney+other, admin ,
    // officer
    "none                   , no_licence, no_licence, no_licence, no_licence , no_licence ,"
        + " no_licence, no_licence",
    "open                   , yes      , yes        , yes       , yes        , yes        , yes   ,"
        + " yes",
    "public-sector internal , sign_in  , terms      , terms     , terms      , terms      , others,"
        + " terms",
    "council                , sign_in  , own_rows   , terms     , own_rows   , own_rows   , others,"
        + " terms",
    "contractor             , sign_in  , others     , others    , others     , others     , others,"
        + " terms"
  })
  void whoMayHaveWhat(
      String flag,
      String ofPublic,
      String all,
      String own,
      String other,
      String several,
      String administrator,
      String officer) {
    Licence licence = licence(flag);
    Audience clerk = new Audience(Audience.Kind.COUNCIL, List.of(OLNEY), 1, null);
    check(licence, Audience.PUBLIC, null, ofPublic);
    check(licence, clerk, null, all);
    check(licence, clerk, List.of(OLNEY), own);
    check(licence, clerk, List.of(8L), other);
    check(licence, clerk, List.of(OLNEY, 8L), several);
    check(licence, of(Audience.Kind.ADMINISTRATOR), List.of(OLNEY), administrator);
    check(licence, of(Audience.Kind.OFFICER), null, officer);
  }

  @ParameterizedTest
  @CsvSource({
    "none, 2020-03-31, no_licence",
    "open, 2030-01-01, yes",
    "public-sector internal, 2020-03-31, others",
    "council, 2020-03-31, others",
    "contractor, 2020-03-31, yes",
    "contractor, 2020-04-01, over"
  })
  void whatAContractorsLinkGives(String flag, LocalDate today, String said) {
    assertThat(
            LicencePolicy.contractorsReason(licence(flag), today)
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .orElse("yes"))
        .isEqualTo(said);
  }

  /** Whoever acts for no council is nobody's clerk; no rows at all are not one's own. */
  @Test
  void withoutACouncilThereAreNoOwnRows() {
    check(licence("public-sector internal"), of(Audience.Kind.COUNCIL), List.of(), "others");
    Audience clerk = new Audience(Audience.Kind.COUNCIL, List.of(OLNEY), 1, null);
    check(licence("council"), clerk, List.of(), "own_rows");
  }

  @Test
  void aRefusalSaysTheReasonAndWhatToDo() {
    LicenceRefusal terms =
        new LicenceRefusal("land", LicenceRefusal.Reason.TERMS, LicenceFlag.COUNCIL);
    LicenceRefusal others =
        new LicenceRefusal("rates", LicenceRefusal.Reason.OTHERS, LicenceFlag.CONTRACTOR);
    assertThatThrownBy(() -> LicencePolicy.refuse("Land", List.of(terms)))
        .isInstanceOf(TermsNotAcceptedException.class)
        .hasMessage(
            "Land cannot be downloaded: the terms of land have not been accepted as they stand now;"
                + " read and accept them, signed in, at /licences/land.");
    assertThatThrownBy(() -> LicencePolicy.refuse("It", List.of(terms, others)))
        .isExactlyInstanceOf(ForbiddenException.class)
        .hasMessageStartingWith("It cannot be downloaded: rates is for the contractor only, the");
    LicencePolicy.refuse("It", List.of());
  }

  private static void check(Licence licence, Audience asking, List<Long> councils, String said) {
    for (boolean accepted : new boolean[] {false, true}) {
      String reason =
          LicencePolicy.reason(licence, asking, councils, accepted)
              .map(it -> it.name().toLowerCase(Locale.ROOT))
              .orElse("yes");
      assertThat(reason)
          .as("%s for %s, accepted %s", licence, asking, accepted)
          .isEqualTo(accepted && said.equals("terms") ? "yes" : said);
    }
  }

  private static Audience of(Audience.Kind kind) {
    return new Audience(kind, List.of(), 1, null);
  }

  private static Licence licence(String flag) {
    return LicenceFlag.find(flag)
        .map(
            it ->
                new Licence(
                    "land", it, it == LicenceFlag.CONTRACTOR ? END : null, "PSGA", "OS", null))
        .orElse(null);
  }
}
