package org.greensward.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.greensward.database.StoreConnection;
import org.greensward.error.UserException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A migrated store without data, opened by the bench itself and without the rest of the program, so
 * that applications can be started on it and stopped again while it stands.
 */
final class BenchStore implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/([^?]+).*");

  private final ConfigurableApplicationContext context;
  private final Matcher url;
  private final StoreConnection connection;

  BenchStore(Path data) {
    SpringApplication application = new SpringApplication(StoreAlone.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false); // closed by the bench, after what works on it
    application.setDefaultProperties(Map.of("greensward.data", data));
    context = application.run();
    connection = context.getBean(StoreConnection.class);
    url = URL.matcher(connection.jdbcUrl());
    if (!url.matches()) {
      throw new UserException(
          "The bench cannot read its database's address " + connection.jdbcUrl());
    }
  }

  @EnableAutoConfiguration
  @ComponentScan("org.greensward.store")
  @ConfigurationPropertiesScan("org.greensward.store")
  static class StoreAlone {}

  DataSource dataSource() {
    return context.getBean("ownerDataSource", DataSource.class);
  }

  JdbcClient jdbc() {
    return context.getBean("ownerJdbc", JdbcClient.class);
  }

  /** As {@code GREENSWARD_DATABASE_URL} takes it. */
  String databaseUrl() {
    return "postgresql://%s:%s@%s:%s/%s"
        .formatted(
            connection.username(), connection.password(), url.group(1), url.group(2), url.group(3));
  }

  /** As PostgreSQL's own programs take it. */
  Map<String, String> environment() {
    return Map.of(
        "PGHOST", url.group(1),
        "PGPORT", url.group(2),
        "PGDATABASE", url.group(3),
        "PGUSER", connection.username(),
        "PGPASSWORD", connection.password());
  }

  @Override
  public void close() {
    context.close();
  }
}
