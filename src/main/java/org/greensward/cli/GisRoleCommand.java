package org.greensward.cli;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.greensward.error.UserException;
import org.greensward.security.gisrole.GisRole;
import org.greensward.security.gisrole.GisRoleService;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gis-role}: lists, makes and ends roles for people of a GIS. */
@Command(name = "gis-role")
class GisRoleCommand implements Callable<Integer> {
  @Mixin StoreOptions store;

  @Parameters(index = "0", paramLabel = "WHAT")
  String what;

  @Parameters(index = "1", paramLabel = "NAME", arity = "0..1")
  String name;

  @Option(names = "--account", paramLabel = "EMAIL")
  String account;

  @Option(names = "--officer")
  boolean officer;

  @Option(names = "--council", paramLabel = "ADDRESS")
  String council;

  @Option(names = "--read-only")
  boolean readOnly;

  @Option(names = "--title", paramLabel = "TITLE")
  String title;

  @Override
  public Integer call() {
    switch (what) {
      case "list", "add", "drop" -> {}
      default ->
          throw new UserException(
              "gis-role does not know '" + what + "'; it knows: list, add, drop.");
    }
    if (!what.equals("list") && (name == null || name.isBlank())) {
      throw new UserException("Which role? Give its name: ./greensward gis-role " + what + " ann.");
    }
    if (what.equals("add")
        && Stream.of(account != null, officer, council != null).filter(x -> x).count() != 1) {
      throw new UserException(
          "Whose role is it? Say one of --account EMAIL, --officer and --council ADDRESS.");
    }
    try (ConfigurableApplicationContext context = store.openForCommand()) {
      GisRoleService roles = context.getBean(GisRoleService.class);
      switch (what) {
        case "list" -> roles.list().forEach(GisRoleCommand::print);
        case "add" -> print(roles.add(new GisRole.Draft(name, account, council, readOnly, title)));
        default -> {
          roles.drop(name);
          System.out.println("The GIS role " + name + " has ended, and its sessions with it.");
        }
      }
    }
    return 0;
  }

  private static void print(GisRole role) {
    System.out.printf(
        "%-15s %s%s%s%s; made %s%s%s%n",
        role.name(),
        switch (role.audience()) {
          case "officer" -> role.readOnly() ? "officer, reads only" : "officer";
          case "council" -> "council, reads only";
          default -> "nobody";
        },
        role.who() == null ? "" : ", " + role.who(),
        role.title() == null ? "" : " (" + role.title() + ")",
        "; user " + role.login(),
        role.madeAt().toLocalDate(),
        role.connections() == 0 ? "" : "; " + role.connections() + " open connections",
        role.audience().equals("nobody") ? "; its account has ended: drop it" : "");
  }

  private void print(GisRole.Made made) {
    GisRole.Access access = made.access();
    boolean edits = made.audience().equals("officer") && !readOnly;
    String encryption = access.encrypted() ? "require" : "prefer";
    System.out.printf(
        """
        The GIS role %1$s is made; it sees what %2$s, and edits %3$s.

          host      %4$s
          port      %5$d
          database  %6$s
          schema    %7$s
          user      %8$s
          password  %9$s
          SSL mode  %10$s

        The password is kept nowhere and not shown again. For ~/.pg_service.conf:

          [greensward]
          host=%4$s
          port=%5$d
          dbname=%6$s
          user=%8$s
          password=%9$s
          sslmode=%10$s

        In QGIS: Layer, Add Layer, Add PostGIS Layers, New; as service: greensward. Choose the schema
        %7$s and the layers land_areas, land_lines, land_points. docs/desktop-editing.md says more.
        """,
        name,
        made.audience().equals("officer") ? "officers see" : "its council sees",
        edits ? "land" : "nothing",
        access.host(),
        access.port(),
        access.database(),
        access.schema(),
        made.login(),
        made.password(),
        encryption);
    if (access.local()) {
      System.out.println(
          "The database listens to this machine only, and its port changes with each start, until"
              + " GREENSWARD_GIS_LISTEN says otherwise for ./greensward up.");
    }
  }
}
