package org.greensward.proposal.decision;

import java.util.Optional;
import org.greensward.error.UserException;
import org.greensward.land.ParcelColumns;
import org.greensward.land.ParcelRepository;
import org.greensward.land.ParcelWriter;
import org.greensward.proposal.Proposal;
import org.greensward.status.agreement.AgreementCoverageRepository;
import org.springframework.stereotype.Component;

/** Applies accepted corrections of land. Within the caller's transaction. */
@Component
class ParcelCorrectionService {
  private final ParcelWriter writer;
  private final ParcelRepository parcels;
  private final AgreementCoverageRepository coverage;

  ParcelCorrectionService(
      ParcelWriter writer, ParcelRepository parcels, AgreementCoverageRepository coverage) {
    this.writer = writer;
    this.parcels = parcels;
    this.coverage = coverage;
  }

  /**
   * Corrects the land that a proposal is about.
   *
   * @return the id of the parcel
   * @throws UserException when the parcel is no more, or no agreement covers it
   */
  long write(Proposal proposal, ProposalDecision decision) {
    return switch (proposal.kind()) {
      // What was measured in another unit says nothing any more.
      case LAND_WRONG_TYPE ->
          changed(
              proposal,
              new ParcelColumns().assetType(decision.type()).measuredIfSameUnit().onlyRegime());
      // A survey of the old outline says nothing of the new one.
      case LAND_WRONG_SHAPE ->
          changed(
              proposal,
              new ParcelColumns().drawnShape(decision.geometry()).measured(decision.measured()));
      case LAND_MISSING -> add(decision);
      case LAND_NOT_OURS -> remedy(proposal, decision);
      default -> throw new IllegalArgumentException(proposal.kind().word());
    };
  }

  private long add(ProposalDecision decision) {
    return writer.add(
        decision.reference(),
        new ParcelColumns()
            .assetType(decision.type())
            .name(decision.name())
            .owner(decision.owner())
            .lot(decision.lot())
            .onlyRegime()
            .measured(decision.measured())
            .drawnShape(decision.geometry())
            .valid(decision.from(), null)
            .basis(decision.basis()));
  }

  private long remedy(Proposal proposal, ProposalDecision decision) {
    return switch (decision.remedy()) {
      case "maintainer" ->
          changed(
              proposal, new ParcelColumns().maintainer(decision.party(), decision.from(), null));
      case "owner" -> changed(proposal, new ParcelColumns().owner(decision.party()));
      case "end" -> required(writer.end(reference(proposal), decision.from()), proposal);
      default -> uncover(proposal, decision);
    };
  }

  /** Takes a parcel out of every agreement of the council that runs on the day or begins later. */
  private long uncover(Proposal proposal, ProposalDecision decision) {
    int agreements = coverage.exclude(proposal.councilId(), reference(proposal), decision.from());
    if (agreements == 0) {
      throw new UserException(
          proposal.councilName() + " has no agreement that covers land on that day.");
    }
    return required(parcels.findId(reference(proposal)), proposal);
  }

  private long changed(Proposal proposal, ParcelColumns columns) {
    return required(writer.change(reference(proposal), columns), proposal);
  }

  private static String reference(Proposal proposal) {
    return proposal.content().landReference();
  }

  private static long required(Optional<Long> parcel, Proposal proposal) {
    return parcel.orElseThrow(
        () ->
            new UserException(
                "There is no land with the reference " + reference(proposal) + " on that day."));
  }
}
