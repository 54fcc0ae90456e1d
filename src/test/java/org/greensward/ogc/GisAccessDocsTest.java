package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the manual is run as it stands there, against the demonstration. */
@Tag("client")
class GisAccessDocsTest {
  private static final Path MANUAL = Path.of("docs/gis-access.md");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^    ((?:GDAL_\\S+ )?(?:curl|ogrinfo|ogr2ogr) .*)$");
  private static final Pattern FILE = Pattern.compile("\\b([a-z]+\\.(?:gpkg|csv|qgs))\\b");
  private static final Pattern SCRIPT = Pattern.compile("(?s)```python\n(.*?)```");
  private static final int PATIENCE_S = 60;

  private static String key;

  @TempDir private static Path folder;

  @BeforeAll
  static void aKey() {
    TestAccounts people =
        new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
    people.account("manual@example.org", AccountRole.COUNCIL, "Clerk", "olney-town-council");
    key = people.key("manual@example.org", false);
  }

  static Stream<String> commands() throws IOException {
    return COMMAND.matcher(Files.readString(MANUAL)).results().map(m -> m.group(1));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandDoesWhatTheManualSays(String command) throws Exception {
    String said = run("bash", "-c", command);
    Matcher file = FILE.matcher(command);
    if (file.find()) {
      assertThat(said).doesNotContain("ERROR", "Warning");
      assertThat(folder.resolve(file.group(1))).isNotEmptyFile();
    } else if (command.startsWith("ogrinfo")) {
      assertThat(said).contains("parishes");
    } else {
      assertThat(Http.parse(said).get("numberReturned").asInt()).isPositive();
    }
  }

  @Test
  void theScriptReadsAllPages() throws Exception {
    Matcher script = SCRIPT.matcher(Files.readString(MANUAL));
    assertThat(script.find()).isTrue();
    int hedges =
        OgcService.json("/collections/land/items?asset_type=hedge&limit=1")
            .get("numberMatched")
            .asInt();
    assertThat(hedges).isGreaterThan(250);
    assertThat(run("/usr/bin/python3", "-c", script.group(1))).startsWith(hedges + " hedges,");
  }

  @Test
  void everyCollectionIsInTheManual() throws Exception {
    String manual = Files.readString(MANUAL);
    assertThat(OgcService.COLLECTIONS)
        .allSatisfy(collection -> assertThat(manual).contains("`" + collection + "`"));
    assertThat(manual).contains("`greensw`");
  }

  private static String run(String... words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.redirectErrorStream(true).environment().put("OGC", OgcService.root());
    builder.environment().put("KEY", key);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
