package org.greensward.proposal;

import java.time.LocalDate;

/**
 * What a council says in a proposal; what its kind has no use for is null.
 *
 * @param evidence the letter or minute, where an officer records it for the council
 * @param words in its own words
 * @param reach {@code influence}, {@code top up} or {@code take over}
 * @param startOn from when it shall be so
 * @param geometry what it drew, as {@link DrawnShape} writes it
 */
public record ProposalBody(
    String evidence,
    String words,
    String reach,
    String arrangement,
    LocalDate startOn,
    String landReference,
    String assetType,
    String geometry) {}
