package org.greensward.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greensward.GreenswardApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** Which store a command works on, and the application opened on it. */
class StoreOptions {
  @Option(names = "--data", paramLabel = "DIR")
  Path data;

  /** The settings that these options and the environment make. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("greensward.data", data == null ? defaultData() : data.toAbsolutePath());
    String url = System.getenv("GREENSWARD_DATABASE_URL");
    if (url != null && !url.isBlank()) {
      settings.put("greensward.database-url", url);
    }
    return settings;
  }

  /** The application without its web server, for a command that ends. */
  ConfigurableApplicationContext openForCommand() {
    SpringApplication application = new SpringApplication(GreenswardApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(settings());
    return application.run();
  }

  private static Path defaultData() {
    boolean root = "root".equals(System.getProperty("user.name"));
    return root
        ? Path.of("/var/lib/greensward")
        : Path.of(System.getProperty("user.home"), ".local/share/greensward");
  }
}
