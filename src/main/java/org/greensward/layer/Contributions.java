package org.greensward.layer;

import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * Reads the contributions of the domains without an application, for commands that refuse a wrong
 * name before they open the store. An application gets the same beans by injection.
 */
public final class Contributions {
  private static final String ALL_PACKAGES = "org.greensward";

  private Contributions() {}

  /**
   * The contributions of a type in the order in which they are injected: the beans that {@link
   * Contribution} classes declare, and the components that implement an interface. They may need no
   * other beans.
   */
  public static <T> List<T> list(Class<T> type) {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
      scanner.addIncludeFilter(new AnnotationTypeFilter(Contribution.class));
      if (type.isInterface()) {
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
      }
      scanner.scan(ALL_PACKAGES);
      context.refresh();
      return context.getBeanProvider(type).orderedStream().toList();
    }
  }
}
