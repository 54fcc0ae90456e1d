package org.greensward.database.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.greensward.database.DatabaseCheck;
import org.greensward.database.ExternalDatabase;
import org.greensward.database.OwnerDataSource;
import org.greensward.database.PublicDataSource;
import org.greensward.database.StoreConnection;
import org.greensward.database.StoreRoles;
import org.greensward.database.StoreSettings;
import org.greensward.database.cluster.EmbeddedCluster;
import org.greensward.database.cluster.GisSettings;
import org.greensward.error.UserException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The store as beans: one pool for its owner, one for the public, one for whoever signed in. What
 * is asked for without saying as whom is the database of the audience that is bound to the thread.
 * The pools rest on the store, so that at the end they are closed before the server is stopped.
 */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {
  private static final int LEAST_IDLE = 2;
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(10);

  @Bean(destroyMethod = "close")
  StoreConnection storeConnection(StoreSettings settings, GisSettings gis) {
    if (settings.databaseUrl().isBlank()) {
      return EmbeddedCluster.open(settings.data(), settings.exclusive(), gis);
    }
    if (!gis.listen().isBlank()) {
      throw new UserException(
          "greensward.gis.listen is for the embedded database; the one of GREENSWARD_DATABASE_URL"
              + " listens where its own settings say.");
    }
    ExternalDatabase database = ExternalDatabase.parse(settings.databaseUrl());
    DatabaseCheck.check(database);
    return database;
  }

  @Bean
  public JdbcConnectionDetails jdbcConnectionDetails(StoreConnection store) {
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

  @Bean
  StoreRoles storeRoles(StoreConnection store) {
    return StoreRoles.of(store);
  }

  @Bean(defaultCandidate = false)
  @OwnerDataSource
  @FlywayDataSource
  HikariDataSource ownerDataSource(StoreConnection store, PoolSettings settings) {
    return pool(store, "owner", store.username(), store.password(), settings.owner());
  }

  @Bean(defaultCandidate = false)
  @PublicDataSource
  HikariDataSource publicDataSource(
      StoreConnection store, StoreRoles roles, PoolSettings settings) {
    StoreRoles.Login login = roles.ofPublic();
    return pool(store, "public", login.name(), login.password(), settings.ofPublic());
  }

  @Bean(defaultCandidate = false)
  @Qualifier("signedIn")
  HikariDataSource signedInDataSource(
      StoreConnection store, StoreRoles roles, PoolSettings settings) {
    StoreRoles.Login login = roles.ofSignedIn();
    return pool(store, "signed in", login.name(), login.password(), settings.signedIn());
  }

  @Bean
  @Primary
  DataSource dataSource(
      @PublicDataSource DataSource ofPublic, @Qualifier("signedIn") DataSource ofSignedIn) {
    return new AudienceDataSource(ofPublic, ofSignedIn);
  }

  /** Connects when the first connection is asked for, which is after the migration. */
  private static HikariDataSource pool(
      StoreConnection store, String name, String user, String password, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(store.jdbcUrl());
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(size, LEAST_IDLE));
    config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  /**
   * Migrates, after the roles are there to which migrations grant, and says in a sentence when the
   * store is of another version of the program. What was added is then open to GIS roles as far as
   * it is to whoever signs in, and closed to them else.
   */
  @Bean
  FlywayMigrationStrategy migration(ObjectProvider<StoreRoles> roles) {
    return flyway -> {
      roles.getObject();
      try {
        flyway.migrate();
        JdbcClient.create(flyway.getConfiguration().getDataSource())
            .sql("CALL open_to_gis()")
            .update();
      } catch (FlywayValidateException e) {
        throw new UserException(
            "This store was made by another version of Greensward whose tables differ; use that"
                + " version, or start a new store with --data DIR and import the files again.",
            e);
      }
    };
  }

  @Bean(defaultCandidate = false)
  @OwnerDataSource
  JdbcClient ownerJdbc(@OwnerDataSource DataSource source) {
    return JdbcClient.create(source);
  }

  @Bean(defaultCandidate = false)
  @PublicDataSource
  JdbcClient publicJdbc(@PublicDataSource DataSource source) {
    return JdbcClient.create(source);
  }

  @Bean(defaultCandidate = false)
  @OwnerDataSource
  PlatformTransactionManager ownerTransactions(@OwnerDataSource DataSource source) {
    return new JdbcTransactionManager(source);
  }

  @Bean(defaultCandidate = false)
  @PublicDataSource
  PlatformTransactionManager publicTransactions(@PublicDataSource DataSource source) {
    return new JdbcTransactionManager(source);
  }

  @Bean
  @Primary
  PlatformTransactionManager transactionManager(DataSource source) {
    return new JdbcTransactionManager(source);
  }

  @Bean
  Clock clock() {
    return Clock.system(ZoneId.systemDefault());
  }
}
