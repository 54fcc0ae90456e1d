package org.greensward.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.DemonstrationApp;
import org.greensward.web.frontend.ModuleGraph;
import org.greensward.web.frontend.ScriptMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.json.JsonMapper;

/** Modules say only what the bundle has, and a page hands them all that they say. */
class ScriptWordsTest extends BrowserTest {
  private static final Path MODULES = Path.of("frontend/static/js");

  /** Where the words are not asked for by a key, or none of them is said. */
  private static final Pattern NOT_SAID =
      Pattern.compile("/\\*.*?\\*/|(?:^|\\s)//[^\\n]*|new Error\\([^)]*\\)", Pattern.DOTALL);

  private static final Pattern LITERAL = Pattern.compile("'([^'\\n]*)'|`([^`]*)`");
  private static final Pattern VALUE = Pattern.compile("\\$\\{[^}]*}");
  private static final Pattern COUNTED = Pattern.compile("counted\\([`']([^`']+)[`']");
  private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z0-9*]+)+");
  private static final Pattern WORDS =
      Pattern.compile("(^|\\s)[A-Z][a-z]+|(?<![\\w.-])[a-z]{2,} [a-z]{2,}(?![\\w-])");

  /** What looks like words to a person and is none. */
  private static final Map<String, Set<String>> NO_WORDS =
      Map.of(
          "names of keys",
          Set.of("Enter", "Escape", "Backspace"),
          "kinds of shapes in GeoJSON",
          Set.of(
              "GeometryCollection",
              "Point",
              "MultiPoint",
              "LineString",
              "MultiLineString",
              "Polygon",
              "MultiPolygon"),
          "what a browser calls an error",
          Set.of("AbortError"),
          "names of typefaces",
          Set.of("Arial, Helvetica, sans-serif"));

  private static final Set<String> ALLOWED =
      NO_WORDS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

  @Test
  void noModuleHoldsWordsOfItsOwn() {
    Map<String, List<String>> held = new TreeMap<>();
    modules()
        .forEach(
            (name, source) -> {
              List<String> words =
                  literals(source).filter(it -> WORDS.matcher(it).find()).distinct().toList();
              held.put(name, words.stream().filter(it -> !ALLOWED.contains(it)).toList());
            });
    held.values().removeIf(List::isEmpty);
    assertThat(held).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "say('Zoom in'); Zoom in",
        "say(`Until ${day(to)}`); Until *",
        "const where = far ? ' in view' : '';  in view",
        "`${many}${far ? ' in view' : ''}`;  in view",
        "button.title = 'Close'; Close"
      })
  void wordsInAModuleAreSeen(String source, String words) {
    assertThat(literals(source))
        .anySatisfy(it -> assertThat(it.strip()).isEqualTo(words.strip()).containsPattern(WORDS));
  }

  @Test
  void everyKeyOfAModuleIsInTheBundleAndTheOtherWayRound() throws IOException {
    Set<String> bundle = bundle().stringPropertyNames();
    Set<String> used = new TreeSet<>();
    modules()
        .forEach(
            (name, source) ->
                keys(source)
                    .forEach(
                        key -> {
                          Set<String> found = matching(key, bundle);
                          assertThat(found).as(key + " in " + name).isNotEmpty();
                          used.addAll(found);
                        }));
    assertThat(used).containsAll(bundle.stream().filter(key -> key.startsWith("script.")).toList());
  }

  /** In either form of the page: all that its modules may say, and nothing else. */
  @ParameterizedTest
  @CsvSource({"/map", "/map?embed=1"})
  void aPageHasTheWordsOfItsModules(String address) {
    open(address);
    Set<String> given = given();
    Map<String, String> sources = modules();
    Set<String> said = new TreeSet<>();
    Stream.concat(Stream.of("map/map-page.js"), new ModuleGraph().under("map/map-page.js").stream())
        .flatMap(name -> keys(sources.get(name)).stream())
        .forEach(
            key -> {
              Set<String> found = matching(key, given);
              assertThat(found).as(key).isNotEmpty();
              said.addAll(found);
            });
    assertThat(said).containsExactlyInAnyOrderElementsOf(given);
  }

  /** The rule at the head of the bundle's section. */
  @Test
  void apostrophesAreDoubledWhereSomethingIsFilledIn() throws IOException {
    bundle()
        .forEach(
            (key, text) -> {
              boolean pattern = text.toString().matches("(?s).*\\{[0-9]}.*");
              String others = text.toString().replace("''", "");
              assertThat(pattern ? others.contains("'") : text.toString().contains("''"))
                  .as("%s=%s", key, text)
                  .isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "It can't be shown, It can't be shown",
        "It can''t show {0}, It can't show {0}",
        "{1} of {0}''s, {1} of {0}'s",
        "{0}%, {0}%"
      })
  void aTextIsHandedOutAsItIsRead(String written, String read) {
    StaticMessageSource messages = new StaticMessageSource();
    messages.addMessage("key", Locale.UK, written);
    assertThat(ScriptMessages.reading(messages, "key")).isEqualTo(read);
  }

  @Test
  void noTextEndsTheElement() {
    assertThat(ScriptMessages.inScript("{\"key\":\"</script><!-- <script>\"}"))
        .isEqualTo("{\"key\":\"\\u003c/script>\\u003c!-- \\u003cscript>\"}");
  }

  @Test
  void aGroupIsAKeyAndWhatIsUnderIt() {
    ScriptMessages words = DemonstrationApp.bean(ScriptMessages.class);
    assertThat(words.json(List.of("map.back", "script.map.full")))
        .isEqualTo(
            """
            {"map.back":"Back to list","script.map.full":"Full screen","script.map.full.leave":"Leave full screen"}\
            """);
    assertThatThrownBy(() -> words.json(List.of("script.m")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("script.m");
  }

  @Test
  void aModuleFillsInValuesAndCounts() {
    open("/map");
    assertThat(
            page()
                .evaluate(
                    """
                    async () => {
                      const {counted, text} = await import('/js/common/texts.js');
                      return [text('script.common.silent'), text('script.facts.period', '$1', '$&'),
                        counted('script.list.land', 1, '1'), counted('script.list.land', 0, '0'),
                        counted('script.list.land', 1200, '1,200')];
                    }
                    """))
        .isEqualTo(
            List.of(
                "The server does not answer.",
                "$1 to $&",
                "1 piece of land in view:",
                "0 pieces of land in view:",
                "1,200 pieces of land in view:"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "script.nothing; script.nothing",
        "script.facts.until; script.facts.until {0}",
        "toString; toString"
      })
  void whatIsMissingIsNeverSaid(String asked, String missing) {
    expectsErrors();
    open("/map");
    assertThatThrownBy(
            () ->
                page()
                    .evaluate(
                        "async () => (await import('/js/common/texts.js')).text('%s')"
                            .formatted(asked)))
        .isInstanceOf(PlaywrightException.class)
        .hasMessageContaining("The page has no words for " + missing + ".");
  }

  private Set<String> given() {
    String text = page().locator("#script-words").textContent();
    return JsonMapper.shared().readTree(text).propertyNames().stream().collect(Collectors.toSet());
  }

  /** The keys in a module; what a value decides is {@code *}. */
  private static Set<String> keys(String source) {
    Set<String> found =
        literals(source).filter(it -> KEY.matcher(it).matches()).collect(Collectors.toSet());
    COUNTED
        .matcher(source)
        .results()
        .map(it -> VALUE.matcher(it.group(1)).replaceAll("*"))
        .forEach(
            key -> {
              found.remove(key);
              found.addAll(Set.of(key + ".one", key + ".other"));
            });
    return found;
  }

  private static Set<String> matching(String key, Set<String> keys) {
    Pattern pattern = Pattern.compile(key.replace(".", "\\.").replace("*", "[a-z0-9]+"));
    return keys.stream().filter(it -> pattern.matcher(it).matches()).collect(Collectors.toSet());
  }

  /** Texts in quotes, also those within the values of others; each value is {@code *}. */
  private static Stream<String> literals(String source) {
    return LITERAL
        .matcher(NOT_SAID.matcher(source).replaceAll(""))
        .results()
        .map(it -> it.group(1) != null ? it.group(1) : it.group(2))
        .flatMap(
            it ->
                Stream.concat(
                    Stream.of(VALUE.matcher(it).replaceAll("*")),
                    VALUE.matcher(it).results().flatMap(value -> literals(value.group()))));
  }

  private static Map<String, String> modules() {
    try (Stream<Path> files = Files.walk(MODULES).filter(Files::isRegularFile)) {
      return files.collect(
          Collectors.toMap(file -> MODULES.relativize(file).toString(), ScriptWordsTest::read));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties bundle() throws IOException {
    return PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages.properties"));
  }
}
