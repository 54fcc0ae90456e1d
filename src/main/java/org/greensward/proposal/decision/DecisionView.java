package org.greensward.proposal.decision;

import java.util.Optional;
import org.greensward.proposal.CouncilOfficeAccess;
import org.greensward.proposal.CouncilParcelRepository;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalChoices;
import org.greensward.proposal.ProposalForm;
import org.greensward.proposal.ProposalRepository;
import org.greensward.proposal.ProposalSnapshots;
import org.greensward.proposal.ProposalState;
import org.greensward.proposal.page.ShapeField;
import org.greensward.status.StatusViews;
import org.greensward.web.Form;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what an officer sees of one proposal. */
@Component
class DecisionView {
  private final ProposalRepository proposals;
  private final ProposalPreview preview;
  private final ProposalSnapshots subjects;
  private final StatusViews standings;
  private final CouncilParcelRepository parcels;
  private final CouncilOfficeAccess office;
  private final ProposalChoices choices;
  private final ShapeField field;

  DecisionView(
      ProposalRepository proposals,
      ProposalPreview preview,
      ProposalSnapshots subjects,
      StatusViews standings,
      CouncilParcelRepository parcels,
      CouncilOfficeAccess office,
      ProposalChoices choices,
      ShapeField field) {
    this.proposals = proposals;
    this.preview = preview;
    this.subjects = subjects;
    this.standings = standings;
    this.parcels = parcels;
    this.office = office;
    this.choices = choices;
    this.field = field;
  }

  /**
   * @param decision what is shown as done; null to show none
   */
  String show(Proposal proposal, Form form, ProposalDecision decision, Model model) {
    boolean undecided = proposal.state() == ProposalState.SENT;
    model.addAttribute("proposal", proposal);
    model.addAttribute("form", form);
    model.addAttribute("steps", proposals.listSteps(proposal.id()));
    model.addAttribute("today", office.today());
    model.addAttribute("undecided", undecided);
    model.addAttribute(
        "coming",
        proposal.statusId() == null
            ? null
            : standings.findUnpublished(proposal.statusId()).orElse(null));
    if (undecided) {
      model.addAttribute("comparison", decision == null ? null : preview.of(proposal, decision));
      model.addAttribute("differences", subjects.listDifferences(proposal));
      model.addAttribute("mark", subjects.mark(proposal));
      offer(proposal, model);
    }
    return "manage-proposal";
  }

  private void offer(Proposal proposal, Model model) {
    model.addAttribute("types", parcels.listTypes());
    model.addAttribute(
        "arrangements", choices.of("proposal.arrangement", ProposalForm.ARRANGEMENTS));
    model.addAttribute("remedies", choices.of("decision.remedy", DecisionForm.REMEDIES));
    model
        .addAttribute("bases", choices.of("decision.basis", DecisionForm.BASES))
        .addAttribute("publishing", choices.of("decision.publish", DecisionForm.LATER));
    if (proposal.kind().isAboutLand()) {
      model.addAttribute("parties", parcels.listParties());
      model.addAttribute("lots", parcels.listLots());
    }
    field.describe(
        model,
        proposal.kind(),
        proposal.councilId(),
        proposal.kind().namesParcel()
            ? parcels.find(proposal.content().landReference(), proposal.councilId())
            : Optional.empty(),
        true);
  }
}
