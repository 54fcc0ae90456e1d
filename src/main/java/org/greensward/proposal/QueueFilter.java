package org.greensward.proposal;

import java.util.List;

/**
 * Which proposals the queue shows.
 *
 * @param state key of a state; {@code open} for what waits for a reply or for its council, {@code
 *     all} for all that were sent
 * @param kind its word; empty for all
 * @param council slug; empty for all
 */
public record QueueFilter(String state, String kind, String council) {
  public static final String OPEN = "open";
  public static final String ALL = "all";

  public QueueFilter {
    state = state.equals(ALL) || ProposalState.KEYS.contains(state) ? state : OPEN;
    kind = ProposalKind.WORDS.contains(kind) ? kind : "";
  }

  List<String> words() {
    if (state.equals(OPEN)) {
      return List.of(ProposalState.SENT.word(), ProposalState.ASKED_BACK.word());
    }
    return state.equals(ALL)
        ? List.of("sent", "asked back", "accepted", "declined", "withdrawn")
        : List.of(state.replace('-', ' '));
  }
}
