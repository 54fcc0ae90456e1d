package org.greensward;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Packages depend one way: platform, domains, channels, and the program on top. A channel names no
 * domain and a domain no channel; they meet in the interfaces of {@code layer}.
 */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.greensward");

  private static final String[] PLATFORM =
      packages(
          "error",
          "coverage",
          "database",
          "revision",
          "web",
          "layer",
          "security",
          "licence",
          "document");

  private static final String[] DOMAINS =
      packages(
          "authority",
          "context",
          "council",
          "status",
          "land",
          "forum",
          "proposal",
          "engagement",
          "notification",
          "search");

  private static final String[] CHANNELS = packages("importing", "export", "tile", "ogc", "admin");

  private static final String[] TOP = packages("site", "demonstration", "cli");

  @Test
  void thePlatformKnowsNeitherDomainsNorChannels() {
    noneDepends(PLATFORM, DOMAINS, CHANNELS, TOP);
  }

  @Test
  void domainsKnowNoChannel() {
    noneDepends(DOMAINS, CHANNELS, TOP);
  }

  @Test
  void channelsKnowNoDomain() {
    noneDepends(CHANNELS, DOMAINS, TOP);
  }

  @Test
  void nothingKnowsTheCommandLine() {
    noneDepends(packages("site", "demonstration"), packages("cli"));
  }

  @Test
  void everyPackageHasALevel() {
    noClasses()
        .that()
        .resideInAPackage("org.greensward.(**)")
        .should()
        .resideOutsideOfPackages(
            Stream.of(PLATFORM, DOMAINS, CHANNELS, TOP, new String[] {"org.greensward"})
                .flatMap(Arrays::stream)
                .toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void noCycles() {
    slices().matching("org.greensward.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void geometryKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(packages("coverage", "land.shape"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..")
        .check(CLASSES);
  }

  /** A filter is text that becomes text: nothing of it is looked up or evaluated. */
  @Test
  void filtersKnowNeitherWebNorDatabase() {
    noClasses()
        .that()
        .resideInAnyPackage(packages("ogc.filter"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.greensward.database..",
            "org.greensward.revision..",
            "org.greensward.web..",
            "org.greensward.security..",
            "org.greensward.ogc",
            "org.greensward.ogc.common..",
            "org.greensward.ogc.features..")
        .check(CLASSES);
  }

  /** GeoTools' EPSG database takes 14 seconds to load; projections are PostGIS's work. */
  @Test
  void projectionsAreThoseOfPostgis() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.geotools.referencing..", "org.geotools.api.referencing..")
        .check(CLASSES);
  }

  /** The GeoTools wrapper carries old copies of other libraries, which must not be used. */
  @Test
  void nothingFromInsideTheWrapper() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.common..")
        .check(CLASSES);
  }

  private static void noneDepends(String[] some, String[]... others) {
    noClasses()
        .that()
        .resideInAnyPackage(some)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Stream.of(others).flatMap(Arrays::stream).toArray(String[]::new))
        .check(CLASSES);
  }

  private static String[] packages(String... names) {
    return Arrays.stream(names).map(name -> "org.greensward." + name + "..").toArray(String[]::new);
  }
}
