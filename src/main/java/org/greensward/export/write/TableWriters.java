package org.greensward.export.write;

import java.io.IOException;
import java.time.Duration;
import org.greensward.importing.gdal.Gdal;
import org.greensward.importing.gdal.GdalLimits;
import org.springframework.stereotype.Component;

/** Makes the writer of a format. */
@Component
public final class TableWriters {
  private static final GdalLimits LIMITS =
      new GdalLimits(Duration.ofMinutes(15), 2L << 30, 4L << 30);

  private final Gdal gdal;

  public TableWriters() {
    this(LIMITS);
  }

  TableWriters(GdalLimits limits) {
    this.gdal = new Gdal(limits);
  }

  /**
   * @param fileName as sentences call what is written
   */
  public TableWriter open(
      ExportFormat format, FileMetadata about, String fileName, OutputTarget target)
      throws IOException {
    return switch (format) {
      case GEOJSON -> new GeoJsonWriter(about, target);
      case CSV -> new CsvWriter(about, target);
      case XLSX -> new XlsxWriter(about, target);
      case KML -> new KmlWriter(about, target);
      case GEOPACKAGE, SHAPEFILE, MAPINFO_TAB ->
          new GdalWriter(gdal, format, about, fileName, target);
    };
  }
}
