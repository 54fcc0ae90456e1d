package org.greensward.proposal.decision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalRepository;
import org.greensward.proposal.ProposalState;
import org.greensward.proposal.page.ProposePage;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /manage/proposals/{id}}: a proposal before and after, and what an officer makes of it. */
@Page
@RequestMapping("/manage/proposals/{id:[0-9]+}")
class DecisionPage {
  private final ProposalRepository proposals;
  private final ProposalDecisionService deciding;
  private final DecisionForm reader;
  private final DecisionView view;

  DecisionPage(
      ProposalRepository proposals,
      ProposalDecisionService deciding,
      DecisionForm reader,
      DecisionView view) {
    this.proposals = proposals;
    this.deciding = deciding;
    this.reader = reader;
    this.view = view;
  }

  @GetMapping
  String page(@PathVariable long id, HttpServletRequest request, Model model) {
    Proposal proposal = get(id);
    Form form = Form.of(request, reader.valuesOf(proposal));
    // What is likely is looked at without its faults being told: nobody has typed anything.
    Form likely = Form.showing(reader.valuesOf(proposal));
    ProposalDecision decision =
        proposal.state() == ProposalState.SENT ? reader.read(likely, proposal) : null;
    return view.show(proposal, form, likely.isFaulty() ? null : decision, model);
  }

  @PostMapping
  Object decide(
      @PathVariable long id,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes after,
      Model model) {
    Proposal proposal = get(id);
    Form form = Form.sent(request);
    return switch (form.value("action")) {
      case "accept" -> accept(proposal, form, response, after, model);
      case "ask" -> answer(proposal, ProposalState.ASKED_BACK, form, response, after, model);
      case "decline" -> answer(proposal, ProposalState.DECLINED, form, response, after, model);
      case "publish" -> publish(proposal, after);
      default -> preview(proposal, form, response, model);
    };
  }

  /** The figures and the map for what is typed so far; nothing is written. */
  private String preview(Proposal proposal, Form form, HttpServletResponse response, Model model) {
    ProposalDecision decision = reader.read(form, proposal);
    if (form.isFaulty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    return view.show(proposal, form, form.isFaulty() ? null : decision, model);
  }

  private Object accept(
      Proposal proposal,
      Form form,
      HttpServletResponse response,
      RedirectAttributes after,
      Model model) {
    ProposalDecision decision = reader.read(form, proposal);
    String answer = DecisionForm.answer(form, false);
    if (form.isFaulty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return view.show(proposal, form, null, model);
    }
    ProposalDecisionService.Outcome outcome;
    try {
      outcome =
          deciding.accept(
              proposal, ProposePage.version(form), form.value("known"), decision, answer);
    } catch (UserException e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      form.refuse("source", "decision.refused", e.getMessage());
      return view.show(proposal, form, decision, model);
    }
    return ended(proposal, outcome, "decision.notice.accepted", form, response, after, model);
  }

  private Object answer(
      Proposal proposal,
      ProposalState state,
      Form form,
      HttpServletResponse response,
      RedirectAttributes after,
      Model model) {
    String answer = DecisionForm.answer(form, true);
    if (form.isFaulty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return view.show(proposal, form, null, model);
    }
    return ended(
        proposal,
        deciding.answer(proposal, ProposePage.version(form), state, answer),
        "decision.notice." + state.key(),
        form,
        response,
        after,
        model);
  }

  /** Whoever was slower is told, sees what stands now, and keeps what they typed. */
  private Object ended(
      Proposal proposal,
      ProposalDecisionService.Outcome outcome,
      String notice,
      Form form,
      HttpServletResponse response,
      RedirectAttributes after,
      Model model) {
    if (outcome == ProposalDecisionService.Outcome.DONE) {
      after.addFlashAttribute("notice", notice);
      return Redirects.view("/manage/proposals/" + proposal.id());
    }
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("conflict", outcome.name().toLowerCase(Locale.ROOT));
    Proposal now = get(proposal.id());
    Form again = Form.showing(reader.valuesOf(now));
    return view.show(
        now, form, now.state() == ProposalState.SENT ? reader.read(again, now) : null, model);
  }

  private Object publish(Proposal proposal, RedirectAttributes after) {
    boolean done = proposal.statusId() != null && deciding.publish(proposal);
    after.addFlashAttribute(
        "notice", done ? "decision.notice.published" : "decision.notice.public-already");
    return Redirects.view("/manage/proposals/" + proposal.id());
  }

  private Proposal get(long id) {
    return proposals
        .find(id)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no proposal with the number " + Proposal.numberOf(id) + "."));
  }
}
