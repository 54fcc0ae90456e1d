package org.greensward.proposal;

import java.util.Arrays;
import java.util.List;

/** How far a proposal has come. The word is what the database has. */
public enum ProposalState {
  DRAFT,
  SENT,
  ASKED_BACK,
  ACCEPTED,
  DECLINED,
  WITHDRAWN;

  public static final List<String> KEYS = Arrays.stream(values()).map(ProposalState::key).toList();

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** As keys of texts and parameters have it. */
  public String key() {
    return word().replace(' ', '-');
  }

  static ProposalState of(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
  }

  /** Whether its council may change what it says. */
  public boolean isOpenToCouncil() {
    return this == DRAFT || this == ASKED_BACK;
  }

  /** Whether it may still be withdrawn or decided. */
  public boolean isOpen() {
    return isOpenToCouncil() || this == SENT;
  }
}
