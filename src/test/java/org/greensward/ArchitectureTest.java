package org.greensward;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Packages depend one way: what is below knows nothing of what is above. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.greensward");

  @Test
  void packagesDependOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("refusal")
        .definedBy("org.greensward.refusal")
        .layer("geometry")
        .definedBy("org.greensward.geometry")
        .layer("store")
        .definedBy("org.greensward.store")
        .layer("web")
        .definedBy("org.greensward.web")
        .layer("access")
        .definedBy("org.greensward.access..")
        .layer("gis")
        .definedBy("org.greensward.gis")
        .layer("live")
        .definedBy("org.greensward.live")
        .layer("register")
        .definedBy("org.greensward.register")
        .layer("land")
        .definedBy("org.greensward.land")
        .layer("search")
        .definedBy("org.greensward.search")
        .layer("pages")
        .definedBy("org.greensward.pages")
        .layer("proposal")
        .definedBy("org.greensward.proposal")
        .layer("engage")
        .definedBy("org.greensward.engage..")
        .layer("tile")
        .definedBy("org.greensward.tile..")
        .layer("licence")
        .definedBy("org.greensward.licence")
        .layer("download")
        .definedBy("org.greensward.download")
        .layer("ogc")
        .definedBy("org.greensward.ogc", "org.greensward.ogc.project")
        .layer("filter")
        .definedBy("org.greensward.ogc.filter")
        .layer("contractor")
        .definedBy("org.greensward.contractor")
        .layer("body")
        .definedBy("org.greensward.ogc.body")
        .layer("gdal")
        .definedBy("org.greensward.exchange.gdal")
        .layer("read")
        .definedBy("org.greensward.exchange.read")
        .layer("write")
        .definedBy("org.greensward.exchange.write")
        .layer("exchange")
        .definedBy("org.greensward.exchange")
        .layer("upload")
        .definedBy("org.greensward.upload")
        .layer("shape")
        .definedBy("org.greensward.edit.shape")
        .layer("edit")
        .definedBy("org.greensward.edit")
        .layer("manage")
        .definedBy("org.greensward.manage..")
        .layer("command")
        .definedBy("org.greensward.command")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("ogc")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("filter")
        .mayOnlyBeAccessedByLayers("ogc")
        .whereLayer("gis")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("upload")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("body")
        .mayOnlyBeAccessedByLayers("ogc")
        .whereLayer("edit")
        .mayOnlyBeAccessedByLayers("ogc")
        .whereLayer("shape")
        .mayOnlyBeAccessedByLayers("edit", "ogc")
        .whereLayer("proposal")
        .mayOnlyBeAccessedByLayers("ogc", "command")
        .whereLayer("search")
        .mayOnlyBeAccessedByLayers("pages", "command")
        .whereLayer("pages")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("engage")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("tile")
        .mayOnlyBeAccessedByLayers("ogc", "command")
        .whereLayer("contractor")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("download")
        .mayOnlyBeAccessedByLayers("ogc", "contractor", "command")
        .whereLayer("exchange")
        .mayOnlyBeAccessedByLayers("download", "upload", "command")
        .whereLayer("read")
        .mayOnlyBeAccessedByLayers("exchange", "upload", "command")
        .whereLayer("write")
        .mayOnlyBeAccessedByLayers("download", "ogc", "contractor", "command")
        .whereLayer("gdal")
        .mayOnlyBeAccessedByLayers("read", "write")
        .whereLayer("licence")
        .mayOnlyBeAccessedByLayers("pages", "exchange", "download", "contractor", "command")
        .whereLayer("live")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("land")
        .mayOnlyBeAccessedByLayers("search", "pages", "tile", "command")
        .whereLayer("register")
        .mayOnlyBeAccessedByLayers(
            "land", "search", "pages", "engage", "tile", "download", "command")
        .whereLayer("web")
        .mayOnlyBeAccessedByLayers(
            "access",
            "register",
            "land",
            "search",
            "pages",
            "engage",
            "tile",
            "licence",
            "download",
            "contractor",
            "upload",
            "edit",
            "manage",
            "proposal",
            "ogc",
            "command")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers(
            "web",
            "access",
            "gis",
            "live",
            "register",
            "land",
            "search",
            "pages",
            "engage",
            "tile",
            "exchange",
            "licence",
            "download",
            "contractor",
            "upload",
            "edit",
            "manage",
            "proposal",
            "ogc",
            "command")
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
        .resideInAPackage("org.greensward.geometry")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..")
        .check(CLASSES);
  }

  @Test
  void shapesKnowNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("org.greensward.edit.shape")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..")
        .check(CLASSES);
  }

  /** A filter is text that becomes text: nothing of it is looked up, asked or evaluated. */
  @Test
  void filtersKnowNeitherWebNorDatabase() {
    noClasses()
        .that()
        .resideInAPackage("org.greensward.ogc.filter")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.greensward.store..",
            "org.greensward.web..",
            "org.greensward.access..",
            "org.greensward.ogc")
        .check(CLASSES);
  }

  /** GeoTools' EPSG database takes 14 seconds to wake; projections are PostGIS's work. */
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
}
