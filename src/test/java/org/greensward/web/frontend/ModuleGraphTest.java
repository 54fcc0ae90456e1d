package org.greensward.web.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.greensward.web.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of modules that a page tells at once is what the browser finds by following imports. */
class ModuleGraphTest extends BrowserTest {

  @ParameterizedTest
  @CsvSource({"/map, map/map-page.js", "/, inset/inset-map.js", "/, search/search-box.js"})
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
                "entry.js",
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
  void readsImportsFromOtherFolders() {
    assertThat(
            ModuleGraph.importsOf(
                "map/entry.js",
                """
                import {a} from '../common/a.js';
                import {b} from './b.js';
                """))
        .containsExactly("common/a.js", "map/b.js");
  }

  @Test
  void noModuleImportsItselfInACircle() {
    assertThat(inCircles(new ModuleGraph().imports())).isEmpty();
  }

  /** Folders are layers: what is in one can be understood without those that are built on it. */
  @Test
  void noFolderImportsItselfInACircle() {
    Map<String, List<String>> folders = new TreeMap<>();
    new ModuleGraph()
        .imports()
        .forEach(
            (name, imported) ->
                imported.stream()
                    .map(ModuleGraphTest::folder)
                    .filter(it -> !it.equals(folder(name)))
                    .forEach(
                        it ->
                            folders
                                .computeIfAbsent(folder(name), key -> new ArrayList<>())
                                .add(it)));
    assertThat(folders).containsKeys("map", "editor");
    assertThat(inCircles(folders)).isEmpty();
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(() -> new ModuleGraph().under("nothing.js"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing.js");
  }

  /** Those that are left when whatever imports nothing that is left is taken away. */
  private static Set<String> inCircles(Map<String, List<String>> imports) {
    Set<String> left = new TreeSet<>(imports.keySet());
    while (left.removeIf(it -> imports.get(it).stream().noneMatch(left::contains))) {
      // one more layer is gone
    }
    return left;
  }

  private static String folder(String module) {
    return module.substring(0, module.indexOf('/'));
  }

  private static String name(Request request) {
    return request.url().replaceFirst(".*/js/", "");
  }
}
