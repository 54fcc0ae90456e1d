package org.greensward.licence;

import java.util.Arrays;
import java.util.Optional;

/** Who may have a layer. */
public enum LicenceFlag {
  OPEN("open"),
  PUBLIC_SECTOR_INTERNAL("public-sector internal"),
  COUNCIL("council"),
  CONTRACTOR("contractor");

  private final String word;

  LicenceFlag(String word) {
    this.word = word;
  }

  /** As it is written everywhere, in the database too. */
  public String word() {
    return word;
  }

  /** Whom it is for, within a sentence. */
  public String audience() {
    return switch (this) {
      case OPEN -> "everybody";
      case PUBLIC_SECTOR_INTERNAL -> "public bodies";
      case COUNCIL -> "its local council";
      case CONTRACTOR -> "the contractor";
    };
  }

  /** The flag of a word, in whatever case; {@code public-sector} is enough of its long name. */
  public static Optional<LicenceFlag> find(String word) {
    String plain = word.strip().replace('_', ' ');
    return Arrays.stream(values())
        .filter(
            flag ->
                flag.word.equalsIgnoreCase(plain)
                    || flag == PUBLIC_SECTOR_INTERNAL
                        && (plain.equalsIgnoreCase("public-sector")
                            || plain.equalsIgnoreCase("public-sector-internal")))
        .findFirst();
  }
}
