package org.greensward.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that are not part of the project, in the folder that {@code GREENSWARD_REALDATA} names (a
 * system property or an environment variable), else {@code ../shared/realdata}. A test that asks
 * for one that is not there is skipped.
 */
final class RealData {
  private RealData() {}

  /** The polygons of a file as the cells of a coverage, by ogr2ogr. */
  static List<CoverageCell> cells(String file, String codeField)
      throws IOException, InterruptedException {
    Path path = folder().resolve(file);
    assumeTrue(Files.isRegularFile(path), "skipped: there is no " + path);
    String source = file.endsWith(".zip") ? "/vsizip/" + path : path.toString();
    List<String> command =
        List.of(
            "ogr2ogr",
            "-f",
            "CSV",
            "/vsistdout/",
            source,
            "-lco",
            "GEOMETRY=AS_WKT",
            "-lco",
            "SEPARATOR=SEMICOLON",
            "-select",
            codeField);
    Process process = start(command);
    List<CoverageCell> cells = new ArrayList<>();
    try (BufferedReader reader = process.inputReader()) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int end = line.lastIndexOf(';');
        String code = line.substring(end + 1).replace("\"", "");
        String wkt = line.substring(0, end).replace("\"", "");
        cells.add(Shapes.cell(code.isEmpty() ? "row " + cells.size() : code, wkt));
      }
    }
    assertThat(process.waitFor()).isZero();
    return cells;
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      assumeTrue(false, "skipped: ogr2ogr is not installed");
      throw new IllegalStateException(e);
    }
  }

  private static Path folder() {
    return Stream.of(
            System.getProperty("GREENSWARD_REALDATA"),
            System.getenv("GREENSWARD_REALDATA"),
            "../shared/realdata")
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .map(name -> Path.of(name).toAbsolutePath().normalize())
        .orElseThrow();
  }
}
