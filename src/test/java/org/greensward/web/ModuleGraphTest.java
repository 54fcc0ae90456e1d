package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of modules that a page tells at once is what the browser finds by following imports. */
class ModuleGraphTest extends BrowserTest {

  @ParameterizedTest
  @CsvSource({"/map, map-page.js", "/, inset-map.js", "/, search-box.js"})
  void tellsWhatTheBrowserLoads(String address, String entry) {
    List<String> loaded = new ArrayList<>();
    page()
        .onRequest(
            request -> {
              if (request.url().contains("/js/")) {
                loaded.add(name(request));
              }
            });
    // Without the list, so that every module is asked for because another imports it.
    page().navigate(address() + "/privacy");
    page()
        .evaluate(
            "entry => import('/js/' + entry).catch(() => {})", // elements of its page are missing
            entry);
    Set<String> expected = new TreeSet<>(new ModuleGraph().under(entry));
    expected.add(entry);
    assertThat(new TreeSet<>(loaded)).isEqualTo(expected);
    page().navigate(address() + address);
    if (address.equals("/map")) {
      settle(); // its list comes after the first paint
    }
    Set<String> told =
        page().locator("link[rel=modulepreload]").all().stream()
            .map(link -> link.getAttribute("href").replace("/js/", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    told.add(entry);
    if (address.equals("/map")) {
      assertThat(told).isEqualTo(expected);
    } else {
      assertThat(told).as("the front page has more than one entry").containsAll(expected);
    }
  }

  @Test
  void readsImports() {
    assertThat(
            ModuleGraph.importsOf(
                """
                import {a} from './a.js';
                import './b.js';
                import {
                  c,
                  d,
                } from './c.js';
                export {e} from './e.js';
                // import {f} from './f.js';
                const g = './g.js';
                """))
        .containsExactly("a.js", "b.js", "c.js", "e.js");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(() -> new ModuleGraph().under("nothing.js"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing.js");
  }

  private static String name(Request request) {
    return request.url().replaceFirst(".*/js/", "");
  }
}
