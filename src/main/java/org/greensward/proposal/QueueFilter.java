package org.greensward.proposal;

import java.util.List;

/**
 * Which proposals the queue shows.
 *
 * @param state key of a state; {@code open} for what waits for a reply or for its council; empty
 *     for all that were sent
 * @param kind its word; empty for all
 * @param council slug; empty for all
 */
public record QueueFilter(String state, String kind, String council) {
  public static final String OPEN = "open";

  public QueueFilter {
    state = state.equals(OPEN) || State.KEYS.contains(state) ? state : "";
    kind = Kind.WORDS.contains(kind) ? kind : "";
  }

  List<String> words() {
    if (state.equals(OPEN)) {
      return List.of(State.SENT.word(), State.ASKED_BACK.word());
    }
    return state.isEmpty()
        ? List.of("sent", "asked back", "accepted", "declined", "withdrawn")
        : List.of(state.replace('-', ' '));
  }
}
