package org.greensward.status.agreement;

import java.time.LocalDate;
import org.greensward.council.CouncilAccess;
import org.greensward.council.CouncilReference;
import org.greensward.revision.WorkingDate;
import org.greensward.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /councils/{slug}/office/agreement}: a council's own agreements and what they cover. */
@Page
class OfficeAgreementPage {
  private final AgreementRepository agreements;
  private final AgreementView view;
  private final CouncilAccess councils;
  private final WorkingDate workingDate;

  OfficeAgreementPage(
      AgreementRepository agreements,
      AgreementView view,
      CouncilAccess councils,
      WorkingDate workingDate) {
    this.agreements = agreements;
    this.view = view;
    this.councils = councils;
    this.workingDate = workingDate;
  }

  @GetMapping("/councils/{slug}/office/agreement")
  String page(@PathVariable String slug, Model model) {
    CouncilReference council = councils.office(slug);
    LocalDate today = workingDate.today();
    model.addAttribute("council", council);
    model.addAttribute("today", today);
    model.addAttribute(
        "shown",
        agreements.listOf(council.id()).stream().map(it -> view.shown(it, today)).toList());
    return "engage/office-agreement";
  }
}
