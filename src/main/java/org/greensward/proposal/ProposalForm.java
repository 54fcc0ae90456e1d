package org.greensward.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greensward.status.Arrangement;
import org.greensward.web.Form;
import org.springframework.stereotype.Component;

/** Reads what a council says in a form, and tells at the field what cannot be. */
@Component
public class ProposalForm {
  public static final List<String> REACHES = List.of("influence", "top up", "take over");
  public static final List<String> ARRANGEMENTS = Arrangement.codes();

  private static final int LONGEST_WORDS = 4000;
  private static final int LONGEST_LINE = 300;

  private final CouncilParcelRepository parcels;
  private final DrawnShape shapes;

  ProposalForm(CouncilParcelRepository parcels, DrawnShape shapes) {
    this.parcels = parcels;
    this.shapes = shapes;
  }

  /** The fields of a proposal that is there. */
  public static Map<String, Object> valuesOf(Proposal proposal) {
    ProposalBody content = proposal.content();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kind", proposal.kind().word());
    values.put("version", proposal.version());
    values.put("evidence", content.evidence());
    values.put("words", content.words());
    values.put("reach", content.reach());
    values.put("arrangement", content.arrangement());
    values.put("start", content.startOn());
    values.put("reference", content.landReference());
    values.put("type", content.assetType());
    values.put("geometry", content.geometry());
    return values;
  }

  /** What it says; to be used only where the form is without fault. */
  public ProposalBody read(Form form, ProposalKind kind, CouncilOfficeAccess.Council council) {
    String evidence = council.officer() ? form.required("evidence", LONGEST_LINE) : null;
    String words =
        kind == ProposalKind.LAND_NOT_OURS || kind == ProposalKind.WITHDRAWAL
            ? form.required("words", LONGEST_WORDS)
            : form.optional("words", LONGEST_WORDS);
    Optional<ParcelSummary> parcel = kind.namesParcel() ? parcel(form, council) : Optional.empty();
    String type = kind.hasType() ? type(form, parcel) : null;
    return new ProposalBody(
        evidence,
        words,
        kind == ProposalKind.INTEREST ? form.oneOf("reach", REACHES) : null,
        kind == ProposalKind.ARRANGEMENT ? form.oneOf("arrangement", ARRANGEMENTS) : null,
        kind == ProposalKind.ARRANGEMENT
            ? form.requiredDate("start")
            : kind.isAboutLand() ? null : form.optionalDate("start"),
        parcel.map(ParcelSummary::reference).orElse(null),
        type,
        kind.isDrawn() ? geometry(form, unit(kind, type, parcel), council) : null);
  }

  /** The parcel that the form names; empty, with the fault at the field, when it cannot be. */
  public Optional<ParcelSummary> parcel(Form form, CouncilOfficeAccess.Council council) {
    String reference = form.required("reference", LONGEST_LINE);
    if (reference == null) {
      return Optional.empty();
    }
    Optional<ParcelSummary> parcel = parcels.find(reference, council.id());
    if (parcel.isEmpty()) {
      form.refuse("reference", "proposal.no-such-parcel", reference);
    } else if (!parcel.get().here()) {
      form.refuse("reference", "proposal.elsewhere", parcel.get().reference(), council.name());
    }
    return parcel.filter(ParcelSummary::here);
  }

  private String type(Form form, Optional<ParcelSummary> parcel) {
    String type = form.oneOf("type", parcels.listTypes().stream().map(it -> it.value()).toList());
    if (type == null || parcel.isEmpty()) {
      return type;
    }
    if (type.equals(parcel.get().assetType())) {
      form.refuse("type", "proposal.same-type", parcel.get().label());
    } else {
      String unit = parcels.findUnit(type).orElseThrow();
      if (!new DrawnShape.Drawn(parcel.get().dimension(), true, true).fits(unit)) {
        form.refuse("type", "proposal.other-shape." + unit);
      }
    }
    return type;
  }

  private String unit(ProposalKind kind, String type, Optional<ParcelSummary> parcel) {
    return kind == ProposalKind.LAND_MISSING
        ? Optional.ofNullable(type).flatMap(parcels::findUnit).orElse(null)
        : parcel.map(ParcelSummary::unit).orElse(null);
  }

  private String geometry(Form form, String unit, CouncilOfficeAccess.Council council) {
    String text = form.value("geometry");
    if (text.isEmpty()) {
      form.refuse("geometry", "proposal.draw");
      return null;
    }
    Optional<DrawnShape.Drawn> drawn = shapes.read(text, council.id());
    if (drawn.isEmpty()) {
      form.refuse("geometry", "proposal.no-shape");
    } else if (!drawn.get().valid()) {
      form.refuse("geometry", "proposal.crossed");
    } else if (unit != null && !drawn.get().fits(unit)) {
      form.refuse("geometry", "proposal.drawn-as." + unit);
    } else if (!drawn.get().near()) {
      form.refuse("geometry", "proposal.drawn-elsewhere", council.name());
    }
    return text;
  }
}
