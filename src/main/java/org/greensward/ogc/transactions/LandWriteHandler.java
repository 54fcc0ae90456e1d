package org.greensward.ogc.transactions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.land.ParcelService;
import org.greensward.land.RequestGeometryReader;
import org.greensward.layer.feature.FeatureBody;
import org.greensward.layer.feature.FeatureDifference;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.layer.feature.FeatureWriteRequest;
import org.greensward.layer.feature.IfMatch;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.layer.feature.ProblemException;
import org.greensward.layer.feature.RequestProperties;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.features.AllowedMethods;
import org.greensward.revision.WorkingDate;
import org.greensward.security.audit.AuditedTransaction;
import org.locationtech.jts.geom.Geometry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Land that officers change, each change in one transaction: the parcel is taken, the condition is
 * held against it as it is then, and only then is it written.
 */
@Component
public class LandWriteHandler {
  private static final OgcCollection LAND = OgcCollections.get("land");
  public static final String REFERENCE = "reference";
  private static final int LONGEST_REFERENCE = 60;

  private final ParcelService desk;
  private final RequestGeometryReader shapes;
  private final CurrentFeature served;
  private final AuditedTransaction editing;
  private final WorkingDate workingDate;

  LandWriteHandler(
      ParcelService desk,
      RequestGeometryReader shapes,
      CurrentFeature served,
      AuditedTransaction editing,
      WorkingDate workingDate) {
    this.desk = desk;
    this.shapes = shapes;
    this.served = served;
    this.editing = editing;
    this.workingDate = workingDate;
  }

  /**
   * What was written.
   *
   * @param at the date whose state it is: the working date, where the parcel is there then
   * @param warnings what whoever wrote it ought to know
   */
  record Written(FeatureRow row, LocalDate at, List<String> warnings) {}

  Written create(FeatureWriteRequest asked) {
    FeatureBody sent = FeatureBody.of(asked.body());
    Map<String, Object> values = RequestProperties.read(sent.properties(), LAND, List.of());
    values.forEach(
        (name, value) -> {
          if (value != null && !name.equals(REFERENCE) && !ParcelService.SETTABLE.contains(name)) {
            throw FeatureDifference.readOnly(name, AllowedMethods.settable(LAND));
          }
        });
    String reference = reference(sent.id(), (String) values.get(REFERENCE));
    Geometry shape = shape(sent, asked, null);
    try {
      return editing.run(
          asked.why(),
          asked.source(),
          () -> {
            List<String> warnings = desk.add(reference, values, shape);
            return written(reference, values, asked.crs(), warnings);
          });
    } catch (DuplicateKeyException e) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "There is land with the reference %s already; change that, or take another."
              .formatted(reference));
    }
  }

  Written change(String id, FeatureWriteRequest asked) {
    return editing.run(
        asked.why(),
        asked.source(),
        () -> {
          ParcelService.StoredParcel kept = taken(id);
          FeatureRow now = required(id, asked);
          FeatureBody sent = asked.wanted(now, LAND);
          FeatureDifference difference =
              FeatureDifference.of(LAND, now, sent, ParcelService.SETTABLE, List.of(), true);
          Geometry shape = shape(sent, asked, kept.shape());
          boolean same = RequestGeometryReader.isSame(shape, kept.shape());
          if (same && difference.changed().isEmpty()) {
            return new Written(now, workingDate.today(), List.of());
          }
          List<String> warnings =
              desk.change(kept, difference.values(), difference.changed(), same ? null : shape);
          return written(id, difference.values(), asked.crs(), warnings);
        });
  }

  void end(String id, FeatureWriteRequest asked) {
    editing.run(
        asked.why(),
        asked.source(),
        () -> {
          ParcelService.StoredParcel kept = taken(id);
          required(id, asked);
          desk.end(kept);
          return null;
        });
  }

  /** As it is served now, where the condition of the request holds. */
  FeatureRow required(String id, FeatureWriteRequest asked) {
    LocalDate today = workingDate.today();
    FeatureRow now = served.get(LAND, id, today, asked.crs());
    IfMatch.require(asked.condition(), "land " + id, served.tags(LAND, now, today, asked.crs()));
    return now;
  }

  private ParcelService.StoredParcel taken(String id) {
    return desk.find(id, true)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no feature " + id + " in land on the working date."));
  }

  private Written written(
      String reference, Map<String, Object> values, OgcCrs crs, List<String> warnings) {
    LocalDate at = workingDate.today();
    LocalDate from = (LocalDate) values.get("from");
    LocalDate to = (LocalDate) values.get("to");
    if (to != null && !to.isAfter(at)) {
      at = to.minusDays(1);
    }
    if (from != null && from.isAfter(at)) {
      at = from;
    }
    return new Written(served.get(LAND, reference, at, crs), at, warnings);
  }

  /** The shape that was sent, as it would be kept. */
  Geometry shape(FeatureBody sent, FeatureWriteRequest asked, Geometry kept) {
    if (sent.geometry() == null) {
      throw new UserException(
          "Land has a geometry; send it, in the system that Content-Crs names.");
    }
    OgcCrs crs = asked.crs();
    return shapes.read(sent.geometry(), crs.srid(), crs.latitudeFirst(), kept);
  }

  private String reference(String id, String property) {
    if (id != null && property != null && !id.equals(property)) {
      throw new UserException("The feature's id and its reference are the same; send one of them.");
    }
    String reference = property == null ? id : property;
    if (reference == null) {
      return desk.findNextReference()
          .orElseThrow(
              () -> new UserException("Give the land a reference; there is no series yet."));
    }
    if (reference.length() > LONGEST_REFERENCE
        || !reference.equals(reference.strip())
        || reference.chars().noneMatch(Character::isLetterOrDigit)
        || reference.chars().anyMatch(Character::isISOControl)) {
      throw new UserException(
          "reference has to be a text of letters or digits, with %d at most."
              .formatted(LONGEST_REFERENCE));
    }
    return reference;
  }
}
