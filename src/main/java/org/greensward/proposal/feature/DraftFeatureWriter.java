package org.greensward.proposal.feature;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greensward.error.UserException;
import org.greensward.land.ParcelService;
import org.greensward.land.RequestGeometryReader;
import org.greensward.land.shape.ShapeJson;
import org.greensward.layer.feature.FeatureBody;
import org.greensward.layer.feature.FeatureDifference;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.layer.feature.FeatureSource;
import org.greensward.layer.feature.FeatureWriteRequest;
import org.greensward.layer.feature.FeatureWriter;
import org.greensward.layer.feature.IfMatch;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.layer.feature.ProblemException;
import org.greensward.layer.feature.WriteResult;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalDraftService;
import org.greensward.proposal.ProposalDraftService.Wish;
import org.greensward.proposal.ProposalState;
import org.greensward.revision.WorkingDate;
import org.greensward.security.account.AccountRole;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a council's own proposals about land, as long as they are not sent: what they say is
 * changed, or they are withdrawn. The version that was read goes into the statement that writes, so
 * that whoever is slower writes nothing.
 */
@Component
class DraftFeatureWriter implements FeatureWriter {
  private static final Set<String> SETTABLE = Set.of("asset_type", "words");
  private static final OgcCollection DRAFTS = DraftFeatureCollection.DRAFTS;

  private final ProposalDraftService drafts;
  private final RequestGeometryReader shapes;
  private final ParcelService parcels;
  private final FeatureSource features;
  private final WorkingDate workingDate;

  DraftFeatureWriter(
      ProposalDraftService drafts,
      RequestGeometryReader shapes,
      ParcelService parcels,
      FeatureSource features,
      WorkingDate workingDate) {
    this.drafts = drafts;
    this.shapes = shapes;
    this.parcels = parcels;
    this.features = features;
    this.workingDate = workingDate;
  }

  @Override
  public OgcCollection collection() {
    return DRAFTS;
  }

  @Override
  public AccountRole role() {
    return AccountRole.COUNCIL;
  }

  @Override
  public Set<String> settable() {
    return SETTABLE;
  }

  @Override
  public Description description() {
    // A draft is made by a change of land.
    return new Description(null, "Withdraw a draft", Map.of(), null);
  }

  @Override
  public WriteResult change(String id, FeatureWriteRequest request) {
    LocalDate today = workingDate.today();
    FeatureRow now = read(id, request);
    Proposal proposal = open(now);
    FeatureBody sent = request.wanted(now, DRAFTS);
    FeatureDifference difference =
        FeatureDifference.of(DRAFTS, now, sent, SETTABLE, List.of(), true);
    String type = (String) difference.values().get("asset_type");
    if (difference.changed().contains("asset_type") && !proposal.kind().hasType()) {
      throw new UserException(proposal.number() + " is not about the asset type; say it in words.");
    }
    Wish wish =
        new Wish(
            proposal.kind(),
            proposal.content().landReference(),
            type,
            (String) difference.values().get("words"),
            shape(proposal, sent, request));
    if (!drafts.change(proposal, version(now), wish)) {
      throw IfMatch.overtaken(proposal.number());
    }
    FeatureRow then = features.inOneSnapshot(() -> features.get(DRAFTS, id, today, request.crs()));
    return new WriteResult.Written(then, today, List.of());
  }

  @Override
  public WriteResult delete(String id, FeatureWriteRequest request) {
    FeatureRow now = read(id, request);
    Proposal proposal = open(now);
    if (!drafts.withdraw(proposal, version(now), request.reason())) {
      throw IfMatch.overtaken(proposal.number());
    }
    return new WriteResult.Deleted();
  }

  /** What it draws; null for a kind that draws nothing, whose geometry is the parcel's. */
  private String shape(Proposal proposal, FeatureBody sent, FeatureWriteRequest request) {
    boolean drawn = proposal.kind().isDrawn();
    Geometry kept =
        drawn
            ? ShapeJson.parse(JsonMapper.shared().readTree(proposal.content().geometry()))
            : parcels
                .find(proposal.content().landReference(), false)
                .map(ParcelService.StoredParcel::shape)
                .orElse(null);
    if (sent.geometry() == null) {
      if (drawn) {
        throw new UserException(proposal.number() + " is about a shape; send its geometry.");
      }
      return null;
    }
    OgcCrs crs = request.crs();
    Geometry shape = shapes.read(sent.geometry(), crs.srid(), crs.latitudeFirst(), kept);
    if (drawn) {
      return RequestGeometryReader.isSame(shape, kept)
          ? proposal.content().geometry()
          : ShapeJson.write(shape);
    }
    if (kept == null || !RequestGeometryReader.isSame(shape, kept)) {
      throw new UserException(
          proposal.number() + " is not about the shape; propose another shape of the land itself.");
    }
    return null;
  }

  private FeatureRow read(String id, FeatureWriteRequest request) {
    LocalDate today = workingDate.today();
    return features.inOneSnapshot(
        () -> features.getMatching(DRAFTS, id, today, request, "draft " + id));
  }

  private Proposal open(FeatureRow now) {
    Proposal proposal =
        drafts
            .find(Long.parseLong(now.id()))
            .orElseThrow(() -> LandProposalWriter.missing(now.id()));
    if (!proposal.state().isOpenToCouncil()) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          proposal.state() == ProposalState.SENT
              ? proposal.number()
                  + " was sent; it is changed when officers ask it back, and withdrawn on its page."
              : proposal.number() + " was " + proposal.state().word() + " and stays as it is.");
    }
    return proposal;
  }

  private static int version(FeatureRow now) {
    return ((Long) now.value(DRAFTS, "version")).intValue();
  }
}
