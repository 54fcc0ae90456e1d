package org.greensward.importing.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.layer.importing.SourceLayer;

/**
 * Coordinate systems as GDAL describes them (WKT of 2019) and as a {@link SourceLayer} has them.
 */
final class CoordinateSystem {
  public static final String BRITISH_NATIONAL_GRID = SourceLayer.BRITISH_NATIONAL_GRID;
  public static final String WGS_84 = "EPSG:4326";

  private static final Pattern CODE = Pattern.compile("ID\\[\"EPSG\",(\\d+)\\]\\]\\s*$");
  private static final Pattern NAME = Pattern.compile("^[A-Z]+\\[\"([^\"]*)\"");
  private static final List<Pattern> OF_THE_GRID =
      List.of(
          Pattern.compile("METHOD\\[\"Transverse Mercator\""),
          Pattern.compile("\"Latitude of natural origin\",49(\\.0*)?,"),
          Pattern.compile("\"Longitude of natural origin\",-2(\\.0*)?,"),
          Pattern.compile("\"Scale factor at natural origin\",0\\.999601271"),
          Pattern.compile("\"False easting\",400000(\\.0*)?,\\s*LENGTHUNIT\\[\"metre\",1[],]"),
          Pattern.compile("\"False northing\",-100000(\\.0*)?,"),
          Pattern.compile("6377563\\.396"));

  /** In degrees from Greenwich, whatever its own name, as old {@code .prj} files have it. */
  private static final Pattern IN_WGS_84 =
      Pattern.compile(
          "(?s)^GEOGCRS\\[.*(ID\\[\"OGC\",\"CRS84\"\\]\\]\\s*$"
              + "|(DATUM|ENSEMBLE)\\[\"World Geodetic System 1984.*"
              + "PRIMEM\\[\"Greenwich\",0,\\s*ANGLEUNIT\\[\"[Dd]egree\",0\\.01745329)");

  private CoordinateSystem() {}

  /** Whether it has a code, by which the database knows it too. */
  public static boolean isCoded(String crs) {
    return crs.startsWith("EPSG:");
  }

  /**
   * What a layer's description says: {@code EPSG:27700} for the British National Grid under any
   * name, {@code EPSG:n} for what has a code, else the description itself; empty where it says
   * nothing that a place follows from.
   */
  public static Optional<String> of(String wkt) {
    if (wkt == null || wkt.isBlank() || wkt.matches("(?s)(\\(unknown\\)|ENGCRS|LOCAL_CS).*")) {
      return Optional.empty();
    }
    if (name(wkt).startsWith("Undefined")) {
      return Optional.empty();
    }
    if (OF_THE_GRID.stream().allMatch(p -> p.matcher(wkt).find())) {
      return Optional.of(BRITISH_NATIONAL_GRID);
    }
    if (IN_WGS_84.matcher(wkt).find()) {
      return Optional.of(WGS_84);
    }
    Matcher code = CODE.matcher(wkt);
    return Optional.of(code.find() ? "EPSG:" + code.group(1) : wkt);
  }

  /** The code, or the name in a description. */
  public static String name(String crs) {
    Matcher matcher = NAME.matcher(crs);
    return matcher.find() ? matcher.group(1) : crs;
  }

  /** What the report tells of a transformation to the British National Grid. */
  public static String remark(String name, String crs, String wkt) {
    String from = wkt == null || wkt.equals(crs) ? name(crs) : name(wkt) + " (" + name(crs) + ")";
    if (crs.equals(WGS_84)) {
      from = "WGS 84 (" + crs + ")";
    }
    boolean sameDatum = wkt != null && wkt.contains("6377563.396") || "EPSG:4277".equals(crs);
    return name
        + ": its coordinates are transformed from "
        + from
        + " to EPSG:27700, "
        + (sameDatum
            ? "which loses nothing, since both rest on the same datum."
            : "which is right to about 2 to 5 m without the OSTN15 grid; prefer a file in"
                + " EPSG:27700.");
  }
}
