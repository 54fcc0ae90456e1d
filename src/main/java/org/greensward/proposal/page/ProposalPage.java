package org.greensward.proposal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.greensward.proposal.ChangeMapRepository;
import org.greensward.proposal.CouncilOfficeAccess;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalRepository;
import org.greensward.proposal.ProposalService;
import org.greensward.revision.WorkingDate;
import org.greensward.status.StatusViews;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /councils/{slug}/office/proposals/{id}}: a proposal, as its council follows it. */
@Page
@RequestMapping("/councils/{slug}/office/proposals/{id:[0-9]+}")
class ProposalPage {
  private static final int LONGEST = 4000;

  private final CouncilOfficeAccess office;
  private final ProposalService proposing;
  private final ProposalRepository proposals;
  private final StatusViews standings;
  private final ChangeMapRepository maps;
  private final WorkingDate workingDate;

  ProposalPage(
      CouncilOfficeAccess office,
      ProposalService proposing,
      ProposalRepository proposals,
      StatusViews standings,
      ChangeMapRepository maps,
      WorkingDate workingDate) {
    this.office = office;
    this.proposing = proposing;
    this.proposals = proposals;
    this.standings = standings;
    this.maps = maps;
    this.workingDate = workingDate;
  }

  @GetMapping
  @Transactional(readOnly = true)
  public String page(
      @PathVariable String slug, @PathVariable long id, HttpServletRequest request, Model model) {
    CouncilOfficeAccess.Council council = office.enter(slug);
    return show(council, office.get(council, id), Form.of(request, Map.of()), model);
  }

  @PostMapping("/send")
  Object send(
      @PathVariable String slug,
      @PathVariable long id,
      HttpServletRequest request,
      RedirectAttributes after) {
    CouncilOfficeAccess.Council council = office.enter(slug);
    Proposal proposal = office.get(council, id);
    boolean done =
        proposal.state().isOpenToCouncil()
            && proposing.send(proposal, ProposePage.version(Form.sent(request)));
    after.addFlashAttribute("notice", done ? "proposal.notice.sent" : "proposal.notice.overtaken");
    return Redirects.view(proposal.address());
  }

  @PostMapping("/withdraw")
  Object withdraw(
      @PathVariable String slug,
      @PathVariable long id,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes after,
      Model model) {
    CouncilOfficeAccess.Council council = office.enter(slug);
    Proposal proposal = office.get(council, id);
    Form form = Form.sent(request);
    String words = form.optional("words", LONGEST);
    if (form.isFaulty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(council, proposal, form, model);
    }
    boolean done =
        proposal.state().isOpen() && proposing.withdraw(proposal, ProposePage.version(form), words);
    after.addFlashAttribute(
        "notice", done ? "proposal.notice.withdrawn" : "proposal.notice.overtaken");
    return Redirects.view(proposal.address());
  }

  private String show(
      CouncilOfficeAccess.Council council, Proposal proposal, Form form, Model model) {
    model.addAttribute("council", council);
    model.addAttribute("proposal", proposal);
    model.addAttribute("form", form);
    model.addAttribute("steps", proposals.listSteps(proposal.id()));
    model.addAttribute("map", maps.proposed(proposal, workingDate.today()).orElse(null));
    model.addAttribute("today", office.today());
    model.addAttribute(
        "coming",
        proposal.statusId() == null
            ? null
            : standings.findUnpublished(proposal.statusId()).orElse(null));
    return "proposal";
  }
}
