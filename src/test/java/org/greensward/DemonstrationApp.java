package org.greensward;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.greensward.database.TestStore;
import org.greensward.importing.DemonstrationStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application on the demonstration, started once for all tests that ask. */
public final class DemonstrationApp {
  /** The clock of every application that is started here. */
  public static final TestClock CLOCK = TestClock.stopped();

  private static ConfigurableApplicationContext context;

  private DemonstrationApp() {}

  /** A bean of the running application, for a test that looks behind the door. */
  public static <T> T bean(Class<T> type) {
    return context().getBean(type);
  }

  /** One of several beans of a type, by its name. */
  @SuppressWarnings("unchecked")
  public static <T> T bean(String name) {
    return (T) context().getBean(name);
  }

  /** Its database as the owner has it, for a test that changes what only officers may. */
  public static JdbcClient ownerJdbc() {
    return context().getBean("ownerJdbc", JdbcClient.class);
  }

  /** Where it serves, without a slash at the end. */
  public static String address() {
    return addressOf(context());
  }

  private static synchronized ConfigurableApplicationContext context() {
    if (context == null) {
      context = start(DemonstrationStore.copy(), "demonstration");
    }
    return context;
  }

  /** The application on a store of one's own; the caller closes it. */
  public static ConfigurableApplicationContext start(TestStore store, String firstRun) {
    return start(store, firstRun, Map.of());
  }

  /** The same with settings of one's own. */
  public static ConfigurableApplicationContext start(
      TestStore store, String firstRun, Map<String, Object> settings) {
    SpringApplication application = new SpringApplication(GreenswardApplication.class);
    // Several applications share the one server of a test run, which has 120 connections.
    Map<String, Object> all =
        new HashMap<>(
            Map.of(
                "greensward.connections.owner", 4,
                "greensward.connections.of-public", 8,
                "greensward.connections.signed-in", 4));
    all.putAll(settings);
    all.put("greensward.database-url", store.url());
    all.put("greensward.first-run", firstRun);
    all.put("server.address", "127.0.0.1");
    all.put("server.port", 0);
    application.setDefaultProperties(all);
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(
                    "testClock", Clock.class, () -> CLOCK, bean -> bean.setPrimary(true)));
    return application.run();
  }

  /** Where an application serves, without a slash at the end. */
  public static String addressOf(ConfigurableApplicationContext context) {
    return "http://127.0.0.1:" + ((WebServerApplicationContext) context).getWebServer().getPort();
  }
}
