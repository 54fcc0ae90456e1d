package org.greensward.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.greensward.export.write.ExportCrs;
import org.greensward.export.write.ExportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every format, read back by GDAL: nothing is lost or moved, and sums are those of the database.
 */
class ExportFormatsTest {
  @TempDir Path folder;

  static Stream<Arguments> formats() {
    return Stream.of(ExportFormat.values())
        .flatMap(f -> f.possibleCrs().stream().map(crs -> Arguments.of(f, crs)));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void landKeepsItsRowsSumsAndLetters(ExportFormat format, ExportCrs crs) {
    Path file = DownloadApp.whole("land", format, crs);
    long rows = 0;
    double area = 0;
    double quantity = 0;
    String letters = null;
    for (String layer : layers(format, file, "land")) {
      List<String> found =
          ReadBack.row(
              file,
              "SELECT count(*), coalesce(sum(area_m2), 0), sum(quantity),"
                  + " coalesce(max(CASE WHEN reference = 'MK-000001' THEN name END), '') FROM "
                  + layer);
      rows += Long.parseLong(found.get(0));
      area += Double.parseDouble(found.get(1));
      quantity += Double.parseDouble(found.get(2));
      letters = found.get(3).isEmpty() ? letters : found.get(3);
    }
    assertThat(rows).isEqualTo(DownloadApp.value("SELECT count(*) FROM land", Long.class));
    assertThat(area)
        .isCloseTo(
            DownloadApp.value("SELECT sum(drawn) FROM land WHERE unit = 'm2'", Double.class),
            within(0.5));
    assertThat(quantity)
        .isCloseTo(DownloadApp.value("SELECT sum(quantity) FROM land", Double.class), within(0.5));
    // MapInfo tables have no Welsh letters, as GDAL writes them; their licence text says so.
    assertThat(letters)
        .isEqualTo(
            format == ExportFormat.MAPINFO_TAB
                ? DownloadApp.LETTERS.replace('Ŵ', 'W')
                : DownloadApp.LETTERS);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void parishesKeepTheirPlaceAndArea(ExportFormat format, ExportCrs crs) {
    Path file = DownloadApp.whole("parishes", format, crs);
    String layer = layers(format, file, "parishes").get(0);
    List<String> counts =
        ReadBack.row(
            file,
            "SELECT count(DISTINCT code), count(CASE WHEN status = 'devolved' THEN 1 END) FROM "
                + layer);
    assertThat(counts.get(0))
        .isEqualTo(String.valueOf(DownloadApp.value("SELECT count(*) FROM parish", Long.class)));
    assertThat(counts.get(1))
        .isEqualTo(
            String.valueOf(
                DownloadApp.value(
                    """
                    SELECT count(*) FROM parish_council_at('2018-10-01') x
                    JOIN council_status_at('2018-10-01') s USING (council_id)
                    WHERE s.status = 'devolved'
                    """,
                    Long.class)));
    if (format == ExportFormat.CSV || format == ExportFormat.XLSX) {
      String x = crs == ExportCrs.WGS84 ? "longitude" : "easting";
      double least = ReadBack.number(file, "SELECT min(" + x + ") FROM " + layer);
      assertThat(least)
          .isBetween(
              crs == ExportCrs.WGS84 ? -1.0 : 470_000.0, crs == ExportCrs.WGS84 ? -0.5 : 490_000.0);
      return;
    }
    String summary = ReadBack.summary(file, layer.replace("\"", ""));
    if (format != ExportFormat.MAPINFO_TAB) {
      assertThat(summary).contains("ID[\"EPSG\"," + crs.code() + "]]\n");
    } else {
      assertThat(summary).contains(crs == ExportCrs.WGS84 ? "GEOGCRS" : "Transverse Mercator");
    }
    Path grid = ReadBack.inGrid(file, layer.replace("\"", ""));
    List<Double> placed =
        ReadBack.row(
                grid,
                "SELECT sum(ST_Area(geometry)), min(ST_MinX(geometry)), max(ST_MaxY(geometry))"
                    + " FROM x")
            .stream()
            .map(Double::valueOf)
            .toList();
    // A MapInfo table divides its box into whole numbers: of a centimetre in degrees.
    double tolerance = format == ExportFormat.MAPINFO_TAB ? 50 : 1;
    assertThat(placed.get(0))
        .isCloseTo(
            DownloadApp.value("SELECT sum(area_m2) FROM parish", Double.class), within(tolerance));
    assertThat(placed.get(1))
        .isCloseTo(
            DownloadApp.value("SELECT min(ST_XMin(geom)) FROM parish", Double.class), within(0.01));
    assertThat(placed.get(2))
        .isCloseTo(
            DownloadApp.value("SELECT max(ST_YMax(geom)) FROM parish", Double.class), within(0.01));
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    DownloadApp.write(folder, "councils", ExportFormat.SHAPEFILE, null);
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      String mine = "greensward-work-" + ProcessHandle.current().pid();
      assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.startsWith(mine));
    }
  }

  /** What GDAL calls the tables of a file. */
  private static List<String> layers(ExportFormat format, Path file, String layer) {
    if (format.needsOneShape() && layer.equals("land")) {
      return List.of("land_areas", "land_lines", "land_points");
    }
    String name = file.getFileName().toString();
    return switch (format) {
      case CSV -> List.of("\"" + name.substring(0, name.lastIndexOf('.')) + "\"");
      case KML ->
          List.of(
              "\""
                  + (layer.equals("land") ? "Land" : "Parishes")
                  + ", All local councils, 2018-10-01\"");
      default -> List.of(layer);
    };
  }
}
