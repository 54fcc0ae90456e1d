package org.greensward.importing.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The formats that are read. A file is opened with the drivers of its ending and no others, and of
 * the files beside it only those named here are opened.
 */
public enum ImportFormat {
  SHAPEFILE("a Shapefile", "shp", "ESRI Shapefile", "dbf,shx,prj,cpg"),
  GEOPACKAGE("a GeoPackage", "gpkg", "GPKG", ""),
  GEOJSON("GeoJSON", "geojson,json,topojson", "GeoJSON,GeoJSONSeq,TopoJSON", ""),
  GEOJSON_LINES("GeoJSON, one feature a line", "geojsonl,geojsons,ndjson", "GeoJSONSeq", ""),
  MAPINFO_TAB("a MapInfo table", "tab", "MapInfo File", "dat,map,id,ind"),
  MAPINFO_MIF("a MapInfo exchange file", "mif", "MapInfo File", "mid"),
  GML("GML", "gml", "GML", "xsd,gfs"),
  KML("KML", "kml,kmz", "LIBKML,KML", ""),
  FLATGEOBUF("a FlatGeobuf", "fgb", "FlatGeobuf", ""),
  CSV("a table of comma-separated values", "csv,tsv", "CSV", ""),
  XLSX("an Excel workbook", "xlsx,xlsm", "XLSX", ""),
  ODS("an OpenDocument spreadsheet", "ods", "ODS", "");

  private final String title;
  private final List<String> endings;
  private final List<String> drivers;
  private final List<String> sidecars;

  ImportFormat(String title, String endings, String drivers, String sidecars) {
    this.title = title;
    this.endings = List.of(endings.split(","));
    this.drivers = List.of(drivers.split(","));
    this.sidecars = sidecars.isEmpty() ? List.of() : List.of(sidecars.split(","));
  }

  /** The format that a file's ending stands for, in whatever case. */
  static Optional<ImportFormat> findByName(String fileName) {
    String ending = ending(fileName);
    return Arrays.stream(values()).filter(f -> f.endings.contains(ending)).findFirst();
  }

  /** The part of a name after its last dot, in lower case; empty where there is none. */
  static String ending(String fileName) {
    return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** A name without its last dot and what follows. */
  public static String base(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? fileName : fileName.substring(0, dot);
  }

  /** As a sentence names it: "a Shapefile". */
  public String title() {
    return title;
  }

  public List<String> drivers() {
    return drivers;
  }

  /** Endings of the files that belong to one of this format. */
  List<String> sidecars() {
    return sidecars;
  }

  /** Whether it has rows without geometry only, whatever its columns are called. */
  public boolean isTable() {
    return isSpreadsheet() || this == CSV;
  }

  public boolean isSpreadsheet() {
    return this == XLSX || this == ODS;
  }
}
