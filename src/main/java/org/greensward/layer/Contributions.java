package org.greensward.layer;

import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Reads the declarations of the domains without an application, for commands that refuse a wrong
 * name before they open the store. An application gets the same beans by injection.
 */
public final class Contributions {
  private static final String ALL_PACKAGES = "org.greensward";

  private Contributions() {}

  /**
   * The beans of a type that {@link Contribution} classes declare, in the order in which they are
   * injected.
   */
  public static <T> List<T> list(Class<T> type) {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
      scanner.addIncludeFilter(new AnnotationTypeFilter(Contribution.class));
      scanner.scan(ALL_PACKAGES);
      context.refresh();
      return context.getBeanProvider(type).orderedStream().toList();
    }
  }
}
