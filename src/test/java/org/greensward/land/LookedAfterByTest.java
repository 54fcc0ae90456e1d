package org.greensward.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.greensward.database.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who looks after a piece of land at a date: the first rule that applies. */
class LookedAfterByTest {
  private StoreFixture db;

  /** One parish whose council took over on 1 April 2014; a contract from November 2014 to 2020. */
  @BeforeEach
  void oneParishAndOneContract() {
    db = StoreFixture.fresh();
    db.parish("E04000001", "POLYGON((0 0,0 100,100 100,100 0,0 0))");
    db.council("Olney Town Council", "E04000001");
    db.status("Olney Town Council", "none", "[2010-01-01,2014-04-01)");
    db.status("Olney Town Council", "devolved", "[2014-04-01,)");
    db.party("authority", "The Authority");
    db.party("contractor", "The Contractor");
    db.party("trust", "The Trust");
    db.contract("N", "The Contractor", "[2014-11-03,2020-04-01)");
    db.land("in", "amenity grass", null, "POLYGON((10 10,10 20,20 20,20 10,10 10))");
    db.land("out", "hedge", null, "LINESTRING(200 0,200 50)");
    for (String reference : new String[] {"in", "out"}) {
      db.landParty(reference, "owner_id", "The Authority");
      db.landParty(reference, "maintainer_id", "The Contractor");
      db.landLot(reference, "N");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "in,  2013-06-01, The Authority",
    "in,  2014-04-01, Olney Town Council",
    "in,  2018-10-01, Olney Town Council",
    "out, 2014-04-01, The Authority",
    "out, 2014-11-03, The Contractor",
    "out, 2020-03-31, The Contractor",
    "out, 2020-04-01, The Authority"
  })
  void theCouncilThenTheContractorThenTheOwner(String reference, String at, String keeper) {
    assertThat(keeper(reference, at)).isEqualTo(keeper);
  }

  @Test
  void aTrustKeepsItsLandInADevolvedParish() {
    db.landParty("in", "maintainer_id", "The Trust");
    assertThat(keeper("in", "2018-10-01")).isEqualTo("The Trust");
    db.jdbc().sql("UPDATE land SET maintainer_valid = '[,2018-01-01)'").update();
    assertThat(keeper("in", "2018-10-01")).isEqualTo("Olney Town Council");
  }

  @Test
  void whatTheAgreementLeavesOutStaysWithTheContractor() {
    db.jdbc()
        .sql(
            "INSERT INTO agreement (status_id, term) SELECT id, valid FROM status"
                + " WHERE status = 'devolved'")
        .update();
    assertThat(keeper("in", "2018-10-01")).isEqualTo("Olney Town Council");
    db.jdbc()
        .sql(
            "INSERT INTO agreement_cover (agreement_id, asset_type, covers)"
                + " SELECT id, 'amenity grass', false FROM agreement")
        .update();
    assertThat(keeper("in", "2018-10-01")).isEqualTo("The Contractor");
    db.jdbc()
        .sql(
            "INSERT INTO agreement_cover (agreement_id, reference, covers)"
                + " SELECT id, 'in', true FROM agreement")
        .update();
    assertThat(keeper("in", "2018-10-01")).isEqualTo("Olney Town Council");
  }

  @Test
  void nothingIsKnownOfLandWithoutOwnerOrLot() {
    db.land("stray", "tree", null, "POINT(300 300)");
    assertThat(keeper("stray", "2018-10-01")).isNull();
  }

  private String keeper(String reference, String at) {
    return db.jdbc()
        .sql("SELECT looked_after_by FROM piece_at(?) WHERE reference = ?")
        .param(LocalDate.parse(at))
        .param(reference)
        .query((row, n) -> java.util.Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }
}
