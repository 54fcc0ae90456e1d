package org.greensward.web.frontend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the modules of the front end say, from the same bundle as the pages. A template hands a page
 * the texts that its modules need; {@code texts.js} fills them in. Templates reach it as {@code
 * @scriptMessages}.
 */
@Component("scriptMessages")
public class ScriptMessages {
  private static final String BUNDLE = "messages.properties";
  private static final Pattern PLACE = Pattern.compile("\\{[0-9]+}");

  /** What stands for values while a text is read as a pattern: the places themselves. */
  private static final Object[] PLACES = {"{0}", "{1}", "{2}", "{3}", "{4}"};

  private final MessageSource messages;
  private final NavigableSet<String> keys = new TreeSet<>(keys());
  private final Map<List<String>, String> made = new ConcurrentHashMap<>();

  ScriptMessages(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * The texts whose key is one of the groups or lies under it, as a JSON object that can stand in a
   * {@code script} element: no text ends it. Places are left as {@code {0}}, {@code {1}} and so on.
   *
   * @throws IllegalArgumentException when a group has no text
   */
  public String json(List<String> groups) {
    return made.computeIfAbsent(groups, this::make);
  }

  private String make(List<String> groups) {
    SortedMap<String, String> picked = new TreeMap<>();
    for (String group : groups) {
      List<String> under =
          keys.tailSet(group).stream()
              .takeWhile(key -> key.startsWith(group))
              .filter(key -> key.equals(group) || key.startsWith(group + "."))
              .toList();
      if (under.isEmpty()) {
        throw new IllegalArgumentException("No text in " + BUNDLE + " is under " + group + ".");
      }
      under.forEach(key -> picked.put(key, reading(messages, key)));
    }
    return inScript(JsonMapper.shared().writeValueAsString(picked));
  }

  /** A {@code <} would begin the element's end, or a comment in which the end does not count. */
  public static String inScript(String json) {
    return json.replace("<", "\\u003c");
  }

  /** As it is read: two apostrophes are one where the text is a pattern, which has places. */
  public static String reading(MessageSource messages, String key) {
    String written = messages.getMessage(key, null, Locale.UK);
    return PLACE.matcher(written).find() ? messages.getMessage(key, PLACES, Locale.UK) : written;
  }

  private static Set<String> keys() {
    try {
      return PropertiesLoaderUtils.loadProperties(
              new EncodedResource(new ClassPathResource(BUNDLE), StandardCharsets.UTF_8))
          .stringPropertyNames();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
