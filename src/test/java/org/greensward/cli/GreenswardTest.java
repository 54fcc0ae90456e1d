package org.greensward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line: what it says when it is called wrongly, and that its help is complete. */
class GreenswardTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "up --prot 80; Unknown option",
        "up --port eighty; --port",
        "up --port 99999; --port 99999 is not a port",
        "import; Missing required parameter",
        "export; Missing required parameter",
        "export trees --all; There is no layer trees to download",
        "export land; Say whose land to export",
        "export land --all --council olney; Only one of these can be meant",
        "export land --all --format dwg; There is no format dwg",
        "export land --all --crs 3857; --crs 3857 is not offered",
        "export land --all --out pom.xml; pom.xml is there already",
        "export land --all --out src; src is a folder",
        "licence; Missing required parameter",
        "licence tea; licence does not know 'tea'",
        "licence set; Which layer's licence?",
        "licence set pieces --flag open; No layer pieces has a licence of its own",
        "licence set land --flag closed; --flag closed is not known",
        "licence set land --flag contractor --until soon; --until soon is not a date",
        "user; Missing required parameter",
        "user tea; user does not know 'tea'",
        "user add; Whose account?",
        "user add ann --role officer; ann is not an email address",
        "user add a@b --role tea --name A --title B; --role tea is not known",
        "user add a@b --role council --name A --title B; Which council does the account act for?",
        "user add a@b --role officer --name A --title B --council c; Only accounts of role council",
        "user reset; Whose account?",
        "gis-role; Missing required parameter",
        "gis-role tea; gis-role does not know 'tea'",
        "gis-role add; Which role?",
        "gis-role add ann; Whose role is it?",
        "gis-role add ann --officer --council olney; Whose role is it?",
        "gis-role drop; Which role?",
        "bench sizes; bench",
        "frobnicate; frobnicate"
      })
  void aMistakeIsOneSentenceAndExitCodeTwo(String arguments, String said) {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    int code;
    try {
      code = Greensward.run(arguments.split(" "));
    } finally {
      System.setErr(before);
    }
    String text = err.toString(StandardCharsets.UTF_8).strip();
    assertThat(code).isEqualTo(2);
    assertThat(text).contains(said).doesNotContain("\n").endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "import", "export", "licence", "user", "gis-role"})
  void helpTellsEveryOption(String command) throws IOException {
    String help = help(command);
    for (var option :
        new CommandLine(new Greensward())
            .getSubcommands()
            .get(command)
            .getCommandSpec()
            .options()) {
      if (!option.hidden()) {
        assertThat(help).contains(option.longestName());
      }
    }
  }

  @Test
  void helpTellsEveryCommand() throws IOException {
    String help = help("greensward");
    for (String command : new CommandLine(new Greensward()).getSubcommands().keySet()) {
      assertThat(help).contains("./greensward " + command);
      assertThat(help(command)).startsWith("./greensward " + command);
    }
  }

  private static String help(String command) throws IOException {
    try (InputStream text = GreenswardTest.class.getResourceAsStream("/help/" + command + ".txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
