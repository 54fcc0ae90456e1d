package org.greensward.demonstration;

import java.nio.file.Path;
import java.util.Optional;
import org.greensward.authority.StoreKind;
import org.greensward.database.OwnerDataSource;
import org.greensward.error.UserException;
import org.greensward.importing.ImportService;
import org.greensward.licence.LicenceRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a new store what it shall be, before the web server answers its first request. Active where
 * the setting {@code greensward.first-run} is {@code demonstration} or {@code empty}; a store that
 * is in use already is left alone.
 */
@Component
@ConditionalOnProperty("greensward.first-run")
class FirstRun implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(FirstRun.class);

  private final ImportService imports;
  private final StoreKind store;
  private final LicenceRepository licences;
  private final TransactionTemplate transaction;
  private final boolean demonstration;
  private final Path files;
  private boolean running;

  FirstRun(
      ImportService imports,
      StoreKind store,
      @OwnerDataSource JdbcClient jdbc,
      @OwnerDataSource PlatformTransactionManager transactions,
      @Value("${greensward.first-run}") String kind,
      @Value("${greensward.gis-data:gis-data}") Path files) {
    this.imports = imports;
    this.store = store;
    this.licences = new LicenceRepository(jdbc);
    this.transaction = new TransactionTemplate(transactions);
    this.demonstration = kind.equals("demonstration");
    this.files = files;
  }

  /**
   * Loads the demonstration, in one transaction, or marks the store as one for real data.
   *
   * @throws UserException when an empty store is asked for and this one holds the demonstration
   */
  @Override
  public void start() {
    Optional<Boolean> present = store.findDemonstration();
    if (!demonstration && present.orElse(false)) {
      throw new UserException(
          "This store holds the demonstration, and --empty asks for one without it; choose another"
              + " folder with --data DIR.");
    }
    if (present.isEmpty()) {
      transaction.executeWithoutResult(status -> found());
    }
    running = true;
  }

  private void found() {
    if (demonstration) {
      new DemonstrationLoader(
              imports,
              store,
              licences,
              files,
              (layer, done, total) -> log.info("Loading the demonstration: {} ... {}", layer, done))
          .load();
    } else {
      store.foundForRealData();
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }
}
