package org.greensward.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greensward.SourceFiles;
import org.junit.jupiter.api.Test;

/**
 * Statuses and agreements are written by the package {@code status}, land and its pieces by {@code
 * land}: in Java by their classes, in SQL by the functions named here.
 */
class WritersTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern WRITE =
      Pattern.compile(
          "(?i)\\b(?:INSERT\\s+INTO|UPDATE|DELETE\\s+FROM|MERGE\\s+INTO|COPY|TRUNCATE)\\s+(?:ONLY\\s+)?"
              + "(?:greensward\\.)?(status|agreement|agreement_cover|land|piece|land_overlap)\\b"
              + "(?!\\s+(?:ON|OF|OR)\\b)");
  private static final Pattern FUNCTION =
      Pattern.compile("(?i)CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE) (?:\\w+\\.)?(\\w+)");
  private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

  /** The functions that write, and what. */
  private static final Map<String, Set<String>> FUNCTIONS =
      Map.of(
          "claim_status", Set.of("status", "agreement"),
          "copy_agreement", Set.of("agreement", "agreement_cover"),
          "gis_land_write", Set.of("land"),
          "refresh_pieces", Set.of("piece"),
          "refresh_overlaps", Set.of("land_overlap"),
          "parish_changed", Set.of("piece"),
          "land_gone", Set.of("piece", "land_overlap"));

  /** Up to this version, migrations that have landed; what they defined stands in R files now. */
  private static final int LAST_LANDED = 39;

  @Test
  void onlyTheirPackagesWriteStatusesAndLand() {
    Map<String, Collection<String>> writers = new TreeMap<>();
    for (Path file : SourceFiles.list(SourceFiles.MAIN)) {
      Matcher write = WRITE.matcher(statements(SourceFiles.read(file)));
      while (write.find()) {
        String owner =
            List.of("land", "piece", "land_overlap").contains(write.group(1)) ? "land" : "status";
        String own =
            SourceFiles.MAIN.resolve("org/greensward").relativize(file).getName(0).toString();
        boolean copiesCoverage = own.equals("land") && write.group(1).equals("agreement_cover");
        if (!own.equals(owner) && !copiesCoverage) {
          writers.computeIfAbsent(write.group(1), table -> new TreeSet<>()).add(file.toString());
        }
      }
    }
    assertThat(writers).isEmpty();
  }

  @Test
  void onlyTheListedFunctionsWriteStatusesAndLand() throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Path file : definitions()) {
      String sql = COMMENT.matcher(Files.readString(file)).replaceAll("");
      Matcher write = WRITE.matcher(sql);
      while (write.find()) {
        found
            .computeIfAbsent(functionAt(sql, write.start()), name -> new TreeSet<>())
            .add(write.group(1).toLowerCase(Locale.ROOT));
      }
    }
    assertThat(found).isEqualTo(FUNCTIONS);
  }

  /** What stands in strings and text blocks: comments may speak of writing. */
  private static String statements(String java) {
    StringBuilder all = new StringBuilder();
    Matcher text =
        Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"").matcher(java);
    while (text.find()) {
      all.append(text.group()).append('\n');
    }
    return all.toString();
  }

  private static List<Path> definitions() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files.filter(WritersTest::isPresent).sorted().toList();
    }
  }

  private static boolean isPresent(Path file) {
    Matcher version = Pattern.compile("V(\\d+)__.*").matcher(file.getFileName().toString());
    return !version.matches() || Integer.parseInt(version.group(1)) > LAST_LANDED;
  }

  private static String functionAt(String sql, int place) {
    Matcher function = FUNCTION.matcher(sql.substring(0, place));
    String name = "no function";
    while (function.find()) {
      name = function.group(1);
    }
    return name;
  }
}
