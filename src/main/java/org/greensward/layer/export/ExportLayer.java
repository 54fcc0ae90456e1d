package org.greensward.layer.export;

import java.util.List;
import java.util.stream.Collectors;
import org.greensward.error.NotFoundException;
import org.greensward.land.LandExportLayers;
import org.greensward.status.RegisterExportLayers;

/**
 * A layer that leaves as files.
 *
 * @param name in addresses and commands
 * @param title for people
 * @param sources the imported layers that it is made of: it is as open as the least open of them
 * @param key the field that tells its rows apart; null where none does
 * @param shape of its geometries; {@code MIXED}: areas, lines and points
 * @param sql its rows, with a column for each field and {@code geom} in EPSG:27700 where it has a
 *     shape; parameters {@code at}, {@code councils} (ids, or null for all), {@code forum} (an id
 *     or null) and, for land and pieces, {@code lots} (ids, or null for all)
 * @param order of its rows, as SQL
 * @param looks how it is drawn; null where it is not
 * @param countSql how many rows there are, where that is cheaper to say than to read them; else
 *     null
 * @param fewSql the same rows of all councils, where a few of them are cheaper to read so; else
 *     null
 */
public record ExportLayer(
    String name,
    String title,
    List<String> sources,
    List<ExportField> fields,
    String key,
    GeometryKind shape,
    String sql,
    String order,
    CategorizedStyle looks,
    String countSql,
    String fewSql) {
  private static final List<ExportLayer> ALL =
      List.of(
          RegisterExportLayers.COUNCILS,
          RegisterExportLayers.PARISHES,
          RegisterExportLayers.STATUSES,
          LandExportLayers.LAND,
          LandExportLayers.PIECES,
          LandExportLayers.SCHEDULE,
          RegisterExportLayers.FORUMS,
          RegisterExportLayers.WARDS);

  public ExportLayer(
      String name,
      String title,
      List<String> sources,
      List<ExportField> fields,
      String key,
      GeometryKind shape,
      String sql,
      String order,
      CategorizedStyle looks) {
    this(name, title, sources, fields, key, shape, sql, order, looks, null, null);
  }

  /**
   * The rows of one kind of shape alone, as a layer of its own: most desktop GIS draw one kind a
   * layer.
   *
   * @param shape areas, lines or points
   */
  public ExportLayer only(GeometryKind shape, String name, String title) {
    // Said by what it is not: of what it is, the database would expect next to nothing, and read
    // the pieces of land one parcel at a time.
    String dimensions =
        switch (shape) {
          case AREAS -> "0, 1";
          case LINES -> "0, 2";
          default -> "1, 2";
        };
    String of =
        "SELECT * FROM (%s) shaped WHERE ST_Dimension(shaped.geom) NOT IN (" + dimensions + ")";
    return new ExportLayer(
        name,
        title,
        sources,
        fields,
        key,
        shape,
        of.replace("%s", sql),
        order,
        looks,
        null,
        fewSql == null ? null : of.replace("%s", fewSql));
  }

  public static List<ExportLayer> all() {
    return ALL;
  }

  /**
   * The layer of a name.
   *
   * @throws NotFoundException when there is none; the sentence lists them
   */
  public static ExportLayer get(String name) {
    return ALL.stream()
        .filter(layer -> layer.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no layer %s to download; the layers are %s."
                        .formatted(
                            name,
                            ALL.stream()
                                .map(ExportLayer::name)
                                .collect(Collectors.joining(", ")))));
  }
}
