package org.greensward.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.greensward.export.write.ExportCrs;
import org.greensward.export.write.ExportTable;
import org.greensward.export.write.GeometryForm;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;

/**
 * One table of an export and the statement that gives its rows: the fields in order, then the
 * geometry in the form that the format wants. PostGIS projects, as it does for tiles.
 */
final class ExportQuery {
  /** Of degrees: a tenth of a millimetre, so that areas keep their square metres. */
  private static final int DECIMALS_OF_DEGREES = 9;

  private static final int DECIMALS_OF_METRES = 4;

  private final ExportLayer layer;
  private final ExportTable table;
  private final ExportCrs crs;
  private final GeometryForm form;
  private final String condition;

  private ExportQuery(
      ExportLayer layer, ExportTable table, ExportCrs crs, GeometryForm form, String condition) {
    this.layer = layer;
    this.table = table;
    this.crs = crs;
    this.form = form;
    this.condition = condition;
  }

  /**
   * The tables of an export: one, or three where a format has areas, lines and points apart.
   *
   * @param anyMultiPoint whether a table of points has a row with several of them
   */
  static List<ExportQuery> of(
      PlannedExport export, BiPredicate<ExportQuery, PlannedExport> anyMultiPoint) {
    ExportLayer layer = export.layer();
    if (layer.shape() != GeometryKind.MIXED || !export.format().needsOneShape()) {
      return List.of(of(export, layer.name(), layer.shape(), "true"));
    }
    List<ExportQuery> queries = new ArrayList<>();
    queries.add(of(export, layer.name() + "_areas", GeometryKind.AREAS, "ST_Dimension(geom) = 2"));
    queries.add(of(export, layer.name() + "_lines", GeometryKind.LINES, "ST_Dimension(geom) = 1"));
    ExportQuery points =
        of(export, layer.name() + "_points", GeometryKind.POINT, "ST_Dimension(geom) = 0");
    queries.add(
        anyMultiPoint.test(points, export)
            ? of(export, points.table.name(), GeometryKind.MULTIPOINT, points.condition)
            : points);
    return queries;
  }

  private static ExportQuery of(
      PlannedExport export, String name, GeometryKind shape, String condition) {
    ExportLayer layer = export.layer();
    ExportCrs crs = export.about().crs();
    GeometryForm form = export.format().geometryForm();
    List<ExportField> fields = new ArrayList<>(layer.fields());
    if (form == GeometryForm.POINT_COLUMNS && shape != GeometryKind.NONE) {
      fields.addAll(ExportService.pointColumns(crs));
    }
    ExportTable table =
        new ExportTable(name, layer.title(), fields, layer.key(), shape, layer.looks());
    return new ExportQuery(layer, table, crs, form, condition);
  }

  ExportTable table() {
    return table;
  }

  /** The rows in order. */
  String sql() {
    String columns =
        layer.fields().stream()
            .map(f -> "x.\"" + f.name() + "\"")
            .collect(Collectors.joining(", "));
    if (table.shape() != GeometryKind.NONE) {
      columns += ", " + geometryColumns();
    }
    return "SELECT " + columns + from() + " ORDER BY " + layer.order();
  }

  String countSql() {
    return "SELECT count(*)" + from();
  }

  String multiPointSql() {
    return "SELECT coalesce(bool_or(ST_NumGeometries(geom) > 1), false)" + from();
  }

  static String count(ExportLayer layer) {
    return layer.countSql() != null
        ? layer.countSql()
        : "SELECT count(*) FROM (" + layer.sql() + ") x";
  }

  /** Null where the format has none, or the row. */
  String geometry(ResultSet row) throws SQLException {
    return table.shape() == GeometryKind.NONE || form == GeometryForm.POINT_COLUMNS
        ? null
        : row.getString(layer.fields().size() + 1);
  }

  private String from() {
    return " FROM (" + layer.sql() + ") x WHERE " + condition;
  }

  private String geometryColumns() {
    int decimals = crs == ExportCrs.WGS84 ? DECIMALS_OF_DEGREES : DECIMALS_OF_METRES;
    return switch (form) {
      case WKB -> "encode(ST_AsBinary(" + projected(oneShape()) + "), 'hex')";
      case GEOJSON_TEXT ->
          "ST_AsGeoJSON(ST_ForcePolygonCCW(" + projected("geom") + "), " + decimals + ", 0)";
      case KML_TEXT -> "ST_AsKML(ST_ForcePolygonCCW(" + projected("geom") + "), " + decimals + ")";
      case POINT_COLUMNS -> {
        String point = projected("ST_PointOnSurface(geom)");
        yield "ST_X(" + point + "), ST_Y(" + point + ")";
      }
    };
  }

  private String oneShape() {
    return switch (table.shape()) {
      case POINT -> "ST_GeometryN(geom, 1)";
      case LINES -> "ST_Multi(ST_CollectionExtract(geom, 2))";
      case AREAS -> "ST_Multi(ST_CollectionExtract(geom, 3))";
      default -> "ST_Multi(geom)";
    };
  }

  private String projected(String geometry) {
    return crs == ExportCrs.WGS84 ? "ST_Transform(" + geometry + ", 4326)" : geometry;
  }
}
