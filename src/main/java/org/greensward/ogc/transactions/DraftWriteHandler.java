package org.greensward.ogc.transactions;

import java.time.LocalDate;
import org.greensward.error.UserException;
import org.greensward.land.ParcelService;
import org.greensward.land.RequestGeometryReader;
import org.greensward.land.shape.ShapeJson;
import org.greensward.layer.feature.FeatureBody;
import org.greensward.layer.feature.FeatureDifference;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.layer.feature.FeatureWriteRequest;
import org.greensward.layer.feature.IfMatch;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.layer.feature.ProblemException;
import org.greensward.ogc.common.DraftCollection;
import org.greensward.ogc.features.FeatureReader;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalDraftService;
import org.greensward.proposal.ProposalDraftService.Wish;
import org.greensward.proposal.ProposalState;
import org.greensward.revision.WorkingDate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A council's own proposals about land, as long as they are not sent: what they say is changed, or
 * they are withdrawn. The version that was read goes into the statement that writes, so that
 * whoever is slower writes nothing.
 */
@Component
class DraftWriteHandler {
  private static final OgcCollection DRAFTS = DraftCollection.COLLECTION;

  private final ProposalDraftService drafts;
  private final RequestGeometryReader shapes;
  private final ParcelService desk;
  private final CurrentFeature served;
  private final FeatureReader items;
  private final WorkingDate workingDate;

  DraftWriteHandler(
      ProposalDraftService drafts,
      RequestGeometryReader shapes,
      ParcelService desk,
      CurrentFeature served,
      FeatureReader items,
      WorkingDate workingDate) {
    this.drafts = drafts;
    this.shapes = shapes;
    this.desk = desk;
    this.served = served;
    this.items = items;
    this.workingDate = workingDate;
  }

  LandWriteHandler.Written change(String id, FeatureWriteRequest asked) {
    LocalDate today = workingDate.today();
    FeatureRow now = read(id, asked);
    Proposal proposal = open(now);
    FeatureBody sent = asked.wanted(now, DRAFTS);
    FeatureDifference difference =
        FeatureDifference.of(
            DRAFTS, now, sent, DraftCollection.SETTABLE, java.util.List.of(), true);
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
            shape(proposal, sent, asked));
    if (!drafts.change(proposal, version(now), wish)) {
      throw IfMatch.overtaken(proposal.number());
    }
    FeatureRow then = items.inOneSnapshot(1, () -> served.get(DRAFTS, id, today, asked.crs()));
    return new LandWriteHandler.Written(then, today, java.util.List.of());
  }

  void end(String id, FeatureWriteRequest asked) {
    FeatureRow now = read(id, asked);
    Proposal proposal = open(now);
    if (!drafts.withdraw(proposal, version(now), asked.reason())) {
      throw IfMatch.overtaken(proposal.number());
    }
  }

  /** What it draws; null for a kind that draws nothing, whose geometry is the parcel's. */
  private String shape(Proposal proposal, FeatureBody sent, FeatureWriteRequest asked) {
    boolean drawn = proposal.kind().isDrawn();
    Geometry kept =
        drawn
            ? ShapeJson.parse(JsonMapper.shared().readTree(proposal.content().geometry()))
            : desk.find(proposal.content().landReference(), false)
                .map(ParcelService.StoredParcel::shape)
                .orElse(null);
    if (sent.geometry() == null) {
      if (drawn) {
        throw new UserException(proposal.number() + " is about a shape; send its geometry.");
      }
      return null;
    }
    OgcCrs crs = asked.crs();
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

  private FeatureRow read(String id, FeatureWriteRequest asked) {
    LocalDate today = workingDate.today();
    return items.inOneSnapshot(
        1,
        () -> {
          FeatureRow now = served.get(DRAFTS, id, today, asked.crs());
          IfMatch.require(
              asked.condition(), "draft " + id, served.tags(DRAFTS, now, today, asked.crs()));
          return now;
        });
  }

  private Proposal open(FeatureRow now) {
    Proposal proposal =
        drafts
            .find(Long.parseLong(now.id()))
            .orElseThrow(() -> CouncilWriteHandler.missing(now.id()));
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
    return ((Long) CurrentFeature.value(now, DRAFTS, "version")).intValue();
  }
}
