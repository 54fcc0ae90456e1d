package org.greensward.ogc;

import java.time.LocalDate;
import org.greensward.edit.LandDesk;
import org.greensward.edit.SentShapes;
import org.greensward.edit.shape.ShapeJson;
import org.greensward.ogc.body.IfMatch;
import org.greensward.ogc.body.Problem;
import org.greensward.ogc.body.SentFeature;
import org.greensward.proposal.CouncilDrafts;
import org.greensward.proposal.CouncilDrafts.Wish;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.State;
import org.greensward.refusal.Refusal;
import org.greensward.store.WorkingDate;
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
class DraftWrites {
  private static final OgcCollection DRAFTS = Drafts.COLLECTION;

  private final CouncilDrafts drafts;
  private final SentShapes shapes;
  private final LandDesk desk;
  private final Served served;
  private final Items items;
  private final WorkingDate workingDate;

  DraftWrites(
      CouncilDrafts drafts,
      SentShapes shapes,
      LandDesk desk,
      Served served,
      Items items,
      WorkingDate workingDate) {
    this.drafts = drafts;
    this.shapes = shapes;
    this.desk = desk;
    this.served = served;
    this.items = items;
    this.workingDate = workingDate;
  }

  LandWrites.Written change(String id, Asked asked) {
    LocalDate today = workingDate.today();
    FeatureRow now = read(id, asked);
    Proposal proposal = open(now);
    SentFeature sent = asked.wanted(now, DRAFTS);
    Difference difference =
        Difference.of(DRAFTS, now, sent, Drafts.SETTABLE, java.util.List.of(), true);
    String type = (String) difference.values().get("asset_type");
    if (difference.changed().contains("asset_type") && !proposal.kind().hasType()) {
      throw new Refusal(proposal.number() + " is not about the asset type; say it in words.");
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
    return new LandWrites.Written(then, today, java.util.List.of());
  }

  void end(String id, Asked asked) {
    FeatureRow now = read(id, asked);
    Proposal proposal = open(now);
    if (!drafts.withdraw(proposal, version(now), asked.reason())) {
      throw IfMatch.overtaken(proposal.number());
    }
  }

  /** What it draws; null for a kind that draws nothing, whose geometry is the parcel's. */
  private String shape(Proposal proposal, SentFeature sent, Asked asked) {
    boolean drawn = proposal.kind().isDrawn();
    Geometry kept =
        drawn
            ? ShapeJson.parse(JsonMapper.shared().readTree(proposal.content().geometry()))
            : desk.find(proposal.content().landReference(), false)
                .map(LandDesk.Kept::shape)
                .orElse(null);
    if (sent.geometry() == null) {
      if (drawn) {
        throw new Refusal(proposal.number() + " is about a shape; send its geometry.");
      }
      return null;
    }
    OgcCrs crs = asked.crs();
    Geometry shape = shapes.read(sent.geometry(), crs.srid(), crs.latitudeFirst(), kept);
    if (drawn) {
      return SentShapes.isSame(shape, kept)
          ? proposal.content().geometry()
          : ShapeJson.write(shape);
    }
    if (kept == null || !SentShapes.isSame(shape, kept)) {
      throw new Refusal(
          proposal.number() + " is not about the shape; propose another shape of the land itself.");
    }
    return null;
  }

  private FeatureRow read(String id, Asked asked) {
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
        drafts.find(Long.parseLong(now.id())).orElseThrow(() -> CouncilWrites.missing(now.id()));
    if (!proposal.state().isOpenToCouncil()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          proposal.state() == State.SENT
              ? proposal.number()
                  + " was sent; it is changed when officers ask it back, and withdrawn on its page."
              : proposal.number() + " was " + proposal.state().word() + " and stays as it is.");
    }
    return proposal;
  }

  private static int version(FeatureRow now) {
    return ((Long) Served.value(now, DRAFTS, "version")).intValue();
  }
}
