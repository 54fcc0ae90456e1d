package org.greensward.land;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.greensward.database.PostgisGeometry;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes land: the editor, the API and accepted proposals call it, within their own transaction of
 * {@link org.greensward.security.audit.AuditedTransaction}. The database cuts the pieces, writes
 * the audit trail and bumps the revisions. The import merges whole surveys in {@code
 * land.importing} instead.
 */
@Repository
public class ParcelWriter {
  private final JdbcClient jdbc;

  ParcelWriter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a parcel.
   *
   * @return its id
   * @throws org.springframework.dao.DuplicateKeyException when the reference is taken
   */
  public long add(String reference, ParcelColumns columns) {
    String names = String.join(", ", columns.values().keySet());
    String values = String.join(", ", columns.values().values());
    return jdbc.sql(
            "INSERT INTO land (reference, %s) VALUES (:reference, %s) RETURNING id"
                .formatted(names, values))
        .params(columns.parameters())
        .param("reference", reference)
        .query(Long.class)
        .single();
  }

  /**
   * Changes columns of a parcel; without any it writes nothing.
   *
   * @return its id; empty when there is no parcel of that reference, or nothing to change
   */
  public Optional<Long> change(String reference, ParcelColumns columns) {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    String assignments =
        columns.values().entrySet().stream()
            .map(column -> column.getKey() + " = " + column.getValue())
            .collect(Collectors.joining(", "));
    return jdbc.sql(
            "UPDATE land SET %s WHERE reference = :reference RETURNING id".formatted(assignments))
        .params(columns.parameters())
        .param("reference", reference)
        .query(Long.class)
        .optional();
  }

  /**
   * Ends a parcel.
   *
   * @param end the first day on which it is no more
   * @return its id; empty when there is none that is there on the day before
   */
  public Optional<Long> end(String reference, LocalDate end) {
    return jdbc.sql(
            """
            UPDATE land SET valid = valid * daterange(NULL, CAST(:end AS date))
            WHERE reference = :reference AND valid @> CAST(:end AS date) - 1 RETURNING id
            """)
        .param("reference", reference)
        .param("end", end)
        .query(Long.class)
        .optional();
  }

  /** Removes a parcel that begins on a day or later: it never was. The audit trail keeps it. */
  public void remove(String reference, LocalDate day) {
    jdbc.sql("DELETE FROM land WHERE reference = :reference AND lower(valid) >= :day")
        .param("reference", reference)
        .param("day", day)
        .update();
  }

  /**
   * Copies a parcel with all that it has, and stands the copy wherever an agreement names it.
   *
   * @param shape of the copy, in EPSG:27700
   */
  public void copy(String reference, String made, Geometry shape, Double measured) {
    jdbc.sql(
            """
            INSERT INTO land (reference, asset_type, unit, name, owner_id, maintainer_id,
                              maintainer_valid, lot_id, regime_id, measured, geom, valid, basis,
                              edition_id)
            SELECT :made, asset_type, unit, name, owner_id, maintainer_id, maintainer_valid, lot_id,
                   regime_id, CAST(:measured AS float8), :shape, valid, basis, edition_id
            FROM land WHERE reference = :reference
            """)
        .param("made", made)
        .param("reference", reference)
        .param("measured", measured)
        .param("shape", PostgisGeometry.parameter(shape))
        .update();
    jdbc.sql(
            """
            INSERT INTO agreement_cover (agreement_id, reference, covers)
            SELECT agreement_id, :made, covers FROM agreement_cover WHERE reference = :reference
            """)
        .param("made", made)
        .param("reference", reference)
        .update();
  }
}
