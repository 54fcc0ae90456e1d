package org.greensward.search;

import java.util.List;
import java.util.Optional;

/**
 * What was typed, and all that it may mean.
 *
 * @param text as typed, without blanks around it, cut to {@value #LONGEST} characters
 * @param spot the point that it names, as a coordinate or grid reference
 * @param postcode the whole postcode that it is
 * @param postcodePart what it may be the beginning of
 * @param reference what may be a parcel's reference or the beginning of one
 * @param words the words of a name; empty when it cannot be one
 */
record SearchQuery(
    String text,
    Optional<SearchPoint> spot,
    Optional<String> postcode,
    Optional<String> postcodePart,
    Optional<String> reference,
    List<String> words) {

  static final int LONGEST = 120;
  private static final int MOST_WORDS = 8;

  static SearchQuery parse(String typed) {
    String text = typed == null ? "" : typed.replaceAll("\\p{Cntrl}|\\s+", " ").strip();
    text = text.length() > LONGEST ? text.substring(0, LONGEST).strip() : text;
    Optional<String> postcode = PostcodeText.parse(text);
    Optional<SearchPoint> spot = parseSpot(text);
    boolean digits = text.chars().anyMatch(c -> c >= '0' && c <= '9');
    boolean oneWord = text.indexOf(' ') < 0;
    return new SearchQuery(
        text,
        spot,
        postcode,
        PostcodeText.parsePart(text),
        digits && oneWord && text.length() > 1 ? Optional.of(text) : Optional.empty(),
        NameNormalizer.of(text).stream().limit(MOST_WORDS).toList());
  }

  private static Optional<SearchPoint> parseSpot(String text) {
    Optional<SearchPoint> square = GridReference.parse(text);
    return square.isPresent() ? square : CoordinateParser.parse(text);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /**
   * Whether the point is all that the text can mean. Two letters and two digits, such as SP10, are
   * the beginning of a postcode as well.
   */
  boolean isSpotOnly() {
    return spot.isPresent() && postcodePart.isEmpty();
  }
}
