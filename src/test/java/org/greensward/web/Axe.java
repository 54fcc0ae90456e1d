package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What axe finds against WCAG 2.2 AA and good practice on a page as it stands.
 *
 * <p>The library's own {@link AxeBuilder} sends all that passed from the page to a second one that
 * it opens for it, several megabytes each time; here the page tells what it breaks and no more.
 */
final class Axe {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final String SCRIPT = script();

  private Axe() {}

  /** Each rule that is broken, with the first element that breaks it. */
  @SuppressWarnings("unchecked")
  static List<String> violations(Page page) {
    assertThat(page.frames()).as("frames, of which axe would see but the first").hasSize(1);
    if (!(Boolean) page.evaluate("'axe' in window")) {
      page.evaluate(SCRIPT);
    }
    Map<String, Object> found =
        (Map<String, Object>)
            page.evaluate(
                """
                async (values) => {
                  const found = await axe.run({runOnly: {type: 'tag', values}, resultTypes: ['violations']});
                  return {
                    passed: found.passes.length,
                    violations: found.violations.map((it) => `${it.id}: ${it.nodes[0].html}`),
                  };
                }
                """,
                RULES);
    assertThat((Integer) found.get("passed")).as("rules that the page keeps").isPositive();
    return (List<String>) found.get("violations");
  }

  private static String script() {
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
