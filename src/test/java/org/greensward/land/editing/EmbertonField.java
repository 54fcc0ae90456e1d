package org.greensward.land.editing;

import java.util.List;
import java.util.Map;
import org.greensward.DemonstrationApp;
import org.greensward.land.shape.ShapeJson;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A field of Emberton with no land of the demonstration on it, for tests that make some: easting
 * and northing count from its south-west corner.
 */
public final class EmbertonField {
  public static final double EAST = 487500;
  public static final double NORTH = 247900;
  private static final String PREFIX = "TRY-";

  private final JdbcClient owner = DemonstrationApp.ownerJdbc();

  /** A parcel of amenity grass, {@code TRY-} and a name, from metres on the field. */
  public String grass(String name, Double measured, String wkt) {
    owner
        .sql(
            """
            INSERT INTO land (reference, asset_type, unit, measured, geom)
            VALUES (:reference, 'amenity grass', 'm2', :measured,
                    ST_Translate(ST_GeomFromText(:wkt, 27700), :east, :north))
            """)
        .param("reference", PREFIX + name)
        .param("measured", measured, java.sql.Types.DOUBLE)
        .param("wkt", wkt)
        .param("east", EAST)
        .param("north", NORTH)
        .update();
    return PREFIX + name;
  }

  /** A square of some metres. */
  public static String square(int east, int north, int side) {
    return "POLYGON((%1$d %2$d,%3$d %2$d,%3$d %4$d,%1$d %4$d,%1$d %2$d))"
        .formatted(east, north, east + side, north + side);
  }

  /** As the editor sends it. */
  public static String json(String wkt) {
    try {
      Geometry shape = new WKTReader().read(wkt);
      shape.apply(
          new org.locationtech.jts.geom.util.AffineTransformation().setToTranslation(EAST, NORTH));
      return ShapeJson.write(shape);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  public Map<String, Object> land(String reference) {
    return owner
        .sql(
            """
            SELECT xmin::text AS version, asset_type, drawn, measured, upper(valid)::text AS until,
                   ST_AsText(ST_Translate(geom, -:east, -:north)) AS shape,
                   (SELECT sum(quantity) FROM piece x WHERE x.land_id = l.id) AS pieces
            FROM land l WHERE reference = :reference
            """)
        .param("reference", reference)
        .param("east", EAST)
        .param("north", NORTH)
        .query()
        .singleRow();
  }

  public boolean isThere(String reference) {
    return owner
        .sql("SELECT EXISTS (SELECT FROM land WHERE reference = ?)")
        .param(reference)
        .query(Boolean.class)
        .single();
  }

  /** Reasons in the audit trail of a parcel, the latest first. */
  public List<String> reasons(String reference) {
    return owner
        .sql(
            """
            SELECT a.action || ' ' || coalesce(a.reason, '-') FROM audit a
            JOIN land l ON a.subject = 'land' AND a.row_key = l.id::text
            WHERE l.reference = ? ORDER BY a.id DESC
            """)
        .param(reference)
        .query(String.class)
        .list();
  }

  /** Takes away all that was made here. */
  public void clear() {
    owner.sql("DELETE FROM agreement_cover WHERE reference LIKE 'TRY-%'").update();
    owner.sql("DELETE FROM land WHERE reference LIKE 'TRY-%'").update();
  }
}
