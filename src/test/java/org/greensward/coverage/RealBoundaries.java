package org.greensward.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greensward.RealFiles;

/** Real boundaries as the cells of a coverage. */
public final class RealBoundaries {
  private RealBoundaries() {}

  /** The polygons of a file as the cells of a coverage, by ogr2ogr. */
  public static List<CoverageCell> cells(String file, String codeField)
      throws IOException, InterruptedException {
    Path path = RealFiles.get(file);
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
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<CoverageCell> cells = new ArrayList<>();
    try (BufferedReader reader = process.inputReader()) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int end = line.lastIndexOf(';');
        String code = line.substring(end + 1).replace("\"", "");
        String wkt = line.substring(0, end).replace("\"", "");
        cells.add(TestShapes.cell(code.isEmpty() ? "row " + cells.size() : code, wkt));
      }
    }
    assertThat(process.waitFor()).isZero();
    return cells;
  }
}
