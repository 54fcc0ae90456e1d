package org.greensward.store;

import java.time.Clock;
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
    return settings.databaseUrl().isBlank()
        ? EmbeddedCluster.open(settings.data(), settings.exclusive())
        : ExternalDatabase.parse(settings.databaseUrl());
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

  @Bean
  Clock clock() {
    return Clock.systemDefaultZone();
  }
}
