package org.greensward.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.greensward.GreenswardApplication;
import org.greensward.error.UserException;
import org.greensward.security.account.FirstAdministrator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code up}: opens the store, loads the demonstration on the first run, and serves. */
@Command(name = "up")
class UpCommand implements Callable<Integer> {
  @Mixin StoreOptions store;

  @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080")
  int port;

  @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1")
  String host;

  @Option(names = "--empty")
  boolean empty;

  /** Starts, warms up and ends: the run from which the class archive is made. */
  @Option(names = "--once", hidden = true)
  boolean once;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65535) {
      throw new UserException("--port " + port + " is not a port; give a number from 0 to 65535.");
    }
    ConfigurableApplicationContext context;
    try {
      context = start();
    } catch (RuntimeException e) {
      throw explained(e);
    }
    WebServerApplicationContext web = (WebServerApplicationContext) context;
    String address = "http://" + host + ":" + web.getWebServer().getPort();
    if (once) {
      context.close();
      return 0;
    }
    System.out.println("Greensward is ready at " + address + "  (Ctrl-C stops it)");
    context
        .getBean(FirstAdministrator.class)
        .invite()
        .ifPresent(invitation -> invite(invitation, address));
    Thread.currentThread().join();
    return 0;
  }

  private static void invite(FirstAdministrator.Invitation invitation, String address) {
    System.out.println(
        "It has no administrator yet. This link makes the first, once, until it is started again:");
    System.out.println("  " + address + invitation.path());
  }

  private ConfigurableApplicationContext start() {
    Map<String, Object> settings = store.settings();
    settings.put("greensward.exclusive", true);
    settings.put("greensward.first-run", empty ? "empty" : "demonstration");
    settings.put("server.port", once ? 0 : port);
    settings.put("server.address", host);
    SpringApplication application = new SpringApplication(GreenswardApplication.class);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(settings);
    return application.run();
  }

  private RuntimeException explained(RuntimeException thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof PortInUseException || t instanceof java.net.BindException) {
        return new UserException(
            "Port " + port + " of " + host + " is in use; choose another with --port.", thrown);
      }
    }
    return thrown;
  }
}
