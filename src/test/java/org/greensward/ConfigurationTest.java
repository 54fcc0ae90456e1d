package org.greensward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code docs/configuration.md} from the records that hold the settings, and fails when it
 * had to: then look at what changed and commit it.
 */
class ConfigurationTest {
  private static final Path DOCUMENT = Path.of("docs/configuration.md");
  private static final Set<String> SET_BY_COMMANDS =
      Set.of("greensward.exclusive", "greensward.data");
  private static final Pattern CODE = Pattern.compile("\\{@code ((?:[^{}]|\\{[^{}]*})*)}");
  private static final String HEAD =
      """
      # Settings

      Each can be given as an environment variable. Options of commands (`--data`, `--port`, `--host`) are
      told by `./greensward COMMAND --help`. What is set for the authority is written into a new store when
      it is made. A value that cannot be used is refused at the start, with the value in the message.

      | setting | environment | default | what it is |
      |---|---|---|---|
      """;

  @Test
  void theDocumentIsWhatTheProgramTakes() throws IOException {
    StringBuilder document = new StringBuilder(HEAD);
    settings()
        .forEach(
            (name, setting) ->
                document.append(
                    "| `%s` | `%s` | %s | %s |%n"
                        .formatted(
                            name,
                            environment(name),
                            setting.path("defaultValue").asString("").isEmpty()
                                ? ""
                                : "`" + setting.get("defaultValue").asString() + "`",
                            described(setting.path("description").asString("")))));
    String wanted = document.toString();
    String found = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
    Files.writeString(DOCUMENT, wanted);
    assertThat(found).as("%s was not up to date, and is now", DOCUMENT).isEqualTo(wanted);
  }

  @Test
  void everySettingIsDescribed() throws IOException {
    assertThat(settings())
        .isNotEmpty()
        .allSatisfy(
            (name, setting) ->
                assertThat(setting.path("description").asString("")).as(name).isNotBlank());
  }

  private static Map<String, JsonNode> settings() throws IOException {
    Map<String, JsonNode> settings = new TreeMap<>();
    try (InputStream metadata =
        ConfigurationTest.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      for (JsonNode setting : JsonMapper.shared().readTree(metadata).get("properties")) {
        if (!SET_BY_COMMANDS.contains(setting.get("name").asString())) {
          settings.put(setting.get("name").asString(), setting);
        }
      }
    }
    return settings;
  }

  /** As Spring reads it: dots become underscores, and dashes fall away. */
  private static String environment(String name) {
    if (name.equals("greensward.database-url")) {
      return "GREENSWARD_DATABASE_URL"; // the script looks at it too
    }
    return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static String described(String javadoc) {
    return CODE.matcher(javadoc)
        .replaceAll(code -> Matcher.quoteReplacement("`" + code.group(1) + "`"));
  }
}
