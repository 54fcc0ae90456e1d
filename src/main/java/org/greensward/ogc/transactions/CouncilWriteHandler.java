package org.greensward.ogc.transactions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.land.ParcelService;
import org.greensward.land.RequestGeometryReader;
import org.greensward.land.shape.ShapeJson;
import org.greensward.layer.feature.FeatureBody;
import org.greensward.layer.feature.FeatureDifference;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.layer.feature.FeatureWriteRequest;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.RequestProperties;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.features.FeatureReader;
import org.greensward.ogc.features.Queryables;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalDraftService;
import org.greensward.proposal.ProposalDraftService.Wish;
import org.greensward.proposal.ProposalKind;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Land as councils would have it: nothing of it is changed, what is other becomes a draft of a
 * proposal, which people read over and send.
 */
@Component
public class CouncilWriteHandler {
  /** In its own words; land has no such property. */
  public static final String WORDS = "words";

  private static final OgcCollection LAND = OgcCollections.get("land");
  private static final String TYPE = "asset_type";
  private static final Set<String> WHOSE =
      Set.of("owner", "maintainer", "maintainer_from", "maintainer_to");
  private static final String NOT_RECORDED = "This land should not be recorded here.";

  private final ProposalDraftService drafts;
  private final LandWriteHandler land;
  private final ParcelService desk;
  private final FeatureReader items;

  CouncilWriteHandler(
      ProposalDraftService drafts, LandWriteHandler land, ParcelService desk, FeatureReader items) {
    this.drafts = drafts;
    this.land = land;
    this.desk = desk;
    this.items = items;
  }

  /** Land that is missing. */
  Proposal create(FeatureWriteRequest asked) {
    FeatureBody sent = FeatureBody.of(asked.body());
    Map<String, Object> values = RequestProperties.read(sent.properties(), LAND, List.of(WORDS));
    Geometry shape = land.shape(sent, asked, null);
    String besides =
        values.entrySet().stream()
            .filter(it -> it.getValue() != null)
            .filter(it -> !Set.of(TYPE, WORDS).contains(it.getKey()))
            .map(it -> it.getKey() + ": " + it.getValue())
            .collect(Collectors.joining("\n"));
    return drafts.propose(
        new Wish(
            ProposalKind.LAND_MISSING,
            null,
            (String) values.get(TYPE),
            said((String) values.get(WORDS), asked.reason(), besides),
            ShapeJson.write(shape)));
  }

  /** A parcel that is wrong. */
  Proposal change(String id, FeatureWriteRequest asked) {
    FeatureRow now = read(id, asked);
    FeatureBody sent = asked.wanted(now, LAND);
    FeatureDifference difference =
        FeatureDifference.of(LAND, now, sent, ParcelService.SETTABLE, List.of(WORDS), false);
    Geometry kept =
        desk.find(id, false).map(ParcelService.StoredParcel::shape).orElseThrow(() -> missing(id));
    Geometry shape = sent.geometry() == null ? kept : land.shape(sent, asked, kept);
    Set<String> changed = new TreeSet<>(difference.changed());
    if (!RequestGeometryReader.isSame(shape, kept)) {
      changed.add(Queryables.GEOMETRY);
    }
    Map<String, Object> values = difference.values();
    String words = said((String) values.get(WORDS), asked.reason());
    if (changed.equals(Set.of(Queryables.GEOMETRY))) {
      return drafts.propose(
          new Wish(ProposalKind.LAND_WRONG_SHAPE, id, null, words, ShapeJson.write(shape)));
    }
    if (changed.equals(Set.of(TYPE))) {
      return drafts.propose(
          new Wish(ProposalKind.LAND_WRONG_TYPE, id, (String) values.get(TYPE), words, null));
    }
    if (!changed.isEmpty() && WHOSE.containsAll(changed)) {
      String whose =
          changed.stream()
              .map(name -> name + ": " + (values.get(name) == null ? "none" : values.get(name)))
              .collect(Collectors.joining("\n"));
      return drafts.propose(
          new Wish(ProposalKind.LAND_NOT_OURS, id, null, said(words, whose), null));
    }
    throw new UserException(
        (changed.isEmpty()
                ? "Nothing of it is other than it is served. "
                : "What is other: " + String.join(", ", changed) + ". ")
            + "One proposal is about another geometry, or another asset_type, or another owner or"
            + " maintainer; say the rest in words.");
  }

  /** A parcel that is not there, or not the council's. */
  Proposal end(String id, FeatureWriteRequest asked) {
    read(id, asked);
    return drafts.propose(
        new Wish(
            ProposalKind.LAND_NOT_OURS,
            id,
            null,
            asked.reason() == null ? NOT_RECORDED : asked.reason(),
            null));
  }

  private FeatureRow read(String id, FeatureWriteRequest asked) {
    return items.inOneSnapshot(1, () -> land.required(id, asked));
  }

  static NotFoundException missing(String id) {
    return new NotFoundException("There is no feature " + id + " here any more.");
  }

  private static String said(String... parts) {
    String all =
        Stream.of(parts)
            .filter(it -> it != null && !it.isBlank())
            .collect(Collectors.joining("\n"));
    return all.isEmpty() ? null : all;
  }
}
