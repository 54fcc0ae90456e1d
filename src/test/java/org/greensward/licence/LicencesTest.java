package org.greensward.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.greensward.database.TestStore;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class LicencesTest {
  private static final LocalDate RENEWAL = LocalDate.of(2020, 4, 1);

  private final JdbcClient jdbc = TestStore.empty().jdbc();
  private final LicenceRepository licences = new LicenceRepository(jdbc);

  @Test
  void atFirstNoLayerHasOne() {
    assertThat(licences.list()).isEmpty();
  }

  @Test
  void whatIsSetTakesThePlaceOfWhatWas() {
    licences.set(licence("land", LicenceFlag.CONTRACTOR, RENEWAL, "Contract"));
    licences.set(licence("land", LicenceFlag.OPEN, null, "Open Government Licence v3.0"));
    licences.set(licence("parishes", LicenceFlag.PUBLIC_SECTOR_INTERNAL, null, "PSGA"));
    assertThat(licences.list())
        .containsExactly(
            licence("parishes", LicenceFlag.PUBLIC_SECTOR_INTERNAL, null, "PSGA"),
            licence("land", LicenceFlag.OPEN, null, "Open Government Licence v3.0"));
    assertThat(licences.find("land").orElseThrow().isOpen()).isTrue();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> licences.set(licence("pieces", LicenceFlag.OPEN, null, "OGL")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("those that have, and that all others are made of, are parishes,");
    assertThatThrownBy(() -> licences.set(licence("land", LicenceFlag.CONTRACTOR, null, "C")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("needs the day until which");
    assertThatThrownBy(() -> licences.set(licence("land", LicenceFlag.OPEN, RENEWAL, "C")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("goes with the flag contractor only");
    assertThatThrownBy(() -> licences.set(licence("land", LicenceFlag.OPEN, null, " ")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("The licence line is empty");
    assertThatThrownBy(() -> licences.set(licence("land", LicenceFlag.OPEN, null, "a\nb")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("one line");
    assertThat(licences.list()).isEmpty();
  }

  /** Whoever writes into the table, by whatever program. */
  @Test
  void theDatabaseKeepsTheRuleToo() {
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        INSERT INTO layer_licence (layer, flag, line, attribution)
                        VALUES ('land', 'contractor', 'Contract', 'Contractor')
                        """)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("layer_licence_contractor_until_a_date");
  }

  private static Licence licence(String layer, LicenceFlag flag, LocalDate until, String line) {
    return new Licence(layer, flag, until, line, "© Crown copyright", null);
  }
}
