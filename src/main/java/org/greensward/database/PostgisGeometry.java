package org.greensward.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import net.postgis.jdbc.jts.JtsGeometry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.postgresql.util.PGobject;

/**
 * Binds JTS geometries as statement parameters and reads them from result columns, by the JDBC
 * types of PostGIS; to the last bit of each ordinate.
 */
public final class PostgisGeometry {
  /** The British National Grid, in which all geometry is stored. */
  public static final int SRID = 27700;

  private PostgisGeometry() {}

  /** A parameter of the type {@code geometry} in EPSG:27700. */
  public static PGobject parameter(Geometry geometry) {
    return parameter(geometry, SRID);
  }

  /** A parameter of the type {@code geometry} in a coordinate system. */
  public static PGobject parameter(Geometry geometry, int srid) {
    if (geometry.isEmpty()) {
      return empty(geometry, srid);
    }
    Geometry copy = geometry.copy();
    JtsGeometry.setSridRecurse(copy, srid);
    return new JtsGeometry(copy);
  }

  /** JtsGeometry writes empty collections only. */
  private static PGobject empty(Geometry geometry, int srid) {
    PGobject parameter = new PGobject();
    parameter.setType("geometry");
    try {
      parameter.setValue("SRID=" + srid + ";" + geometry.toText());
    } catch (SQLException e) {
      throw new IllegalStateException("A PGobject of text takes any text", e);
    }
    return parameter;
  }

  /**
   * The geometry of a column of the type {@code geometry}, with its SRID; null for NULL.
   *
   * @throws ClassCastException when the column is of another type, or the connection was made
   *     without {@link ExternalDatabase#PARAMETERS}
   */
  public static Geometry read(ResultSet row, String column) throws SQLException {
    JtsGeometry geometry = (JtsGeometry) row.getObject(column);
    return geometry == null ? null : plain(geometry.getGeometry());
  }

  /**
   * The same with coordinates that can be changed in place: JtsGeometry packs them, so that a
   * filter would change copies. An empty point travels as one at NaN.
   */
  private static Geometry plain(Geometry packed) {
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(), packed.getSRID());
    return packed instanceof Point point && Double.isNaN(point.getX())
        ? factory.createPoint()
        : factory.createGeometry(packed);
  }
}
