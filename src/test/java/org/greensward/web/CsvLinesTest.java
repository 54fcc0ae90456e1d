package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are quoted where RFC 4180 asks for it, and no text is a formula. */
class CsvLinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '\0',
      value = {
        "plain|plain|plain",
        "a,b|\"a,b\"|\"a,b\"",
        "say \"x\"|\"say \"\"x\"\"\"|\"say \"\"x\"\"\"",
        "=1+1|=1+1|'=1+1",
        "-5|-5|'-5",
        "@x,y|\"@x,y\"|\"'@x,y\"",
        " padded | padded | padded "
      })
  void aValueIsQuotedAndATextIsNoFormula(String given, String value, String text)
      throws IOException {
    assertThat(line(lines -> lines.value(given))).isEqualTo(value + "\n");
    assertThat(line(lines -> lines.text(given))).isEqualTo(text + "\n");
  }

  @Test
  void lineEndsAreQuoted() throws IOException {
    assertThat(line(lines -> lines.value("a\r\nb"))).isEqualTo("\"a\r\nb\"\n");
    assertThat(line(lines -> lines.text("\tb"))).isEqualTo("'\tb\n");
  }

  @Test
  void aTableBeginsWithItsMarkAndTellsNumbersAsTheyAre() {
    CsvTableWriter table = new CsvTableWriter("name", "count");
    table.row("-a", -3);
    table.row(null, "");
    assertThat(new String(table.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFname,count\r\n'-a,-3\r\n,\r\n");
  }

  private interface Writing {
    void on(CsvLines lines) throws IOException;
  }

  private static String line(Writing writing) throws IOException {
    StringBuilder out = new StringBuilder();
    CsvLines lines = new CsvLines(out, "\n");
    writing.on(lines);
    lines.endLine();
    return out.toString();
  }
}
