package org.greensward.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.greensward.database.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** The rules of the register that the database keeps. */
class RegisterRuleTest {
  private StoreFixture db;
  private CouncilStatusRepository register;

  @BeforeEach
  void twoCouncils() {
    db = StoreFixture.fresh();
    register = new CouncilStatusRepository(db.jdbc());
    db.parish("E04000001", "POLYGON((0 0,0 100,100 100,100 0,0 0))");
    db.council("Olney Town Council", "E04000001");
    db.council("Calverton Parish Meeting", "E04000002");
  }

  @Test
  void aCouncilHasOneStatusAtATime() {
    db.status("Olney Town Council", "none", "[2010-01-01,2014-04-01)");
    db.status("Olney Town Council", "devolved", "[2014-04-01,)");
    assertThatThrownBy(() -> db.status("Olney Town Council", "none", "[2015-01-01,2016-01-01)"))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("status_one_at_a_time");
  }

  @Test
  void aParishHasOneCouncilAtATime() {
    assertThatThrownBy(() -> db.council("Another Council", "E04000001"))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("council_parish_one_council_at_a_time");
  }

  @Test
  void noRowAtADateMeansUnknown() {
    db.status("Olney Town Council", "devolved", "[2014-04-01,)");
    assertThat(register.countStatuses(LocalDate.of(2014, 4, 1)))
        .isEqualTo(new StatusCounts(1, 0, 0, 1));
    assertThat(register.countStatuses(LocalDate.of(2014, 3, 31)))
        .isEqualTo(new StatusCounts(0, 0, 0, 2));
  }

  @Test
  void whatIsNotYetPublishedIsNotTold() {
    db.status("Olney Town Council", "devolved", "[2014-04-01,)");
    db.jdbc().sql("UPDATE status SET published_from = 'infinity'").update();
    assertThat(register.countStatuses(LocalDate.of(2018, 1, 1)).devolved()).isZero();
    assertThat(register.listHistory("olney-town-council")).isEmpty();
  }

  @Test
  void aChangeOfStatusRaisesTheRevisionOfWhatShowsItAndOfNothingElse() {
    long before = revision("parishes");
    long context = revision("context");
    long shape = revision("coverage");
    db.status("Olney Town Council", "devolved", "[2014-04-01,)");
    assertThat(revision("parishes")).isEqualTo(before + 1);
    assertThat(revision("context")).isEqualTo(context);
    assertThat(revision("coverage")).isEqualTo(shape);
    db.jdbc().sql("UPDATE status SET note = 'x' WHERE false").update();
    assertThat(revision("parishes")).isEqualTo(before + 1);
  }

  private long revision(String layer) {
    return db.jdbc()
        .sql("SELECT revision FROM layer_revision WHERE layer = ?")
        .param(layer)
        .query(Long.class)
        .single();
  }
}
