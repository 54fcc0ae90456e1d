package org.greensward.proposal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.greensward.proposal.CouncilOfficeAccess;
import org.greensward.proposal.CouncilParcelRepository;
import org.greensward.proposal.ParcelSummary;
import org.greensward.proposal.Proposal;
import org.greensward.proposal.ProposalBody;
import org.greensward.proposal.ProposalChoices;
import org.greensward.proposal.ProposalForm;
import org.greensward.proposal.ProposalKind;
import org.greensward.proposal.ProposalService;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /councils/{slug}/office/proposals/new} and {@code .../{id}/edit}: where a council writes
 * what it proposes, or an officer writes it down for a council.
 */
@Page
@RequestMapping("/councils/{slug}/office/proposals")
public class ProposePage {
  private final CouncilOfficeAccess office;
  private final ProposalService proposing;
  private final ProposalForm reader;
  private final CouncilParcelRepository parcels;
  private final ProposalChoices choices;
  private final ShapeField field;

  ProposePage(
      CouncilOfficeAccess office,
      ProposalService proposing,
      ProposalForm reader,
      CouncilParcelRepository parcels,
      ProposalChoices choices,
      ShapeField field) {
    this.office = office;
    this.proposing = proposing;
    this.reader = reader;
    this.parcels = parcels;
    this.choices = choices;
    this.field = field;
  }

  /** Without a kind, what there is to choose from; with a parcel, what may be wrong with it. */
  @GetMapping("/new")
  Object fresh(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String reference,
      HttpServletRequest request,
      Model model) {
    CouncilOfficeAccess.Council council = office.enter(slug);
    Optional<ParcelSummary> parcel =
        reference.isEmpty() ? Optional.empty() : parcels.find(reference, council.id());
    Map<String, Object> there = new HashMap<>();
    there.put("kind", kind);
    there.put("reference", reference);
    parcel.ifPresent(
        it -> there.put("geometry", kind.equals("land-wrong-shape") ? it.shape() : ""));
    Form form = Form.of(request, there);
    Optional<ProposalKind> chosen = ProposalKind.find(form.value("kind"));
    if (chosen.isPresent()) {
      if (!form.value("reference").isEmpty() && chosen.get().isDrawn()) {
        reader.parcel(form, council);
      }
      return show(council, chosen.get(), form, null, model);
    }
    model.addAttribute("council", council);
    model.addAttribute("kinds", ProposalKind.values());
    model.addAttribute("reference", reference);
    model.addAttribute("parcel", parcel.orElse(null));
    return "proposal-new";
  }

  @PostMapping("/new")
  Object add(
      @PathVariable String slug,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes after,
      Model model) {
    CouncilOfficeAccess.Council council = office.enter(slug);
    Form form = Form.sent(request);
    Optional<ProposalKind> kind = ProposalKind.find(form.value("kind"));
    if (kind.isEmpty()) {
      return Redirects.view("/councils/" + council.slug() + "/office/proposals/new");
    }
    ProposalBody content = reader.read(form, kind.get(), council);
    if (form.isFaulty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(council, kind.get(), form, null, model);
    }
    boolean send = form.has("action", "send");
    long id = proposing.add(council, kind.get(), content, send);
    return told(council, id, send, request.getRequestURI(), after);
  }

  @GetMapping("/{id:[0-9]+}/edit")
  Object edit(
      @PathVariable String slug, @PathVariable long id, HttpServletRequest request, Model model) {
    CouncilOfficeAccess.Council council = office.enter(slug);
    Proposal proposal = office.get(council, id);
    if (!proposal.state().isOpenToCouncil()) {
      return Redirects.view(proposal.address());
    }
    Form form = Form.of(request, ProposalForm.valuesOf(proposal));
    return show(council, proposal.kind(), form, proposal, model);
  }

  /** Whoever was slower is shown what stands now beside what they typed. */
  @PostMapping("/{id:[0-9]+}/edit")
  Object change(
      @PathVariable String slug,
      @PathVariable long id,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes after,
      Model model) {
    CouncilOfficeAccess.Council council = office.enter(slug);
    Proposal proposal = office.get(council, id);
    Form form = Form.sent(request);
    ProposalBody content = reader.read(form, proposal.kind(), council);
    if (form.isFaulty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(council, proposal.kind(), form, proposal, model);
    }
    boolean send = form.has("action", "send");
    if (proposal.state().isOpenToCouncil()
        && proposing.change(proposal, version(form), content, send)) {
      return told(council, id, send, request.getRequestURI(), after);
    }
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("others", office.get(council, id));
    return show(council, proposal.kind(), form, proposal, model);
  }

  private static Object told(
      CouncilOfficeAccess.Council council,
      long id,
      boolean sent,
      String page,
      RedirectAttributes after) {
    after.addFlashAttribute("notice", sent ? "proposal.notice.sent" : "proposal.notice.kept");
    after.addFlashAttribute("shapeDone", page);
    return Redirects.view("/councils/" + council.slug() + "/office/proposals/" + id);
  }

  public static int version(Form form) {
    String version = form.value("version");
    return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
  }

  private String show(
      CouncilOfficeAccess.Council council,
      ProposalKind kind,
      Form form,
      Proposal proposal,
      Model model) {
    model.addAttribute("council", council);
    model.addAttribute("kind", kind);
    model.addAttribute("form", form);
    model.addAttribute("proposal", proposal);
    model.addAttribute("types", parcels.listTypes());
    model.addAttribute("reaches", choices.of("proposal.reach", ProposalForm.REACHES));
    model.addAttribute(
        "arrangements", choices.of("proposal.arrangement", ProposalForm.ARRANGEMENTS));
    String reference = form.value("reference");
    Optional<ParcelSummary> parcel =
        reference.isEmpty()
            ? Optional.empty()
            : parcels.find(reference, council.id()).filter(ParcelSummary::here);
    model.addAttribute("parcel", parcel.orElse(null));
    model.addAttribute("askFirst", kind == ProposalKind.LAND_WRONG_SHAPE && parcel.isEmpty());
    field.describe(model, kind, council.id(), parcel, proposal != null);
    return "proposal-form";
  }
}
