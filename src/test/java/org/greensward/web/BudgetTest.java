package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a first visit may weigh, as bytes that travel. */
class BudgetTest {
  private static final Path BUILT = Path.of("target/classes/static");

  @ParameterizedTest
  @CsvSource({
    "js, .js, 55000",
    "styles, .css, 10000",
    "vendor, govuk-frontend.min.css, 17000",
    "vendor/leaflet, leaflet.js, 44000",
    "vendor/leaflet, leaflet.css, 5000"
  })
  void staysWithinItsBudget(String folder, String ending, long most) throws IOException {
    try (Stream<Path> files = Files.list(BUILT.resolve(folder))) {
      long bytes =
          files
              .filter(file -> file.toString().endsWith(ending))
              .mapToLong(BudgetTest::compressed)
              .sum();
      assertThat(bytes).isPositive().isLessThan(most);
    }
  }

  /** Scripts and styles of the heaviest page, the map. */
  @Test
  void aPageStaysWithinItsBudget() throws IOException {
    long bytes = 0;
    for (String folder : List.of("js", "styles", "vendor", "vendor/leaflet")) {
      try (Stream<Path> files = Files.list(BUILT.resolve(folder))) {
        bytes +=
            files
                .filter(file -> file.toString().matches(".*[.](js|css)"))
                .mapToLong(BudgetTest::compressed)
                .sum();
      }
    }
    assertThat(bytes).isBetween(80_000L, 150_000L);
  }

  @Test
  void noModuleIsLong() throws IOException {
    try (Stream<Path> files = Files.list(BUILT.resolve("js"))) {
      assertThat(files)
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThan(200));
    }
  }

  /** The typeface and the crest are gov.uk's alone. */
  @Test
  void nothingOfGovUkThatIsNotOurs() throws IOException {
    assertThat(Files.readString(BUILT.resolve("vendor/govuk-frontend.min.css")))
        .contains("Arial,Helvetica")
        .doesNotContain("GDS Transport", "/assets/", "@font-face", "sourceMappingURL");
  }

  private static long compressed(Path file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      Files.copy(file, gzip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }
}
