package org.greensward;

import java.util.Map;
import org.greensward.store.TestStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on the demonstration, started once for all tests that ask. */
public final class DemonstrationApp {
  private static String address;

  private DemonstrationApp() {}

  /** Where it serves, without a slash at the end. */
  public static synchronized String address() {
    if (address == null) {
      SpringApplication application = new SpringApplication(GreenswardApplication.class);
      application.setDefaultProperties(
          Map.of(
              "greensward.database-url",
              TestStore.empty().url(),
              "greensward.first-run",
              "demonstration",
              "server.address",
              "127.0.0.1",
              "server.port",
              0));
      ConfigurableApplicationContext context = application.run();
      address =
          "http://127.0.0.1:" + ((WebServerApplicationContext) context).getWebServer().getPort();
    }
    return address;
  }
}
