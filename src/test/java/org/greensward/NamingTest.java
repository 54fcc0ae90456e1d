package org.greensward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.SourceFiles.BENCH;
import static org.greensward.SourceFiles.MAIN;
import static org.greensward.SourceFiles.TEST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of classes and sizes of packages, and what a package says that it uses. */
class NamingTest {
  private static final int MOST_TYPES = 25;
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?org\\.greensward\\.([a-z]+)\\.");
  private static final Pattern USES = Pattern.compile("Uses ([^.]*)\\.\\s*/", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("\\{@code ([a-z.]+)}");

  @Test
  void oneSimpleNameStandsForOneClass() {
    Map<String, List<Path>> files =
        SourceFiles.list(MAIN, BENCH, TEST).stream()
            .collect(
                Collectors.groupingBy(SourceFiles::typeName, TreeMap::new, Collectors.toList()));

    assertThat(files.values()).filteredOn(same -> same.size() > 1).isEmpty();
  }

  /**
   * Names that could not be understood without opening the class. A line of the list may give the
   * reason why a name stays.
   */
  @Test
  void noClassHasARetiredName() throws IOException {
    Set<String> retired =
        Files.readAllLines(Path.of("src/test/resources/retired-class-names.txt")).stream()
            .filter(line -> !line.contains(":"))
            .collect(Collectors.toSet());

    assertThat(retired).hasSizeGreaterThan(150);
    assertThat(SourceFiles.list(MAIN, BENCH, TEST))
        .filteredOn(file -> retired.contains(SourceFiles.typeName(file)))
        .isEmpty();
  }

  @Test
  void noPackageHasMoreThan25Types() {
    Map<Path, Long> sizes =
        SourceFiles.list(MAIN).stream()
            .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));

    sizes.values().removeIf(types -> types <= MOST_TYPES);
    assertThat(sizes).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItUses() {
    Set<Path> folders =
        SourceFiles.list(MAIN).stream()
            .map(Path::getParent)
            .filter(folder -> !folder.endsWith("greensward"))
            .collect(Collectors.toCollection(TreeSet::new));

    Map<Path, String> wrong = new TreeMap<>();
    for (Path folder : folders) {
      Path comment = folder.resolve("package-info.java");
      Set<String> said = Files.exists(comment) ? said(SourceFiles.read(comment)) : Set.of();
      if (!said.equals(imported(folder))) {
        wrong.put(comment, "says %s and imports %s".formatted(said, imported(folder)));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Set<String> said(String comment) {
    return USES.matcher(comment.replaceAll("\n \\* ?", " "))
        .results()
        .flatMap(uses -> names(CODE, uses.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The top-level packages that the classes of a folder import, other than their own. */
  private static Set<String> imported(Path folder) {
    String own =
        SourceFiles.MAIN.resolve("org/greensward").relativize(folder).getName(0).toString();
    Set<String> imported =
        SourceFiles.list(folder).stream()
            .filter(file -> file.getParent().equals(folder))
            .flatMap(file -> names(IMPORT, SourceFiles.read(file)))
            .collect(Collectors.toCollection(TreeSet::new));
    imported.remove(own);
    return imported;
  }

  private static Stream<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
  }
}
