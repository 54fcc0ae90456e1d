package org.greensward.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.greensward.authority.AuthoritySettings;
import org.greensward.authority.StoreKind;
import org.greensward.database.TestStore;
import org.greensward.error.UserException;
import org.greensward.importing.ImportFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;

class FirstRunTest {
  @TempDir Path folder;

  @Test
  void theDemonstrationIsLoadedOnce() {
    ImportFixture store = ImportFixture.empty();
    start(store, "demonstration", ImportFixture.GIS_DATA);
    assertThat(
            store.texts(
                "SELECT concat_ws(' ', demonstration, today, notice IS NOT NULL, a.name, a.code,"
                    + " y.kind) FROM store, authority a JOIN party y ON y.id = a.party_id"))
        .containsExactly("t 2018-10-01 t Milton Keynes Council E06000042 authority");
    assertThat(
            store.texts(
                "SELECT status || ' ' || count(*) FROM council_status_at('2018-10-01')"
                    + " GROUP BY status ORDER BY status"))
        .containsExactly("devolved 6", "interested 25", "none 17");

    var before = store.fingerprint();
    start(store, "demonstration", ImportFixture.GIS_DATA);
    assertThat(store.fingerprint()).isEqualTo(before);
    assertThatThrownBy(() -> start(store, "empty", ImportFixture.GIS_DATA))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--data DIR");
  }

  @Test
  void anInterruptionLeavesAStoreThatStartsOver() {
    ImportFixture store = ImportFixture.empty();
    var before = store.fingerprint();
    assertThatThrownBy(() -> start(store, "demonstration", folder))
        .isInstanceOf(UserException.class);
    assertThat(store.fingerprint()).isEqualTo(before);
  }

  @Test
  void anEmptyStoreIsForRealDataAndStaysSo() {
    ImportFixture store = ImportFixture.empty();
    start(store, "empty", folder);
    assertThat(store.texts("SELECT demonstration::text FROM store")).containsExactly("false");
    assertThat(store.texts("SELECT short_name FROM authority")).containsExactly("The authority");
    start(store, "demonstration", folder);
    assertThat(store.texts("SELECT demonstration::text FROM store")).containsExactly("false");
  }

  @Test
  void itComesBeforeTheWebServer() {
    FirstRun run = firstRun(ImportFixture.of(TestStore.empty()), "empty", folder);
    assertThat(run.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
  }

  private static void start(ImportFixture store, String kind, Path files) {
    firstRun(store, kind, files).start();
  }

  private static FirstRun firstRun(ImportFixture store, String kind, Path files) {
    return new FirstRun(
        store.imports(),
        new StoreKind(store.jdbc(), AuthoritySettings.UNNAMED),
        store.jdbc(),
        new JdbcTransactionManager(store.dataSource()),
        kind,
        files);
  }
}
