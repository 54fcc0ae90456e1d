package org.greensward.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.greensward.error.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostGIS of one's own: how it is named, and what is said when it cannot be used. */
class ExternalDatabaseTest {

  @Test
  void theUrlIsReadWithItsUserAndPassword() {
    ExternalDatabase database =
        ExternalDatabase.parse(
            "postgresql://clerk:p%40ss+word@db.example:5433/green?sslmode=require");
    assertThat(database.jdbcUrl())
        .startsWith("jdbc:postgresql://db.example:5433/green?sslmode=require&currentSchema=");
    assertThat(database.username()).isEqualTo("clerk");
    assertThat(database.password()).isEqualTo("p@ss+word");
    assertThat(database.toString()).doesNotContain("p@ss");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"green", "mysql://a/b", "postgresql://host", "postgresql://host/", "http:"})
  void whatIsNoDatabaseAddressIsRefused(String url) {
    assertThatThrownBy(() -> ExternalDatabase.parse(url))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("postgresql://user:password@host:5432/database");
  }

  @Test
  void aDatabaseThatCanBeUsedPasses() {
    ExternalDatabase database = ExternalDatabase.parse(TestStore.empty().url());
    assertThatCode(() -> DatabaseCheck.check(database)).doesNotThrowAnyException();
  }

  @Test
  void aDatabaseWithoutPostgisNamesWhatIsMissingAndWhoMayAddIt() {
    refused(TestStore.bare().url(), "has no extension postgis", "CREATE EXTENSION postgis");
  }

  @Test
  void aDatabaseThatCannotBeOpenedSaysWhy() {
    String url = TestStore.empty().url();
    refused(url.replaceFirst("/[^/]+$", "/nowhere"), "\"nowhere\" does not exist");
    refused(url.replaceFirst(":[^:@]+@", ":wrong@"), "password authentication failed");
    refused("postgresql://a:b@127.0.0.1:1/x", "refused");
  }

  @Test
  void anOwnerWhoMayMakeNoRolesIsToldWhatToAskFor() {
    ExternalDatabase database = ExternalDatabase.parse(TestStore.ofUserWithoutRoles().url());
    assertThatThrownBy(() -> StoreRoles.of(database))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(
            "may not make the role " + database.username() + "_public",
            "ALTER ROLE \"" + database.username() + "\" CREATEROLE");
  }

  private static void refused(String url, String... said) {
    assertThatThrownBy(() -> DatabaseCheck.check(ExternalDatabase.parse(url)))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll(said)
        .message()
        .doesNotContain("\n")
        .endsWith(".");
  }
}
