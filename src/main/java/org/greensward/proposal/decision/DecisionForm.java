package org.greensward.proposal.decision;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greensward.layer.Basis;
import org.greensward.proposal.CouncilParcelRepository;
import org.greensward.proposal.DrawnShape;
import org.greensward.proposal.ParcelSummary;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalBody;
import org.greensward.proposal.ProposalForm;
import org.greensward.proposal.ProposalKind;
import org.greensward.revision.WorkingDate;
import org.greensward.web.DateFormats;
import org.greensward.web.Form;
import org.greensward.web.SelectOption;
import org.springframework.stereotype.Component;

/** Reads what an officer decides, and fills in what is likely. */
@Component
class DecisionForm {
  static final List<String> REMEDIES = List.of("agreement", "maintainer", "owner", "end");
  static final List<String> BASES = Basis.ofFacts();

  private static final int LONGEST_WORDS = 4000;
  private static final int LONGEST_LINE = 300;
  static final List<String> LATER = List.of("now", "later");

  private final CouncilParcelRepository parcels;
  private final DecisionSuggestions suggestions;
  private final DrawnShape shapes;
  private final WorkingDate workingDate;
  private final Clock clock;

  DecisionForm(
      CouncilParcelRepository parcels,
      DecisionSuggestions suggestions,
      DrawnShape shapes,
      WorkingDate workingDate,
      Clock clock) {
    this.parcels = parcels;
    this.suggestions = suggestions;
    this.shapes = shapes;
    this.workingDate = workingDate;
    this.clock = clock;
  }

  /** The fields as the council proposed it. */
  Map<String, Object> valuesOf(Proposal proposal) {
    ProposalBody content = proposal.content();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("from", content.startOn() == null ? workingDate.today() : content.startOn());
    values.put("publish", "now");
    values.put("basis", Basis.DOCUMENTED.code());
    values.put(
        "source",
        content.evidence() == null
            ? "proposal %s of %s".formatted(proposal.number(), proposal.councilName())
            : content.evidence());
    values.put("arrangement", content.arrangement());
    values.put("type", content.assetType());
    values.put("geometry", content.geometry());
    if (proposal.kind() == ProposalKind.LAND_NOT_OURS) {
      values.put("remedy", suggestions.isLookedAfterBy(proposal) ? "agreement" : "end");
    }
    if (proposal.kind() == ProposalKind.LAND_MISSING) {
      DecisionSuggestions.Likely likely = suggestions.forMissing(proposal.id());
      values.put("reference", likely.reference());
      values.put("owner", likely.owner());
      values.put("lot", likely.lot());
      values.put("name", likely.name());
    }
    return values;
  }

  /** What is decided; to be used only where the form is without fault. */
  ProposalDecision read(Form form, Proposal proposal) {
    ProposalKind kind = proposal.kind();
    String remedy = kind == ProposalKind.LAND_NOT_OURS ? form.oneOf("remedy", REMEDIES) : null;
    boolean dated =
        !kind.isAboutLand()
            || kind == ProposalKind.LAND_NOT_OURS
            || kind == ProposalKind.LAND_MISSING;
    boolean named = "maintainer".equals(remedy) || "owner".equals(remedy);
    String type = kind.hasType() ? form.oneOf("type", codes(parcels.listTypes())) : null;
    return new ProposalDecision(
        dated ? form.requiredDate("from") : null,
        kind.isAboutLand() ? null : publish(form),
        form.oneOf("basis", BASES),
        form.required("source", LONGEST_LINE),
        kind.isAboutLand() ? null : form.optional("note", LONGEST_LINE),
        kind == ProposalKind.ARRANGEMENT
            ? form.oneOf("arrangement", ProposalForm.ARRANGEMENTS)
            : null,
        type,
        kind.isDrawn() ? geometry(form, proposal, type) : null,
        kind.isDrawn() ? number(form.optionalNumber("measured")) : null,
        remedy,
        named ? id(form.oneOf("party", codes(parcels.listParties()))) : null,
        kind == ProposalKind.LAND_MISSING ? form.required("reference", LONGEST_LINE) : null,
        kind == ProposalKind.LAND_MISSING ? form.optional("name", LONGEST_LINE) : null,
        kind == ProposalKind.LAND_MISSING
            ? chosen(form, "owner", codes(parcels.listParties()))
            : null,
        kind == ProposalKind.LAND_MISSING ? chosen(form, "lot", codes(parcels.listLots())) : null);
  }

  /** When it is published; null for at once. A moment that is over is at once too. */
  private Instant publish(Form form) {
    if (!"later".equals(form.oneOf("publish", LATER))) {
      return null;
    }
    LocalDate day = form.requiredDate("publish_on");
    String typed = form.value("publish_time");
    try {
      LocalTime time = typed.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(typed);
      Instant moment = day == null ? null : DateFormats.instantOf(day, time);
      if (moment != null && !moment.isAfter(clock.instant())) {
        form.refuse("publish_on", "decision.published-in-the-past");
      }
      return moment;
    } catch (DateTimeException e) {
      form.refuse("publish_time", "decision.time", typed);
      return null;
    }
  }

  private String geometry(Form form, Proposal proposal, String type) {
    String text = form.value("geometry");
    Optional<DrawnShape.Drawn> drawn = shapes.read(text, proposal.councilId());
    if (drawn.isEmpty()) {
      form.refuse("geometry", text.isEmpty() ? "proposal.draw" : "proposal.no-shape");
    } else if (!drawn.get().valid()) {
      form.refuse("geometry", "proposal.crossed");
    } else {
      Optional<String> unit =
          type != null
              ? parcels.findUnit(type)
              : parcels
                  .find(proposal.content().landReference(), proposal.councilId())
                  .map(ParcelSummary::unit);
      unit.filter(it -> !drawn.get().fits(it))
          .ifPresent(it -> form.refuse("geometry", "proposal.drawn-as." + it));
    }
    return text;
  }

  private static Long chosen(Form form, String field, List<String> choices) {
    return form.value(field).isEmpty() ? null : id(form.oneOf(field, choices));
  }

  /** The words that go to the council; needed where it has to know why. */
  static String answer(Form form, boolean needed) {
    return needed ? form.required("answer", LONGEST_WORDS) : form.optional("answer", LONGEST_WORDS);
  }

  private static List<String> codes(List<SelectOption> options) {
    return options.stream().map(SelectOption::value).toList();
  }

  private static Long id(String value) {
    return value == null ? null : Long.valueOf(value);
  }

  private static Double number(BigDecimal value) {
    return value == null ? null : value.doubleValue();
  }
}
