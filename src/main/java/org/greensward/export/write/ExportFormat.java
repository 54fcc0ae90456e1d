package org.greensward.export.write;

import static org.greensward.export.write.ExportCrs.BRITISH_NATIONAL_GRID;
import static org.greensward.export.write.ExportCrs.WGS84;
import static org.greensward.export.write.GeometryForm.GEOJSON_TEXT;
import static org.greensward.export.write.GeometryForm.KML_TEXT;
import static org.greensward.export.write.GeometryForm.POINT_COLUMNS;
import static org.greensward.export.write.GeometryForm.WKB;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that files leave in. */
public enum ExportFormat {
  GEOPACKAGE("gpkg", "gpkg", "GeoPackage", "application/geopackage+sqlite3", WKB),
  SHAPEFILE("shp", "shp.zip", "Shapefile", "application/zip", WKB),
  GEOJSON("geojson", "geojson", "GeoJSON", "application/geo+json", GEOJSON_TEXT),
  CSV("csv", "csv", "CSV", "text/csv;charset=UTF-8", POINT_COLUMNS),
  XLSX(
      "xlsx",
      "xlsx",
      "Excel",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      POINT_COLUMNS),
  KML("kml", "kml", "KML", "application/vnd.google-earth.kml+xml", KML_TEXT),
  MAPINFO_TAB("tab", "tab.zip", "MapInfo TAB", "application/zip", WKB);

  private final String key;
  private final String ending;
  private final String title;
  private final String mediaType;
  private final GeometryForm geometryForm;

  ExportFormat(
      String key, String ending, String title, String mediaType, GeometryForm geometryForm) {
    this.key = key;
    this.ending = ending;
    this.title = title;
    this.mediaType = mediaType;
    this.geometryForm = geometryForm;
  }

  /** The format of a key or of a file's ending, in whatever case. */
  public static Optional<ExportFormat> find(String word) {
    return Arrays.stream(values())
        .filter(f -> f.key.equalsIgnoreCase(word) || f.ending.equalsIgnoreCase(word))
        .findFirst();
  }

  /** All keys, for a sentence. */
  public static String keys() {
    return Arrays.stream(values()).map(ExportFormat::key).collect(Collectors.joining(", "));
  }

  /** What people write for it: {@code gpkg}. */
  public String key() {
    return key;
  }

  /**
   * Of its files, without the dot; {@code shp.zip} is a Shapefile that GIS programs open as it is.
   */
  public String ending() {
    return ending;
  }

  public String title() {
    return title;
  }

  public String mediaType() {
    return mediaType;
  }

  public GeometryForm geometryForm() {
    return geometryForm;
  }

  /** The system that it is in unless told: what its readers expect. */
  public ExportCrs usualCrs() {
    return this == GEOJSON || this == KML ? WGS84 : BRITISH_NATIONAL_GRID;
  }

  /** The systems that it can be in; KML knows one only. */
  public List<ExportCrs> possibleCrs() {
    return this == KML ? List.of(WGS84) : List.of(BRITISH_NATIONAL_GRID, WGS84);
  }

  /** Whether areas, lines and points have to be in tables of their own. */
  public boolean needsOneShape() {
    return geometryForm == WKB;
  }

  /** Whether it leaves while it is made, and not after. */
  public boolean streams() {
    return geometryForm != WKB;
  }
}
