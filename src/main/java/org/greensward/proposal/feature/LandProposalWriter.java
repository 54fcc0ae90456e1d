package org.greensward.proposal.feature;

import java.util.LinkedHashMap;
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
import org.greensward.land.feature.LandFeatureCollections;
import org.greensward.land.feature.LandFeatureWriter;
import org.greensward.land.shape.ShapeJson;
import org.greensward.layer.feature.FeatureBody;
import org.greensward.layer.feature.FeatureDifference;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.layer.feature.FeatureSource;
import org.greensward.layer.feature.FeatureWriteRequest;
import org.greensward.layer.feature.FeatureWriter;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.RequestProperties;
import org.greensward.layer.feature.WriteResult;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalDraftService;
import org.greensward.proposal.ProposalDraftService.Wish;
import org.greensward.proposal.ProposalKind;
import org.greensward.security.account.AccountRole;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Writes land as councils would have it: nothing of it is changed, what is other becomes a draft of
 * a proposal, which people read over and send.
 */
@Component
class LandProposalWriter implements FeatureWriter {
  /** In its own words; land has no such property. */
  private static final String WORDS = "words";

  private static final OgcCollection LAND = LandFeatureCollections.LAND;
  private static final String GEOMETRY = "geometry";
  private static final String TYPE = "asset_type";
  private static final Set<String> WHOSE =
      Set.of("owner", "maintainer", "maintainer_from", "maintainer_to");
  private static final String NOT_RECORDED = "This land should not be recorded here.";

  private final ProposalDraftService drafts;
  private final LandFeatureWriter land;
  private final ParcelService parcels;
  private final FeatureSource features;

  LandProposalWriter(
      ProposalDraftService drafts,
      LandFeatureWriter land,
      ParcelService parcels,
      FeatureSource features) {
    this.drafts = drafts;
    this.land = land;
    this.parcels = parcels;
    this.features = features;
  }

  @Override
  public OgcCollection collection() {
    return LAND;
  }

  @Override
  public AccountRole role() {
    return AccountRole.COUNCIL;
  }

  @Override
  public Set<String> settable() {
    return ParcelService.SETTABLE;
  }

  @Override
  public Description description() {
    return new Description(
        "propose that it is missing",
        null,
        Map.of(WORDS, "words of a council that proposes"),
        "Nothing is changed: it is a draft of the council's now");
  }

  /** Land that is missing. */
  @Override
  public WriteResult create(FeatureWriteRequest request) {
    FeatureBody sent = FeatureBody.of(request.body());
    Map<String, Object> values = RequestProperties.read(sent.properties(), LAND, List.of(WORDS));
    Geometry shape = land.shape(sent, request, null);
    String besides =
        values.entrySet().stream()
            .filter(it -> it.getValue() != null)
            .filter(it -> !Set.of(TYPE, WORDS).contains(it.getKey()))
            .map(it -> it.getKey() + ": " + it.getValue())
            .collect(Collectors.joining("\n"));
    return proposed(
        new Wish(
            ProposalKind.LAND_MISSING,
            null,
            (String) values.get(TYPE),
            said((String) values.get(WORDS), request.reason(), besides),
            ShapeJson.write(shape)));
  }

  /** A parcel that is wrong. */
  @Override
  public WriteResult change(String id, FeatureWriteRequest request) {
    FeatureRow now = read(id, request);
    FeatureBody sent = request.wanted(now, LAND);
    FeatureDifference difference =
        FeatureDifference.of(LAND, now, sent, ParcelService.SETTABLE, List.of(WORDS), false);
    Geometry kept =
        parcels
            .find(id, false)
            .map(ParcelService.StoredParcel::shape)
            .orElseThrow(() -> missing(id));
    Geometry shape = sent.geometry() == null ? kept : land.shape(sent, request, kept);
    Set<String> changed = new TreeSet<>(difference.changed());
    if (!RequestGeometryReader.isSame(shape, kept)) {
      changed.add(GEOMETRY);
    }
    Map<String, Object> values = difference.values();
    String words = said((String) values.get(WORDS), request.reason());
    if (changed.equals(Set.of(GEOMETRY))) {
      return proposed(
          new Wish(ProposalKind.LAND_WRONG_SHAPE, id, null, words, ShapeJson.write(shape)));
    }
    if (changed.equals(Set.of(TYPE))) {
      return proposed(
          new Wish(ProposalKind.LAND_WRONG_TYPE, id, (String) values.get(TYPE), words, null));
    }
    if (!changed.isEmpty() && WHOSE.containsAll(changed)) {
      String whose =
          changed.stream()
              .map(name -> name + ": " + (values.get(name) == null ? "none" : values.get(name)))
              .collect(Collectors.joining("\n"));
      return proposed(new Wish(ProposalKind.LAND_NOT_OURS, id, null, said(words, whose), null));
    }
    throw new UserException(
        (changed.isEmpty()
                ? "Nothing of it is other than it is features. "
                : "What is other: " + String.join(", ", changed) + ". ")
            + "One proposal is about another geometry, or another asset_type, or another owner or"
            + " maintainer; say the rest in words.");
  }

  /** A parcel that is not there, or not the council's. */
  @Override
  public WriteResult delete(String id, FeatureWriteRequest request) {
    read(id, request);
    return proposed(
        new Wish(
            ProposalKind.LAND_NOT_OURS,
            id,
            null,
            request.reason() == null ? NOT_RECORDED : request.reason(),
            null));
  }

  private WriteResult proposed(Wish wish) {
    Proposal proposal = drafts.propose(wish);
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("proposal", proposal.number());
    properties.put("kind", proposal.kind().word());
    properties.put("council", proposal.council());
    return new WriteResult.DraftKept(
        "Kept as a draft of a proposal",
        "The land is not changed. This is now the draft %s of %s: read it over and send it on its page; officers decide."
            .formatted(proposal.number(), proposal.councilName()),
        properties,
        proposal.address(),
        DraftFeatureCollection.DRAFTS,
        String.valueOf(proposal.id()));
  }

  private FeatureRow read(String id, FeatureWriteRequest request) {
    return features.inOneSnapshot(() -> land.required(id, request));
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
