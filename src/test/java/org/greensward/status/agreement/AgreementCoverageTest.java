package org.greensward.status.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.greensward.status.agreement.AgreementCoverage.Row;
import org.junit.jupiter.api.Test;

/** What people tick, and the rows that say the same. */
class AgreementCoverageTest {
  private static final List<String> TYPES = List.of("grass", "hedge", "tree");
  private static final Set<String> NONE = Set.of();

  @Test
  void allLandNeedsNoRow() {
    AgreementCoverage all = new AgreementCoverage(false, Set.copyOf(TYPES), NONE, NONE);
    assertThat(all.rows(TYPES)).isEmpty();
    assertThat(AgreementCoverage.of(List.of(), TYPES)).isEqualTo(all);
  }

  @Test
  void whatIsLeftOutIsNamed() {
    AgreementCoverage cover =
        new AgreementCoverage(false, Set.of("grass", "tree"), NONE, Set.of("MK-1"));
    assertThat(cover.rows(TYPES))
        .containsExactly(new Row("hedge", null, false), new Row(null, "MK-1", false));
    assertThat(AgreementCoverage.of(cover.rows(TYPES), TYPES)).isEqualTo(cover);
  }

  /** One parcel put in would take all else out, were the rest not named. */
  @Test
  void aParcelThatIsPutInLeavesTheRestWhereItIs() {
    AgreementCoverage cover =
        new AgreementCoverage(false, Set.of("grass", "tree"), Set.of("MK-2"), NONE);
    assertThat(cover.rows(TYPES))
        .contains(new Row("grass", null, true), new Row("hedge", null, false));
    assertThat(AgreementCoverage.of(cover.rows(TYPES), TYPES)).isEqualTo(cover);
  }

  @Test
  void onlyTheseNamesWhatIsIn() {
    AgreementCoverage cover = new AgreementCoverage(true, Set.of("grass"), NONE, NONE);
    assertThat(cover.rows(TYPES)).containsExactly(new Row("grass", null, true));
    assertThat(AgreementCoverage.of(cover.rows(TYPES), TYPES)).isEqualTo(cover);
  }
}
