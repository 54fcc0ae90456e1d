package org.greensward.security.gisrole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.greensward.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the checks of {@code src/test/python/qgis_checks.py} in one QGIS without a screen. */
final class Qgis {
  /** The system's own: QGIS is a module of no other. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final Path CHECKS = Path.of("src/test/python/qgis_checks.py");
  private static final int PATIENCE_S = 120;

  private final Map<String, JsonNode> lines = new HashMap<>();
  private final String said;

  private Qgis(String out, String said) {
    this.said = said;
    out.lines()
        .filter(line -> line.startsWith("{"))
        .map(Http::parse)
        .forEach(line -> lines.put(line.get("check").asString(), line));
  }

  /**
   * @param given what the checks are told, as JSON can say it
   */
  static Qgis run(Map<String, Object> given) {
    try {
      Path said = Files.createTempFile("qgis", ".log");
      Process python =
          new ProcessBuilder(PYTHON, CHECKS.toString()).redirectError(said.toFile()).start();
      try (var in = python.getOutputStream()) {
        in.write(JsonMapper.shared().writeValueAsBytes(given));
      }
      String out = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!python.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        python.destroyForcibly();
      }
      String words = Files.readString(said);
      Files.delete(said);
      return new Qgis(out, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What a check returned. */
  JsonNode result(String check) {
    JsonNode line = lines.get(check);
    if (line == null || line.has("error")) {
      throw new AssertionError(
          line == null
              ? "QGIS did not get to " + check + ":\n" + said
              : line.get("error").asString());
    }
    return line.get("result");
  }
}
