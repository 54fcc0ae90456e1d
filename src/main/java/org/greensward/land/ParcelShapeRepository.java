package org.greensward.land;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.greensward.database.Wkb;
import org.greensward.security.audit.AuditedTransaction;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The changes of parcels' shapes, each one transaction with its reason in the audit trail. Pieces,
 * overlaps and revisions follow in the database. A parcel that somebody else changed since it was
 * read is left alone: {@link StaleParcelException}.
 */
@Repository
public class ParcelShapeRepository {
  private final JdbcClient jdbc;
  private final AuditedTransaction editing;
  private final ParcelRepository parcels;

  ParcelShapeRepository(JdbcClient jdbc, AuditedTransaction editing, ParcelRepository parcels) {
    this.jdbc = jdbc;
    this.editing = editing;
    this.parcels = parcels;
  }

  /** Why a change is made, and what it rests on (null for nothing). */
  public record Why(String reason, String source) {}

  /** What of a parcel is known when it is made; ids may be null. */
  public record NewLand(
      String reference,
      String assetType,
      String name,
      Long owner,
      Long maintainer,
      Long lot,
      Long regime,
      Double measured,
      LocalDate from,
      Geometry shape) {}

  /** One of the parts that a parcel is split into. */
  public record Part(String reference, Double measured, Geometry shape) {}

  /**
   * @throws org.springframework.dao.DuplicateKeyException when the reference is taken
   */
  public void add(NewLand land, Why why) {
    editing.run(
        why.reason,
        why.source,
        () ->
            jdbc.sql(
                    """
                    INSERT INTO land (reference, asset_type, unit, name, owner_id, maintainer_id,
                                      lot_id, regime_id, measured, valid, geom)
                    SELECT :reference, code, unit, :name, :owner, :maintainer, :lot, :regime, :measured,
                           daterange(:from, NULL), %s
                    FROM asset_type WHERE code = :type
                    """
                        .formatted(Wkb.SHAPE))
                .param("reference", land.reference)
                .param("type", land.assetType)
                .param("name", land.name, Types.VARCHAR)
                .param("owner", land.owner, Types.BIGINT)
                .param("maintainer", land.maintainer, Types.BIGINT)
                .param("lot", land.lot, Types.BIGINT)
                .param("regime", land.regime, Types.BIGINT)
                .param("measured", land.measured, Types.DOUBLE)
                .param("from", land.from, Types.DATE)
                .param("shape", Wkb.write(land.shape))
                .update());
  }

  public void reshape(String reference, String version, Geometry shape, Double measured, Why why) {
    editing.run(
        why.reason,
        why.source,
        () -> {
          take(reference, version);
          draw(reference, shape, measured);
          return null;
        });
  }

  /**
   * The first part keeps the parcel's row and reference; the others get rows of their own with all
   * that it has, and stand wherever an agreement names it.
   */
  public void split(String reference, String version, List<Part> parts, Why why) {
    editing.run(
        why.reason,
        why.source,
        () -> {
          take(reference, version);
          draw(reference, parts.get(0).shape, parts.get(0).measured);
          for (Part part : parts.subList(1, parts.size())) {
            copy(reference, part);
          }
          return null;
        });
  }

  private void copy(String reference, Part part) {
    jdbc.sql(
            """
            INSERT INTO land (reference, asset_type, unit, name, owner_id, maintainer_id,
                              maintainer_valid, lot_id, regime_id, measured, geom, valid, basis,
                              edition_id)
            SELECT :made, asset_type, unit, name, owner_id, maintainer_id, maintainer_valid, lot_id,
                   regime_id, :measured, %s, valid, basis, edition_id
            FROM land WHERE reference = :reference
            """
                .formatted(Wkb.SHAPE))
        .param("made", part.reference)
        .param("reference", reference)
        .param("measured", part.measured, Types.DOUBLE)
        .param("shape", Wkb.write(part.shape))
        .update();
    jdbc.sql(
            """
            INSERT INTO agreement_cover (agreement_id, reference, covers)
            SELECT agreement_id, :made, covers FROM agreement_cover WHERE reference = :reference
            """)
        .param("made", part.reference)
        .param("reference", reference)
        .update();
  }

  /** A parcel of a merger, as it was read. */
  public record Read(String reference, String version) {}

  /**
   * One parcel takes the shape of all; the others end on a date, which is the first on which they
   * are no more.
   */
  public void merge(
      Read kept, List<Read> others, Geometry shape, Double measured, LocalDate end, Why why) {
    editing.run(
        why.reason,
        why.source,
        () -> {
          take(kept.reference, kept.version);
          others.forEach(other -> take(other.reference, other.version));
          for (Read other : others) {
            jdbc.sql(
                    "UPDATE land SET valid = valid * daterange(NULL, :end) WHERE reference ="
                        + " :reference")
                .param("end", end)
                .param("reference", other.reference)
                .update();
          }
          draw(kept.reference, shape, measured);
          return null;
        });
  }

  private void draw(String reference, Geometry shape, Double measured) {
    jdbc.sql(
            "UPDATE land SET geom = %s, measured = :measured WHERE reference = :reference"
                .formatted(Wkb.SHAPE))
        .param("shape", Wkb.write(shape))
        .param("measured", measured, Types.DOUBLE)
        .param("reference", reference)
        .update();
  }

  private void take(String reference, String version) {
    Parcel now = parcels.lock(reference);
    if (!now.version().equals(version)) {
      throw new StaleParcelException(now);
    }
  }
}
