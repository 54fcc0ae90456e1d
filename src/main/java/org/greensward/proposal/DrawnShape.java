package org.greensward.proposal;

import java.util.Optional;
import org.greensward.layer.QuantityUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shapes as forms carry them: GeoJSON in British National Grid metres (EPSG:27700) that says so;
 * WKT in the same, and GeoJSON in degrees, are read too. The database reads them, so that what is
 * refused here is what it would refuse.
 */
@Component
public class DrawnShape {
  /** Of a geometry {@code %s}, the text that a form shows. */
  static final String TEXT = "ST_AsGeoJSON(%s, 3, 4)";

  /** The geometry of a parameter {@code :geometry}, which may be null. */
  public static final String READ = "drawn_shape(CAST(:geometry AS text))";

  private static final int LONGEST = 200_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate apart;

  DrawnShape(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * What a text draws.
   *
   * @param dimension 2 for areas, 1 for lines, 0 for points
   * @param valid whether an area has an outline that does not cross itself
   * @param near whether it lies in or near a parish of the council that is asked about
   */
  public record Drawn(int dimension, boolean valid, boolean near) {
    /** Whether something that is counted in a unit may be drawn so. */
    public boolean fits(String unit) {
      return QuantityUnit.of(unit).fits(dimension);
    }
  }

  /** Empty when the text draws nothing. In a transaction of its own, which a fault in it breaks. */
  public Optional<Drawn> read(String text, long council) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return apart.execute(
          status ->
              jdbc.sql(
                      """
                      SELECT ST_Dimension(g) AS dimension,
                             ST_IsValid(g) AND GeometryType(g) <> 'GEOMETRYCOLLECTION' AS valid,
                             council_is_near(:council, g) AS near
                      FROM (SELECT %s AS g) drawn WHERE NOT ST_IsEmpty(g)
                      """
                          .formatted(READ))
                  .param("geometry", text)
                  .param("council", council)
                  .query(Drawn.class)
                  .optional());
    } catch (DataAccessException e) {
      return Optional.empty(); // no shape that the database can read
    }
  }
}
