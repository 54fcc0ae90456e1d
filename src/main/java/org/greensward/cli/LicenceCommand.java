package org.greensward.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.error.UserException;
import org.greensward.licence.Licence;
import org.greensward.licence.LicenceFlag;
import org.greensward.licence.LicenceRepository;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code licence}: lists and sets under which licence each layer may be used. */
@Command(name = "licence")
class LicenceCommand implements Callable<Integer> {
  @Mixin StoreOptions store;

  @Parameters(index = "0", paramLabel = "WHAT")
  String what;

  @Parameters(index = "1", paramLabel = "LAYER", arity = "0..1")
  String layer;

  @Option(names = "--flag", paramLabel = "FLAG")
  String flag;

  @Option(names = "--until", paramLabel = "DATE")
  String until;

  @Option(names = "--line", paramLabel = "TEXT")
  String line;

  @Option(names = "--attribution", paramLabel = "TEXT")
  String attribution;

  @Option(names = "--source", paramLabel = "TEXT")
  String source;

  @Option(names = "--terms", paramLabel = "TEXT")
  String terms;

  @Override
  public Integer call() {
    switch (what) {
      case "list" -> list();
      case "set" -> set();
      default ->
          throw new UserException(
              "licence does not know '" + what + "'; it knows: list, set LAYER.");
    }
    return 0;
  }

  private void list() {
    if (layer != null
        || Stream.of(flag, until, line, attribution, source, terms).anyMatch(x -> x != null)) {
      throw new UserException(
          "licence list shows all layers and takes nothing more; to change one: set.");
    }
    try (ConfigurableApplicationContext context = store.openForCommand()) {
      LicenceRepository licences =
          new LicenceRepository(context.getBean("ownerJdbc", JdbcClient.class));
      for (String each : LicenceRepository.LAYERS) {
        System.out.printf(
            "%-10s %s%n",
            each,
            licences
                .find(each)
                .map(LicenceCommand::text)
                .orElseGet(() -> "none: not for the public" + imported(licences, each)));
      }
    }
  }

  private static String text(Licence licence) {
    String until = licence.contractorUntil() == null ? "" : " until " + licence.contractorUntil();
    String terms = licence.terms() == null ? "" : "; terms of its own";
    return licence.flag().word()
        + until
        + "; "
        + licence.line()
        + "; "
        + licence.attribution()
        + terms;
  }

  private static String imported(LicenceRepository licences, String layer) {
    return licences.findImported(layer).map(said -> "; imported as: " + said).orElse("");
  }

  private void set() {
    if (layer == null) {
      throw new UserException(
          "Which layer's licence? One of: " + String.join(", ", LicenceRepository.LAYERS) + ".");
    }
    LicenceRepository.checkLayer(layer);
    Optional<LicenceFlag> wanted = Optional.ofNullable(flag).map(LicenceCommand::flag);
    LocalDate end = until == null ? null : date(until);
    try (ConfigurableApplicationContext context = store.openForCommand()) {
      LicenceRepository licences =
          new LicenceRepository(context.getBean("ownerJdbc", JdbcClient.class));
      Optional<Licence> before = licences.find(layer);
      LicenceFlag now =
          wanted
              .or(() -> before.map(Licence::flag))
              .orElseThrow(
                  () ->
                      new UserException(
                          "Say who may have " + layer + " with --flag: " + words() + "."));
      licences.set(
          new Licence(
              layer,
              now,
              end != null || now != LicenceFlag.CONTRACTOR
                  ? end
                  : before.map(Licence::contractorUntil).orElse(null),
              given(line, before.map(Licence::line), "--line"),
              given(attribution, before.map(Licence::attribution), "--attribution"),
              source != null ? source : before.map(Licence::source).orElse(null),
              terms(before.map(Licence::terms).orElse(null))));
      System.out.println(layer + ": " + text(licences.find(layer).orElseThrow()));
    }
  }

  /** What is not given stays as it was; the first time there is nothing to stay. */
  private String given(String said, Optional<String> before, String option) {
    return Optional.ofNullable(said)
        .or(() -> before)
        .orElseThrow(
            () ->
                new UserException(
                    "The first time a licence is set it needs %s too; for example ./greensward licence"
                            .formatted(option)
                        + " set %s --flag open --line 'Open Government Licence v3.0' --attribution"
                            .formatted(layer)
                        + " 'Contains data of the council'."));
  }

  /** Empty ones make way for those that follow from the rest. */
  private String terms(String before) {
    return terms == null ? before : terms.isBlank() ? null : terms;
  }

  private static LicenceFlag flag(String word) {
    return LicenceFlag.find(word)
        .orElseThrow(
            () ->
                new UserException(
                    "--flag " + word + " is not known; the flags are " + words() + "."));
  }

  private static String words() {
    return Stream.of(LicenceFlag.values()).map(LicenceFlag::word).collect(Collectors.joining(", "));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new UserException(
          "--until " + text + " is not a date; write it as year-month-day, such as 2020-04-01.", e);
    }
  }
}
