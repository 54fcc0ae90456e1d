package org.greensward.store;

import java.time.Clock;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.greensward.refusal.Refusal;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The store as beans. The connection pool rests on {@link JdbcConnectionDetails}, which rests on
 * the store, so that at the end the pool is closed before the server is stopped.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean(destroyMethod = "close")
  StoreConnection storeConnection(StoreSettings settings) {
    if (settings.databaseUrl().isBlank()) {
      return EmbeddedCluster.open(settings.data(), settings.exclusive());
    }
    ExternalDatabase database = ExternalDatabase.parse(settings.databaseUrl());
    DatabaseCheck.check(database);
    return database;
  }

  @Bean
  JdbcConnectionDetails jdbcConnectionDetails(StoreConnection store) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return store.username();
      }

      @Override
      public String getPassword() {
        return store.password();
      }

      @Override
      public String getJdbcUrl() {
        return store.jdbcUrl();
      }
    };
  }

  /** Migrates, and says in a sentence when the store is of another version of the program. */
  @Bean
  FlywayMigrationStrategy migration() {
    return flyway -> {
      try {
        flyway.migrate();
      } catch (FlywayValidateException e) {
        throw new Refusal(
            "This store was made by another version of Greensward whose tables differ; use that"
                + " version, or start a new store with --data DIR and import the files again.",
            e);
      }
    };
  }

  @Bean
  Clock clock() {
    return Clock.systemDefaultZone();
  }
}
