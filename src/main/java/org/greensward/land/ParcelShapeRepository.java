package org.greensward.land;

import java.time.LocalDate;
import java.util.List;
import org.greensward.security.audit.AuditedTransaction;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Repository;

/**
 * The changes of parcels' shapes, each one transaction with its reason in the audit trail. Pieces,
 * overlaps and revisions follow in the database. A parcel that somebody else changed since it was
 * read is left alone: {@link StaleParcelException}.
 */
@Repository
public class ParcelShapeRepository {
  private final ParcelWriter writer;
  private final AuditedTransaction editing;
  private final ParcelRepository parcels;

  ParcelShapeRepository(ParcelWriter writer, AuditedTransaction editing, ParcelRepository parcels) {
    this.writer = writer;
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
            writer.add(
                land.reference,
                new ParcelColumns()
                    .assetType(land.assetType)
                    .name(land.name)
                    .owner(land.owner)
                    .maintainer(land.maintainer)
                    .lot(land.lot)
                    .regime(land.regime)
                    .measured(land.measured)
                    .valid(land.from, null)
                    .shape(land.shape)));
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
            writer.copy(reference, part.reference, part.shape, part.measured);
          }
          return null;
        });
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
            writer.end(other.reference, end);
          }
          draw(kept.reference, shape, measured);
          return null;
        });
  }

  private void draw(String reference, Geometry shape, Double measured) {
    writer.change(reference, new ParcelColumns().shape(shape).measured(measured));
  }

  private void take(String reference, String version) {
    Parcel now = parcels.lock(reference);
    if (!now.version().equals(version)) {
      throw new StaleParcelException(now);
    }
  }
}
