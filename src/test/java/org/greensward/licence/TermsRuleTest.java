package org.greensward.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.greensward.database.Audience;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database keeps of terms and of contractors' links, whoever asks it. */
class TermsRuleTest {
  private static final TestStore STORE = TestStore.empty();
  private static final JdbcClient OWNER = STORE.jdbc();
  private static final JdbcClient ASKING = JdbcClient.create(STORE.audienceDataSource());

  private final LicenceRepository licences = new LicenceRepository(OWNER);

  @BeforeEach
  void fresh() {
    for (String table : new String[] {"licence_acceptance", "contractor_link", "layer_licence"}) {
      OWNER.sql("DELETE FROM " + table).update();
    }
    set("PSGA", null);
  }

  @Test
  void theVersionGrowsWithWhatIsAgreedToAndWithNothingElse() {
    assertThat(version()).isEqualTo(1);
    set("PSGA", null);
    OWNER.sql("UPDATE layer_licence SET source = 'Survey', terms_version = 9").update();
    assertThat(version()).isEqualTo(1);
    set("PSGA 2", null);
    set("PSGA 2", "Be kind.");
    assertThat(version()).isEqualTo(3);
  }

  /** Else what was once accepted would stand for terms that nobody has read. */
  @Test
  void aLicenceThatIsSetAgainIsAcceptedAnew() {
    long clerk = account("again@example.org");
    as(clerk, () -> accept(1));
    OWNER.sql("DELETE FROM layer_licence").update();
    set("Another", null);
    assertThat(version()).isEqualTo(2);
    assertThat(asking(clerk, () -> new AcceptanceRepository(ASKING).listAccepted(clerk))).isEmpty();
  }

  @Test
  void oneAcceptsForOneselfAndWhatStands() {
    long clerk = account("clerk@example.org");
    long other = account("other@example.org");
    assertThatThrownBy(() -> as(clerk, () -> accept(2))).hasMessageContaining("does not stand");
    as(clerk, () -> accept(1));
    as(clerk, () -> accept(1));
    assertThat(OWNER.sql("SELECT count(*) FROM licence_acceptance").query(Long.class).single())
        .isEqualTo(1);
    for (String forbidden :
        List.of(
            "INSERT INTO licence_acceptance (layer, version, account_id) VALUES ('land', 1, "
                + other
                + ")",
            "UPDATE licence_acceptance SET version = 2",
            "DELETE FROM licence_acceptance")) {
      assertThatThrownBy(() -> as(clerk, () -> ASKING.sql(forbidden).update()))
          .as(forbidden)
          .hasMessageContaining("permission denied");
    }
    assertThat(
            asking(
                other,
                () ->
                    ASKING
                        .sql("SELECT count(*) FROM licence_acceptance")
                        .query(Long.class)
                        .single()))
        .isZero();
  }

  @Test
  void aContractorsLinkIsForItsOwnLotsAndEndsInTime() {
    StoreFixture fixture = new StoreFixture(OWNER);
    fixture.party("contractor", "Mowers");
    fixture.party("contractor", "Others");
    fixture.party("trust", "Parks");
    fixture.contract("M1", "Mowers", "[2015-04-01,2020-04-01)");
    fixture.contract("O1", "Others", "[2015-04-01,2020-04-01)");
    assertThatThrownBy(() -> link("Parks", "2099-01-01")).hasMessageContaining("for a contractor");
    assertThatThrownBy(() -> link("Mowers", "2020-01-01")).hasMessageContaining("ends after today");
    long link = link("Mowers", "2099-01-01");
    lot(link, "M1");
    assertThatThrownBy(() -> lot(link, "O1")).hasMessageContaining("its own contracts");
    OWNER
        .sql("UPDATE layer_licence SET flag = 'contractor', contractor_until = '2098-12-31'")
        .update();
    assertThatThrownBy(() -> link("Mowers", "2099-01-01"))
        .hasMessageContaining("while contractors");
    link("Mowers", "2098-12-31");
  }

  private static long link(String party, String ends) {
    return OWNER
        .sql(
            """
            INSERT INTO contractor_link (party_id, purpose, token_hash, ends_on)
            SELECT id, 'test', sha256(gen_random_uuid()::text::bytea), :ends::date FROM party
            WHERE name = :party RETURNING id
            """)
        .param("party", party)
        .param("ends", ends)
        .query(Long.class)
        .single();
  }

  private static void lot(long link, String lot) {
    OWNER
        .sql("INSERT INTO contractor_link_lot SELECT ?, id FROM lot WHERE code = ?")
        .param(link)
        .param(lot)
        .update();
  }

  private void set(String line, String terms) {
    licences.set(
        new Licence("land", LicenceFlag.PUBLIC_SECTOR_INTERNAL, null, line, "OS", null, terms));
  }

  private static int version() {
    return OWNER.sql("SELECT terms_version FROM layer_licence").query(Integer.class).single();
  }

  private static int accept(int version) {
    new AcceptanceRepository(ASKING).accept("land", version);
    return version;
  }

  private static long account(String email) {
    return OWNER
        .sql(
            "INSERT INTO account (email, name, role, title)"
                + " VALUES (?, 'A', 'council', 'Clerk') RETURNING id")
        .param(email)
        .query(Long.class)
        .single();
  }

  private static void as(long account, java.util.function.Supplier<Integer> change) {
    asking(account, change);
  }

  private static <T> T asking(long account, java.util.function.Supplier<T> question) {
    Audience clerk = new Audience(Audience.Kind.COUNCIL, List.of(1L), account, null);
    try (Audience.Bound bound = Audience.bind(clerk)) {
      return question.get();
    } catch (DataAccessException e) {
      throw new IllegalStateException(e.getMostSpecificCause().getMessage(), e);
    }
  }
}
