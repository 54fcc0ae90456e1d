package org.greensward.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.greensward.error.ForbiddenException;
import org.greensward.error.UserException;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.web.Form;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Proposals about land as programs of councils write them: drafts, which people read over and send.
 * What the pages refuse is refused here, with the same words.
 */
@Component
public class ProposalDraftService {
  private final CouncilOfficeAccess office;
  private final ProposalRepository proposals;
  private final ProposalService proposing;
  private final ProposalForm reader;
  private final CouncilParcelRepository parcels;
  private final DrawnShape shapes;
  private final MessageSource messages;

  ProposalDraftService(
      CouncilOfficeAccess office,
      ProposalRepository proposals,
      ProposalService proposing,
      ProposalForm reader,
      CouncilParcelRepository parcels,
      DrawnShape shapes,
      MessageSource messages) {
    this.office = office;
    this.proposals = proposals;
    this.proposing = proposing;
    this.reader = reader;
    this.parcels = parcels;
    this.shapes = shapes;
    this.messages = messages;
  }

  /**
   * What is proposed; what its kind has no use for is null.
   *
   * @param words the council's own
   * @param shape GeoJSON in metres of EPSG:27700
   */
  public record Wish(
      ProposalKind kind, String reference, String assetType, String words, String shape) {}

  /**
   * Writes a draft, for the first of the account's councils in whose parishes the land lies.
   *
   * @throws ForbiddenException when it lies in none of them
   * @throws UserException when it cannot be proposed
   */
  public Proposal propose(Wish wish) {
    CouncilOfficeAccess.Council council = council(wish);
    ProposalBody content = read(wish, council);
    return find(proposing.add(council, wish.kind, content, false)).orElseThrow();
  }

  /** A proposal that whoever asks may see. */
  public Optional<Proposal> find(long id) {
    return proposals.find(id);
  }

  /**
   * Changes what a draft says.
   *
   * @param version as it was read
   * @return false when somebody else changed it, or took a step, meanwhile
   */
  public boolean change(Proposal proposal, int version, Wish wish) {
    ProposalBody content = read(wish, office.enter(proposal.council()));
    return proposing.change(proposal, version, content, false);
  }

  /** Withdraws it; false when it is not as it was. */
  public boolean withdraw(Proposal proposal, int version, String words) {
    return proposing.withdraw(proposal, version, words);
  }

  private CouncilOfficeAccess.Council council(Wish wish) {
    List<AccountPrincipal.Council> all = AccountPrincipal.get().councils();
    for (AccountPrincipal.Council council : all) {
      boolean its =
          wish.kind.namesParcel()
              ? parcels.find(wish.reference, council.id()).filter(ParcelSummary::here).isPresent()
              : shapes.read(wish.shape, council.id()).filter(DrawnShape.Drawn::near).isPresent();
      if (its) {
        return office.enter(council.slug());
      }
    }
    String names = String.join(", ", all.stream().map(AccountPrincipal.Council::name).toList());
    throw new ForbiddenException(
        wish.kind.namesParcel()
            ? text("proposal.elsewhere", wish.reference, names)
            : text("proposal.drawn-elsewhere", names));
  }

  private ProposalBody read(Wish wish, CouncilOfficeAccess.Council council) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("reference", wish.reference);
    values.put("type", wish.assetType);
    values.put("words", wish.words);
    values.put("geometry", wish.shape);
    Form form = Form.showing(values);
    ProposalBody content = reader.read(form, wish.kind, council);
    if (form.isFaulty()) {
      List<String> sentences = new ArrayList<>();
      form.errors()
          .forEach(
              (field, fault) ->
                  sentences.add(named(field) + ": " + text(fault.key(), fault.arguments())));
      throw new UserException(sentences.get(0), sentences.subList(1, sentences.size()));
    }
    return content;
  }

  /** As the properties of the API are named. */
  private static String named(String field) {
    return field.equals("type") ? "asset_type" : field;
  }

  private String text(String key, Object... values) {
    return messages.getMessage(key, values, Locale.UK);
  }
}
