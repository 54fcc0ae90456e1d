package org.greensward.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greensward.web.Form;
import org.springframework.stereotype.Component;

/** Reads what a council says in a form, and tells at the field what cannot be. */
@Component
class ProposalForm {
  static final List<String> REACHES = List.of("influence", "top up", "take over");
  static final List<String> ARRANGEMENTS =
      List.of("grant-funded", "agency", "top-up", "asset transfer");

  private static final int LONGEST_WORDS = 4000;
  private static final int LONGEST_LINE = 300;

  private final CouncilParcels parcels;
  private final DrawnShape shapes;

  ProposalForm(CouncilParcels parcels, DrawnShape shapes) {
    this.parcels = parcels;
    this.shapes = shapes;
  }

  /** The fields of a proposal that is there. */
  static Map<String, Object> valuesOf(Proposal proposal) {
    Content content = proposal.content();
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
  Content read(Form form, Kind kind, Office.Council council) {
    String evidence = council.officer() ? form.required("evidence", LONGEST_LINE) : null;
    String words =
        kind == Kind.LAND_NOT_OURS || kind == Kind.WITHDRAWAL
            ? form.required("words", LONGEST_WORDS)
            : form.optional("words", LONGEST_WORDS);
    Optional<Parcel> parcel = kind.namesParcel() ? parcel(form, council) : Optional.empty();
    String type = kind.hasType() ? type(form, kind, parcel) : null;
    return new Content(
        evidence,
        words,
        kind == Kind.INTEREST ? form.oneOf("reach", REACHES) : null,
        kind == Kind.ARRANGEMENT ? form.oneOf("arrangement", ARRANGEMENTS) : null,
        kind == Kind.ARRANGEMENT
            ? form.requiredDate("start")
            : kind.isAboutLand() ? null : form.optionalDate("start"),
        parcel.map(Parcel::reference).orElse(null),
        type,
        kind.isDrawn() ? geometry(form, unit(kind, type, parcel), council) : null);
  }

  /** The parcel that the form names; empty, with the fault at the field, when it cannot be. */
  Optional<Parcel> parcel(Form form, Office.Council council) {
    String reference = form.required("reference", LONGEST_LINE);
    if (reference == null) {
      return Optional.empty();
    }
    Optional<Parcel> parcel = parcels.find(reference, council.id());
    if (parcel.isEmpty()) {
      form.refuse("reference", "proposal.no-such-parcel", reference);
    } else if (!parcel.get().here()) {
      form.refuse("reference", "proposal.elsewhere", parcel.get().reference(), council.name());
    }
    return parcel.filter(Parcel::here);
  }

  private String type(Form form, Kind kind, Optional<Parcel> parcel) {
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

  private String unit(Kind kind, String type, Optional<Parcel> parcel) {
    return kind == Kind.LAND_MISSING
        ? Optional.ofNullable(type).flatMap(parcels::findUnit).orElse(null)
        : parcel.map(Parcel::unit).orElse(null);
  }

  private String geometry(Form form, String unit, Office.Council council) {
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
