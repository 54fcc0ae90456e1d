package org.greensward.export.write;

import java.util.Arrays;
import java.util.Optional;

/** The coordinate systems that files leave in. */
public enum ExportCrs {
  BRITISH_NATIONAL_GRID(27700, "British National Grid (EPSG:27700), metres", "bng"),
  WGS84(4326, "WGS84 (EPSG:4326), degrees, longitude before latitude", "wgs84");

  private final int code;
  private final String title;
  private final String shortName;

  ExportCrs(int code, String title, String shortName) {
    this.code = code;
    this.title = title;
    this.shortName = shortName;
  }

  /** The system of an EPSG code, with or without the letters. */
  public static Optional<ExportCrs> find(String code) {
    String digits = code.strip().replaceFirst("(?i)^EPSG:", "");
    return Arrays.stream(values()).filter(c -> digits.equals(String.valueOf(c.code))).findFirst();
  }

  /** Its EPSG code. */
  public int code() {
    return code;
  }

  /** As files name it, with its unit. */
  public String title() {
    return title;
  }

  /** For the name of a file. */
  public String shortName() {
    return shortName;
  }
}
