package org.greensward.web.frontend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Which module of the front end imports which. A browser learns of an import only when the module
 * that asks for it is there; a page that lists them all at once saves it a journey for each link of
 * the chain. Templates reach it as {@code @modules}.
 */
@Component("modules")
public class ModuleGraph {
  private static final String FOLDER = "static/js/";

  /** {@code import ... from './x.js'} and {@code import './x.js'}, at the beginning of a line. */
  private static final Pattern IMPORT =
      Pattern.compile(
          "^(?:import|export)\\s(?:[^;'\"]*?\\sfrom\\s)?'(\\.{1,2}/[^']+)'", Pattern.MULTILINE);

  private final Map<String, List<String>> imports = new TreeMap<>();

  /** Reads every module once. */
  public ModuleGraph() {
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + FOLDER + "**/*.js")) {
        String address = file.getURL().getPath();
        String name = address.substring(address.lastIndexOf(FOLDER) + FOLDER.length());
        imports.put(name, importsOf(name, file.getContentAsString(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The names of all modules that an entry needs, nearest first, without itself. A name is the path
   * below {@code /js/}: {@code map/map-page.js}.
   *
   * @throws IllegalArgumentException when it, or one that is imported, is not there
   */
  public List<String> under(String entry) {
    Set<String> found = new LinkedHashSet<>(Set.of(entry));
    Deque<String> waiting = new ArrayDeque<>(found);
    while (!waiting.isEmpty()) {
      String name = waiting.remove();
      List<String> wanted = imports.get(name);
      if (wanted == null) {
        throw new IllegalArgumentException("There is no module " + name + " for " + entry + ".");
      }
      wanted.stream().filter(found::add).forEach(waiting::add);
    }
    return found.stream().skip(1).toList();
  }

  /** The names of the modules that each module imports itself. */
  Map<String, List<String>> imports() {
    return imports;
  }

  /** The names of the modules that the text of a module imports, in its order. */
  static List<String> importsOf(String name, String text) {
    return IMPORT
        .matcher(text)
        .results()
        .map((MatchResult it) -> StringUtils.applyRelativePath(name, it.group(1)))
        .map(StringUtils::cleanPath)
        .toList();
  }
}
