package org.greensward.status.agreement;

import java.time.LocalDate;
import java.util.List;
import org.greensward.web.SelectOption;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What pages show of an agreement's land. */
@Component
class AgreementView {
  private final AgreementCoverageRepository covers;

  AgreementView(AgreementCoverageRepository covers) {
    this.covers = covers;
  }

  AgreementCoverage cover(Agreement agreement) {
    return AgreementCoverage.of(covers.listRows(agreement.id()), codes());
  }

  List<String> codes() {
    return covers.listTypes().stream().map(SelectOption::value).toList();
  }

  /** An agreement with what it means in quantities. */
  Shown shown(Agreement agreement, LocalDate at) {
    AgreementCoverage cover = cover(agreement);
    return new Shown(
        agreement,
        covers.listQuantities(agreement.councilId(), at, cover),
        covers.listParcels(agreement.councilId(), at, cover.parcelsIn()),
        covers.listParcels(agreement.councilId(), at, cover.parcelsOut()));
  }

  void fill(Model model, Agreement agreement, AgreementCoverage cover, LocalDate at) {
    long council = agreement.councilId();
    model.addAttribute("agreement", agreement);
    model.addAttribute("types", covers.listTypes());
    model.addAttribute("quantities", covers.listQuantities(council, at, cover));
    model.addAttribute("parcelsIn", covers.listParcels(council, at, cover.parcelsIn()));
    model.addAttribute("parcelsOut", covers.listParcels(council, at, cover.parcelsOut()));
  }

  /** An agreement and its land. */
  public record Shown(
      Agreement agreement,
      List<AgreementCoverageRepository.Quantity> quantities,
      List<AgreementCoverageRepository.Parcel> parcelsIn,
      List<AgreementCoverageRepository.Parcel> parcelsOut) {}
}
