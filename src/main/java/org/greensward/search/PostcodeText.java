package org.greensward.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Postcodes as people write them and as the store keeps them: capitals without blanks. */
public final class PostcodeText {
  private static final String OUTWARD = "[A-Z]{1,2}[0-9][A-Z0-9]?";
  private static final Pattern WHOLE = Pattern.compile(OUTWARD + "[0-9][A-Z]{2}");
  private static final Pattern PART = Pattern.compile(OUTWARD + "|" + OUTWARD + "[0-9][A-Z]?");
  private static final int INWARD = 3;
  private static final int LEAST = 5;

  private PostcodeText() {}

  /** A whole postcode; empty when the text is none. The letters O and I pass for 0 and 1. */
  public static Optional<String> parse(String text) {
    String code = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "");
    if (code.length() < LEAST || WHOLE.matcher(code).matches()) {
      return Optional.of(code).filter(c -> WHOLE.matcher(c).matches());
    }
    int digit = code.length() - INWARD;
    String mended =
        code.substring(0, digit)
            + switch (code.charAt(digit)) {
              case 'O' -> '0';
              case 'I', 'L' -> '1';
              default -> code.charAt(digit);
            }
            + code.substring(digit + 1);
    return Optional.of(mended).filter(c -> WHOLE.matcher(c).matches());
  }

  /** What a postcode may begin with: its first half, or that and a part of the second. */
  static Optional<String> parsePart(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
    return Optional.of(code).filter(c -> PART.matcher(c).matches());
  }

  /** With the blank before its last three characters: {@code MK46 4AA}. */
  public static String display(String code) {
    int inward = code.length() - INWARD;
    return code.substring(0, inward) + " " + code.substring(inward);
  }
}
