package org.greensward;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Playwright;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * The tags by which {@code ./greensward test --quick} leaves tests out: {@code browser} for those
 * that open a browser, {@code client} for those that start QGIS or another program which asks the
 * running service.
 */
class TestTagsTest {
  /** Without what they use of others: finding that takes far longer than all else here. */
  private static final JavaClasses CLASSES =
      ArchConfiguration.withThreadLocalScope(
          configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                .withImportOption(new OnlyIncludeTests())
                .importPackages("org.greensward");
          });

  @Test
  void whatOpensABrowserIsTagged() {
    assertThat(tests(it -> reaches(it, TestTagsTest::startsABrowser)))
        .isNotEmpty()
        .isEqualTo(tests(it -> isTagged(it, "browser")));
  }

  @Test
  void whatStartsAClientOfTheServiceIsTagged() {
    assertThat(tests(it -> givesAnAddress(it) && reaches(it, TestTagsTest::startsAProgram)))
        .isNotEmpty()
        .isEqualTo(tests(it -> isTagged(it, "client")));
  }

  private static List<String> tests(Predicate<JavaClass> which) {
    return CLASSES.stream()
        .filter(it -> !it.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(TestTagsTest::hasTests)
        .filter(which)
        .map(JavaClass::getName)
        .sorted()
        .toList();
  }

  private static boolean hasTests(JavaClass some) {
    return !AnnotationSupport.findAnnotatedMethods(
            some.reflect(), Testable.class, HierarchyTraversalMode.TOP_DOWN)
        .isEmpty();
  }

  private static boolean startsABrowser(JavaClass some) {
    return calls(some).anyMatch(it -> isOf(it, Playwright.class) && it.getName().equals("create"));
  }

  private static boolean startsAProgram(JavaClass some) {
    return calls(some).anyMatch(it -> isOf(it, ProcessBuilder.class));
  }

  private static boolean givesAnAddress(JavaClass some) {
    return calls(some)
        .anyMatch(it -> isOf(it, DemonstrationApp.class) && it.getName().startsWith("address"));
  }

  private static Stream<JavaAccess<?>> calls(JavaClass some) {
    return some.getAccessesFromSelf().stream();
  }

  private static boolean isOf(JavaAccess<?> call, Class<?> type) {
    return call.getTargetOwner().isEquivalentTo(type);
  }

  /** Whether a class, or one of the tests' classes that it uses, or one that they use, is such. */
  private static boolean reaches(JavaClass some, Predicate<JavaClass> such) {
    Set<JavaClass> reached = new LinkedHashSet<>(Set.of(some));
    Deque<JavaClass> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      JavaClass one = next.remove();
      if (such.test(one)) {
        return true;
      }
      one.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(it -> CLASSES.contain(it.getName()) && reached.add(it))
          .forEach(next::add);
    }
    return false;
  }

  private static boolean isTagged(JavaClass test, String tag) {
    return AnnotationSupport.findRepeatableAnnotations(test.reflect(), Tag.class).stream()
        .anyMatch(it -> it.value().equals(tag));
  }
}
