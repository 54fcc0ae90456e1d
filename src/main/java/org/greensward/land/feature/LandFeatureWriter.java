package org.greensward.land.feature;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.land.ParcelService;
import org.greensward.land.RequestGeometryReader;
import org.greensward.layer.feature.FeatureBody;
import org.greensward.layer.feature.FeatureDifference;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.layer.feature.FeatureSource;
import org.greensward.layer.feature.FeatureWriteRequest;
import org.greensward.layer.feature.FeatureWriter;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.layer.feature.ProblemException;
import org.greensward.layer.feature.RequestProperties;
import org.greensward.layer.feature.WriteResult;
import org.greensward.revision.WorkingDate;
import org.greensward.security.account.AccountRole;
import org.greensward.security.audit.AuditedTransaction;
import org.locationtech.jts.geom.Geometry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Writes land that officers change, each change in one transaction: the parcel is taken, the
 * condition is held against it as it is then, and only then is it written.
 */
@Component
public class LandFeatureWriter implements FeatureWriter {
  private static final OgcCollection LAND = LandFeatureCollections.LAND;
  private static final String REFERENCE = "reference";
  private static final int LONGEST_REFERENCE = 60;

  private final ParcelService parcels;
  private final RequestGeometryReader shapes;
  private final FeatureSource features;
  private final AuditedTransaction transactions;
  private final WorkingDate workingDate;

  LandFeatureWriter(
      ParcelService parcels,
      RequestGeometryReader shapes,
      FeatureSource features,
      AuditedTransaction transactions,
      WorkingDate workingDate) {
    this.parcels = parcels;
    this.shapes = shapes;
    this.features = features;
    this.transactions = transactions;
    this.workingDate = workingDate;
  }

  @Override
  public OgcCollection collection() {
    return LAND;
  }

  @Override
  public AccountRole role() {
    return AccountRole.OFFICER;
  }

  @Override
  public Set<String> settable() {
    return Stream.concat(ParcelService.SETTABLE.stream(), Stream.of(REFERENCE))
        .collect(Collectors.toSet());
  }

  @Override
  public Description description() {
    return new Description("Record land", "End land on the working date", Map.of(), null);
  }

  @Override
  public WriteResult create(FeatureWriteRequest request) {
    FeatureBody sent = FeatureBody.of(request.body());
    Map<String, Object> values = RequestProperties.read(sent.properties(), LAND, List.of());
    values.forEach(
        (name, value) -> {
          if (value != null && !name.equals(REFERENCE) && !ParcelService.SETTABLE.contains(name)) {
            throw FeatureDifference.readOnly(name, settable());
          }
        });
    String reference = reference(sent.id(), (String) values.get(REFERENCE));
    Geometry shape = shape(sent, request, null);
    try {
      return transactions.run(
          request.why(),
          request.source(),
          () -> {
            List<String> warnings = parcels.add(reference, values, shape);
            return written(reference, values, request.crs(), warnings);
          });
    } catch (DuplicateKeyException e) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "There is land with the reference %s already; change that, or take another."
              .formatted(reference));
    }
  }

  @Override
  public WriteResult change(String id, FeatureWriteRequest request) {
    return transactions.run(
        request.why(),
        request.source(),
        () -> {
          ParcelService.StoredParcel kept = taken(id);
          FeatureRow now = required(id, request);
          FeatureBody sent = request.wanted(now, LAND);
          FeatureDifference difference =
              FeatureDifference.of(LAND, now, sent, ParcelService.SETTABLE, List.of(), true);
          Geometry shape = shape(sent, request, kept.shape());
          boolean same = RequestGeometryReader.isSame(shape, kept.shape());
          if (same && difference.changed().isEmpty()) {
            return new WriteResult.Written(now, workingDate.today(), List.of());
          }
          List<String> warnings =
              parcels.change(kept, difference.values(), difference.changed(), same ? null : shape);
          return written(id, difference.values(), request.crs(), warnings);
        });
  }

  @Override
  public WriteResult delete(String id, FeatureWriteRequest request) {
    return transactions.run(
        request.why(),
        request.source(),
        () -> {
          ParcelService.StoredParcel kept = taken(id);
          required(id, request);
          parcels.end(kept);
          return new WriteResult.Deleted();
        });
  }

  /** As it is served now, where the condition of the request holds. */
  public FeatureRow required(String id, FeatureWriteRequest request) {
    return features.getMatching(LAND, id, workingDate.today(), request, "land " + id);
  }

  private ParcelService.StoredParcel taken(String id) {
    return parcels
        .find(id, true)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no feature " + id + " in land on the working date."));
  }

  private WriteResult written(
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
    return new WriteResult.Written(features.get(LAND, reference, at, crs), at, warnings);
  }

  /** The shape that was sent, as it would be kept. */
  public Geometry shape(FeatureBody sent, FeatureWriteRequest request, Geometry kept) {
    if (sent.geometry() == null) {
      throw new UserException(
          "Land has a geometry; send it, in the system that Content-Crs names.");
    }
    OgcCrs crs = request.crs();
    return shapes.read(sent.geometry(), crs.srid(), crs.latitudeFirst(), kept);
  }

  private String reference(String id, String property) {
    if (id != null && property != null && !id.equals(property)) {
      throw new UserException("The feature's id and its reference are the same; send one of them.");
    }
    String reference = property == null ? id : property;
    if (reference == null) {
      return parcels
          .findNextReference()
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
