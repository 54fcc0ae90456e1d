package org.greensward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line with {@code bench} added: its error messages, and that its help is complete. */
class BenchMainTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "bench; Missing required parameter",
        "bench tea; There is no bench 'tea'",
        "bench import --rounds 0; --rounds 0 is not a number from 1 to 100",
        "bench features --parcels 10; --parcels 10 is not a number from 1,000 to 100,000",
        "up --port 99999; --port 99999 is not a port",
        "frobnicate; frobnicate"
      })
  void aMistakeIsOneSentenceAndExitCodeTwo(String arguments, String sentence) {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    int code;
    try {
      code = BenchMain.run(arguments.split(" "));
    } finally {
      System.setErr(before);
    }
    String text = err.toString(StandardCharsets.UTF_8).strip();
    assertThat(code).isEqualTo(2);
    assertThat(text).contains(sentence).doesNotContain("\n").endsWith(".");
  }

  @Test
  void helpTellsEveryOption() throws IOException {
    String help = help("bench");
    var bench = BenchMain.commandLine().getSubcommands().get("bench").getCommandSpec();
    assertThat(bench.options()).isNotEmpty();
    for (var option : bench.options()) {
      assertThat(help).contains(option.longestName());
    }
  }

  @Test
  void helpTellsTheCommand() throws IOException {
    assertThat(help("greensward")).contains("./greensward bench");
    assertThat(help("bench")).startsWith("./greensward bench");
  }

  private static String help(String command) throws IOException {
    try (InputStream text = BenchMainTest.class.getResourceAsStream("/help/" + command + ".txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
