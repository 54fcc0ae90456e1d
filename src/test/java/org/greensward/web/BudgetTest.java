package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.greensward.web.frontend.ModuleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a first visit may weigh, as bytes that travel. */
class BudgetTest {
  private static final Path BUILT = Path.of("target/classes/static");

  /** Given to nobody but those who signed in. */
  private static final Set<String> BEHIND_THE_DOOR =
      Set.of(
          "accounts.css",
          "engage.css",
          "engage-print.css",
          "manage.css",
          "proposals.css",
          "restricted.css",
          "shape-editor.css");

  @ParameterizedTest
  @CsvSource({
    "styles, .css, 12000",
    "vendor, govuk-frontend.min.css, 17000",
    "vendor/leaflet, leaflet.js, 44000",
    "vendor/leaflet, leaflet.css, 5000"
  })
  void staysWithinItsBudget(String folder, String ending, long most) throws IOException {
    assertThat(weight(folder, ending)).isPositive().isLessThan(most);
  }

  /** An entry module with all that it imports. */
  @ParameterizedTest
  @CsvSource({
    "map/map-page.js, 55000",
    "inset/inset-map.js, 1500",
    "inset/inset-view.js, 20000",
    "inset/choice-view.js, 20000",
    "search/search-box.js, 8000"
  })
  void modulesStayWithinTheirBudget(String entry, long most) {
    assertThat(modules(entry)).isPositive().isLessThan(most);
  }

  /** Scripts and styles of the heaviest page, the map, and of a search that it may get. */
  @Test
  void aPageStaysWithinItsBudget() throws IOException {
    long bytes =
        modules("map/map-page.js")
            + modules("search/search-box.js")
            + weight("styles", ".css")
            + weight("vendor", ".css")
            + weight("vendor/leaflet", ".js")
            + weight("vendor/leaflet", ".css");
    assertThat(bytes).isBetween(80_000L, 150_000L);
  }

  @Test
  void noModuleIsLong() throws IOException {
    try (Stream<Path> files = Files.walk(BUILT.resolve("js")).filter(Files::isRegularFile)) {
      assertThat(files)
          .isNotEmpty()
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

  private static long modules(String entry) {
    return Stream.concat(Stream.of(entry), new ModuleGraph().under(entry).stream())
        .mapToLong(name -> compressed(BUILT.resolve("js").resolve(name)))
        .sum();
  }

  private static long weight(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(BUILT.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !BEHIND_THE_DOOR.contains(file.getFileName().toString()))
          .mapToLong(BudgetTest::compressed)
          .sum();
    }
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
