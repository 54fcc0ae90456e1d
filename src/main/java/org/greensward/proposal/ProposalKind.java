package org.greensward.proposal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.greensward.status.DevolutionStatus;

/** What a proposal is for. The word is what the database and addresses have. */
public enum ProposalKind {
  INTEREST,
  ARRANGEMENT,
  WITHDRAWAL,
  LAND_NOT_OURS,
  LAND_MISSING,
  LAND_WRONG_TYPE,
  LAND_WRONG_SHAPE;

  public static final List<String> WORDS = Arrays.stream(values()).map(ProposalKind::word).toList();

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The kind with a word; empty for any other word. */
  public static Optional<ProposalKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  static ProposalKind of(String word) {
    return find(word).orElseThrow(() -> new IllegalArgumentException(word));
  }

  /** Whether it corrects what is recorded of land; else it is about the council's status. */
  public boolean isAboutLand() {
    return namesParcel() || this == LAND_MISSING;
  }

  /** Whether it is about a parcel that is there. */
  public boolean namesParcel() {
    return this == LAND_NOT_OURS || this == LAND_WRONG_TYPE || this == LAND_WRONG_SHAPE;
  }

  /** Whether an asset type is proposed. */
  public boolean hasType() {
    return this == LAND_MISSING || this == LAND_WRONG_TYPE;
  }

  /** Whether a shape is drawn. */
  public boolean isDrawn() {
    return this == LAND_MISSING || this == LAND_WRONG_SHAPE;
  }

  /** The status that a council has after it; null for what is about land. */
  public String status() {
    return switch (this) {
      case INTEREST -> DevolutionStatus.INTERESTED.code();
      case ARRANGEMENT -> DevolutionStatus.DEVOLVED.code();
      case WITHDRAWAL -> DevolutionStatus.NONE.code();
      default -> null;
    };
  }
}
