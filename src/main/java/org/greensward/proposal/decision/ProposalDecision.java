package org.greensward.proposal.decision;

import java.time.Instant;
import java.time.LocalDate;
import org.greensward.proposal.DrawnShape;

/**
 * What an officer puts in the register or changes in the land when a proposal is accepted; what its
 * kind has no use for is null.
 *
 * @param from the first day on which it is so; for land that ends, the first on which it is gone
 * @param publish when the public is told of a status; null: at once
 * @param basis {@code documented} or {@code illustrative}
 * @param source what it rests on
 * @param note said of the status in public
 * @param geometry as {@link DrawnShape} writes it
 * @param measured as surveyed, in the unit of the asset type; null: as drawn
 * @param remedy for land that is not the council's: {@code maintainer}, {@code owner}, {@code
 *     agreement} or {@code end}
 * @param party the body that owns or maintains it
 * @param name of the street or park
 */
record ProposalDecision(
    LocalDate from,
    Instant publish,
    String basis,
    String source,
    String note,
    String arrangement,
    String type,
    String geometry,
    Double measured,
    String remedy,
    Long party,
    String reference,
    String name,
    Long owner,
    Long lot) {}
