package org.greensward.land;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greensward.database.PostgisGeometry;
import org.greensward.error.UserException;
import org.greensward.land.shape.InvalidShapeException;
import org.greensward.land.shape.ShapeValidator;
import org.greensward.revision.WorkingDate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Land as programs of officers write it, property by property, in the words by which it is served.
 * What the land editor refuses is refused here. Everything happens within the caller's transaction
 * of {@link org.greensward.security.audit.AuditedTransaction}.
 */
@Repository
public class ParcelService {
  /** The properties that can be given another value; the rest follows from these and the shape. */
  public static final Set<String> SETTABLE =
      Set.of(
          "asset_type",
          "name",
          "owner",
          "maintainer",
          "maintainer_from",
          "maintainer_to",
          "lot",
          "regime",
          "quantity",
          "from",
          "to",
          "basis");

  private final JdbcClient jdbc;
  private final ParcelRepository parcels;
  private final ParcelWriter writer;
  private final ShapeCheckService checking;
  private final RequestGeometryReader shapes;
  private final EditContext ground;
  private final LandEditingForms forms;
  private final WorkingDate workingDate;

  ParcelService(
      JdbcClient jdbc,
      ParcelRepository parcels,
      ParcelWriter writer,
      ShapeCheckService checking,
      RequestGeometryReader shapes,
      EditContext ground,
      LandEditingForms forms,
      WorkingDate workingDate) {
    this.jdbc = jdbc;
    this.parcels = parcels;
    this.writer = writer;
    this.checking = checking;
    this.shapes = shapes;
    this.ground = ground;
    this.forms = forms;
    this.workingDate = workingDate;
  }

  /**
   * A parcel as it is kept.
   *
   * @param from null for a beginning that is not known
   */
  public record StoredParcel(
      String reference, String unit, Geometry shape, Long lot, LocalDate from) {}

  /**
   * The parcel of a reference; empty when there is none.
   *
   * @param taken whether nobody else may change it until the transaction ends
   */
  public Optional<StoredParcel> find(String reference, boolean taken) {
    return jdbc.sql(
            """
            SELECT reference, unit, geom, lot_id,
                   CASE WHEN isfinite(lower(valid)) THEN lower(valid) END AS valid_from
            FROM land WHERE reference = :reference
            """
                + (taken ? "FOR UPDATE" : ""))
        .param("reference", reference)
        .query(ParcelService::kept)
        .optional();
  }

  private static StoredParcel kept(ResultSet row, int n) throws SQLException {
    return new StoredParcel(
        row.getString("reference"),
        row.getString("unit"),
        PostgisGeometry.read(row, "geom"),
        row.getObject("lot_id", Long.class),
        row.getObject("valid_from", LocalDate.class));
  }

  /** The next free reference, as the editor suggests it; empty when there is no series. */
  public Optional<String> findNextReference() {
    return parcels.findNextReference();
  }

  /**
   * Records a parcel.
   *
   * @param values by property; without {@code from} it begins on the working date
   * @return what whoever did it ought to know
   * @throws UserException when it cannot be
   * @throws org.springframework.dao.DuplicateKeyException when the reference is taken
   */
  public List<String> add(String reference, Map<String, Object> values, Geometry shape) {
    ParcelReferenceResolver words = new ParcelReferenceResolver(jdbc, values);
    String unit = words.unit(parcels.listAssetTypes());
    requireSound(shape, unit);
    requireHere(shape, unit);
    LocalDate from = values.containsKey("from") ? words.date("from") : workingDate.today();
    Long lot = words.lot();
    words.requireOrder(from, words.date("to"), "to");
    ParcelColumns columns =
        new ParcelColumns()
            .assetType(words.text("asset_type"))
            .name(words.name())
            .owner(words.party("owner"))
            .lot(lot)
            .regime(words.regime(lot))
            .measured(words.quantity())
            .valid(from, words.date("to"))
            .basis(words.basis())
            .shape(shape);
    words.setMaintainer(columns);
    writer.add(reference, columns);
    return warnings(reference, shape, unit, words.quantity());
  }

  /**
   * Changes a parcel that was taken.
   *
   * @param values by property, of all that can be set
   * @param changed the properties that are to be other than they are; those only are written
   * @param shape null for the one that it has
   * @return what whoever did it ought to know
   * @throws UserException when it cannot be
   */
  public List<String> change(
      StoredParcel now, Map<String, Object> values, Set<String> changed, Geometry shape) {
    ParcelReferenceResolver words = new ParcelReferenceResolver(jdbc, values);
    boolean typed = changed.contains("asset_type");
    String unit = typed ? words.unit(parcels.listAssetTypes()) : now.unit;
    if (shape != null || typed) {
      requireSound(shape == null ? now.shape : shape, unit);
    }
    if (shape != null) {
      requireHere(shape, unit);
    }
    ParcelColumns columns = new ParcelColumns();
    if (typed) {
      columns.assetType(words.text("asset_type"));
    }
    if (changed.contains("quantity")) {
      columns.measured(words.quantity());
    } else if (!unit.equals(now.unit)) {
      columns.measured(null); // measured in another unit
    }
    attributes(words, changed, now, columns);
    dates(words, changed, columns);
    if (shape != null) {
      columns.shape(shape);
    }
    writer.change(now.reference, columns);
    return shape == null
        ? List.of()
        : warnings(now.reference, shape, unit, measured(now.reference));
  }

  private static void attributes(
      ParcelReferenceResolver words, Set<String> changed, StoredParcel now, ParcelColumns columns) {
    if (changed.contains("name")) {
      columns.name(words.name());
    }
    if (changed.contains("owner")) {
      columns.owner(words.party("owner"));
    }
    if (changed.contains("basis")) {
      columns.basis(words.basis());
    }
    Long lot = changed.contains("lot") ? words.lot() : now.lot;
    if (changed.contains("lot")) {
      columns.lot(lot);
    }
    if (changed.contains("regime")) {
      columns.regime(words.regime(lot));
    }
  }

  private static void dates(
      ParcelReferenceResolver words, Set<String> changed, ParcelColumns columns) {
    if (changed.stream().anyMatch(it -> it.startsWith("maintainer"))) {
      words.setMaintainer(columns);
    }
    if (changed.contains("from") || changed.contains("to")) {
      words.requireOrder(words.date("from"), words.date("to"), "to");
      columns.valid(words.date("from"), words.date("to"));
    }
  }

  /**
   * Ends a parcel that was taken, on the working date. One that begins then or later never was: it
   * is removed, and the audit trail has it.
   */
  public void end(StoredParcel now) {
    LocalDate today = workingDate.today();
    if (now.from != null && !now.from.isBefore(today)) {
      writer.remove(now.reference, today);
    } else {
      writer.end(now.reference, today);
    }
  }

  private void requireSound(Geometry shape, String unit) {
    try {
      ShapeValidator.sound(shape, unit);
    } catch (InvalidShapeException e) {
      throw shapes.refused(e);
    }
  }

  private void requireHere(Geometry shape, String unit) {
    if (ground.listInParishes(shape, unit).isEmpty()) {
      throw new UserException(
          checking.say("shape.warn.outside")
              + " If it is meant to, record it on the page /manage/land/new.");
    }
  }

  private Double measured(String reference) {
    return jdbc.sql("SELECT measured FROM land WHERE reference = :reference")
        .param("reference", reference)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, Double.class)))
        .single()
        .orElse(null);
  }

  private List<String> warnings(String reference, Geometry shape, String unit, Double measured) {
    List<String> warnings =
        new ArrayList<>(checking.look(shape, unit, List.of(reference)).warnings());
    String off = forms.measuredOff(measured, ShapeValidator.drawn(shape, unit), unit);
    if (off != null) {
      warnings.add(off);
    }
    return warnings;
  }
}
