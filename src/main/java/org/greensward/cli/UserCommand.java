package org.greensward.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.error.UserException;
import org.greensward.security.account.AccountAdminService;
import org.greensward.security.account.AccountQueries;
import org.greensward.security.account.AccountRole;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user}: lists, makes, ends and resets accounts, for whoever runs the service. */
@Command(name = "user")
class UserCommand implements Callable<Integer> {
  private static final String ROLES =
      Stream.of(AccountRole.values()).map(AccountRole::word).collect(Collectors.joining(", "));

  @Mixin StoreOptions store;

  @Parameters(index = "0", paramLabel = "WHAT")
  String what;

  @Parameters(index = "1", paramLabel = "EMAIL", arity = "0..1")
  String email;

  @Option(names = "--role", paramLabel = "ROLE")
  String role;

  @Option(names = "--name", paramLabel = "NAME")
  String name;

  @Option(names = "--title", paramLabel = "TITLE")
  String title;

  @Option(names = "--council", paramLabel = "ADDRESS")
  List<String> councils = List.of();

  @Option(names = "--clear-second-factor")
  boolean clear;

  @Option(names = "--all")
  boolean all;

  @Override
  public Integer call() {
    switch (what) {
      case "list", "add", "disable", "reset" -> {}
      default ->
          throw new UserException(
              "user does not know '" + what + "'; it knows: list, add, disable, reset.");
    }
    AccountAdminService.Draft draft = what.equals("add") ? draft() : null;
    if (!what.equals("list")) {
      needed(email, "Whose account? Give the email address: ./greensward user " + what + " EMAIL.");
    }
    try (ConfigurableApplicationContext context = store.openForCommand()) {
      AccountAdminService desk = context.getBean("ownerAccountDesk", AccountAdminService.class);
      switch (what) {
        case "list" -> list(desk);
        case "add" -> told(desk.add(draft), "The account of " + email + " is made.");
        case "disable" -> {
          desk.end(get(desk).id(), "by the command line");
          System.out.println("The account of " + email + " has ended, and its sessions with it.");
        }
        default ->
            told(desk.reset(get(desk).id(), clear), "The account of " + email + " has a new link.");
      }
    }
    return 0;
  }

  private AccountAdminService.Draft draft() {
    needed(email, "Whose account? Give the email address: ./greensward user add EMAIL.");
    if (!email.matches("[^@\\s]+@[^@\\s]+")) {
      throw new UserException(email + " is not an email address; write it as name@example.org.");
    }
    needed(role, "What is the account for? Say --role: " + ROLES + ".");
    needed(name, "Who is it? Say --name 'Ann Clerk'.");
    needed(title, "What is the person shown as to others? Say --title Clerk.");
    Optional<AccountRole> known =
        Stream.of(AccountRole.values()).filter(r -> r.word().equals(role)).findAny();
    AccountRole wanted =
        known.orElseThrow(
            () ->
                new UserException(
                    "--role " + role + " is not known; the roles are " + ROLES + "."));
    if ((wanted == AccountRole.COUNCIL) == councils.isEmpty()) {
      throw new UserException(
          councils.isEmpty()
              ? "Which council does the account act for? Say --council olney-town-council, as its page is called."
              : "Only accounts of role council act for councils; leave --council out.");
    }
    return new AccountAdminService.Draft(email, name, wanted, title, councils);
  }

  private static void needed(String given, String sentence) {
    if (given == null || given.isBlank()) {
      throw new UserException(sentence);
    }
  }

  private AccountQueries.Row get(AccountAdminService desk) {
    return desk.list()
        .find(email)
        .orElseThrow(() -> new UserException("No account in use has the address " + email + "."));
  }

  private void list(AccountAdminService desk) {
    for (AccountQueries.Row row :
        desk.list().list(email == null ? "" : email, Optional.empty(), all)) {
      System.out.printf(
          "%-13s %s, %s (%s)%s; %s%s%n",
          row.role().word(),
          row.email(),
          row.name(),
          row.title(),
          row.councils().isEmpty() ? "" : " for " + String.join(", ", row.councils()),
          state(row),
          row.secondFactor() ? "; second factor" : "");
    }
  }

  private static String state(AccountQueries.Row row) {
    return switch (row.state()) {
      case "ended" -> "ended " + row.endedDay();
      case "invited" -> "no password yet";
      default ->
          row.signedInAt() == null ? "never signed in" : "last signed in " + row.signedInDay();
    };
  }

  private static void told(AccountAdminService.Given given, String sentence) {
    System.out.println(sentence);
    System.out.println(
        "Hand this over; it sets the password, once, until "
            + AccountQueries.day(given.until())
            + ", after the address of the service:");
    System.out.println("  " + given.path());
  }
}
