package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/** Every bean that a template calls by name exists and has the method that is called. */
class TemplateBeansTest {
  private static final Path TEMPLATES = Path.of("frontend/templates");
  private static final Pattern CALL = Pattern.compile("@([a-z]\\w*)\\.(\\w+)\\(");

  @Test
  void everyBeanOfTheTemplatesExistsWithItsMethod() throws IOException {
    Map<String, Class<?>> beans = beans();
    Map<String, String> calls = calls();

    assertThat(calls).hasSizeGreaterThan(15);
    assertThat(calls)
        .allSatisfy(
            (call, template) -> {
              String bean = call.substring(0, call.indexOf('.'));
              assertThat(beans).as("bean of %s in %s", call, template).containsKey(bean);
              assertThat(Arrays.stream(beans.get(bean).getMethods()).map(it -> it.getName()))
                  .as("methods of %s, called in %s", bean, template)
                  .contains(call.substring(call.indexOf('.') + 1));
            });
  }

  /** {@code bean.method}, with the first template that calls it. */
  private static Map<String, String> calls() throws IOException {
    Map<String, String> calls = new TreeMap<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : new TreeSet<>(files.filter(Files::isRegularFile).toList())) {
        Matcher call = CALL.matcher(Files.readString(file));
        while (call.find()) {
          calls.putIfAbsent(call.group(1) + "." + call.group(2), file.toString());
        }
      }
    }
    return calls;
  }

  private static Map<String, Class<?>> beans() {
    AnnotationBeanNameGenerator names = new AnnotationBeanNameGenerator();
    return new ClassPathScanningCandidateComponentProvider(true)
        .findCandidateComponents("org.greensward").stream()
            .collect(
                Collectors.toMap(
                    definition ->
                        names.generateBeanName(definition, new SimpleBeanDefinitionRegistry()),
                    TemplateBeansTest::type,
                    (one, other) -> one));
  }

  private static Class<?> type(BeanDefinition definition) {
    return ClassUtils.resolveClassName(
        definition.getBeanClassName(), TemplateBeansTest.class.getClassLoader());
  }
}
