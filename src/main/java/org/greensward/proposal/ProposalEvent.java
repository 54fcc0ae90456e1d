package org.greensward.proposal;

import java.time.Instant;
import org.greensward.web.DateFormats;

/**
 * One step of a proposal.
 *
 * @param by the office of whoever took it; null for a program
 * @param what {@code drafted}, {@code changed}, or the state that it led to
 * @param words said with it; null for none
 */
public record ProposalEvent(Instant at, String by, String what, String words) {
  public String when() {
    return DateFormats.format(at);
  }

  /** As keys of texts have it. */
  public String key() {
    return what.replace(' ', '-');
  }
}
