package org.greensward.proposal;

import java.time.Instant;
import java.time.LocalDate;
import org.greensward.web.DateFormats;

/**
 * A council's proposal, as it stands.
 *
 * @param council slug of the council
 * @param askedBy the office of whoever wrote it down
 * @param assetLabel of the asset type that is proposed; null without one
 * @param replyBy the last day for a reply; null until it is sent
 * @param answer the words that went with the last step; may be null
 * @param statusId what was written when it was accepted; null where nothing was
 * @param version grows with each change
 */
public record Proposal(
    long id,
    long councilId,
    String council,
    String councilName,
    ProposalKind kind,
    ProposalState state,
    String askedBy,
    ProposalBody content,
    String assetLabel,
    Instant sentAt,
    LocalDate replyBy,
    String answer,
    Instant decidedAt,
    String decidedBy,
    Long statusId,
    Long landId,
    int version) {

  /** {@code P-00012}: how people name it. */
  public String number() {
    return numberOf(id);
  }

  public static String numberOf(long id) {
    return "P-%05d".formatted(id);
  }

  /** The day in London on which it was sent; null before. */
  public LocalDate sentOn() {
    return sentAt == null ? null : DateFormats.dateOf(sentAt);
  }

  /** Whether a reply was promised by a day that is over. */
  public boolean isOverdue(LocalDate today) {
    return state == ProposalState.SENT && replyBy.isBefore(today);
  }

  /** Where its council reads it. */
  public String address() {
    return "/councils/" + council + "/office/proposals/" + id;
  }
}
