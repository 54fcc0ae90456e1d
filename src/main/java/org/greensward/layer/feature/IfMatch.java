package org.greensward.layer.feature;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greensward.error.UserException;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

/**
 * The header {@code If-Match}: which representation a change is made to.
 *
 * @param any {@code *}: whatever there is
 * @param tags strong ones, without quotes; weak ones never match (RFC 9110, 13.1.1)
 */
public record IfMatch(boolean any, List<String> tags) {
  private static final int LONGEST = 4000;
  private static final Pattern TAG =
      Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(,|$)");

  /** What a header says; null when it is not there. */
  public static IfMatch read(Enumeration<String> headers) {
    if (headers == null || !headers.hasMoreElements()) {
      return null;
    }
    StringBuilder all = new StringBuilder(headers.nextElement());
    headers.asIterator().forEachRemaining(more -> all.append(',').append(more));
    return parse(all.toString().strip());
  }

  private static IfMatch parse(String text) {
    if (text.equals("*")) {
      return new IfMatch(true, List.of());
    }
    List<String> tags = new ArrayList<>();
    Matcher tag = TAG.matcher(text);
    int end = 0;
    while (text.length() <= LONGEST
        && end < text.length()
        && tag.region(end, text.length()).lookingAt()) {
      if (tag.group(1) == null) {
        tags.add(tag.group(2));
      }
      end = tag.end();
    }
    if (end < text.length() || text.isEmpty()) {
      throw new UserException(
          "The header If-Match has to be an ETag in its quotes, as the feature was served with.");
    }
    return new IfMatch(false, tags);
  }

  /**
   * Holds a condition against what there is.
   *
   * @param condition null for none
   * @param current the tags of the present representations, made as far as they are needed
   * @throws ProblemException 428 without a condition, 412 when it does not hold
   */
  public static void require(IfMatch condition, String what, Stream<Supplier<String>> current) {
    if (condition == null) {
      throw new ProblemException(
          HttpStatus.PRECONDITION_REQUIRED,
          "Say in If-Match which version of "
              + what
              + " you change: the ETag that it was read with.");
    }
    if (!condition.any && current.noneMatch(tag -> condition.tags.contains(tag.get()))) {
      throw overtaken(what);
    }
  }

  /** That somebody else was quicker. */
  public static ProblemException overtaken(String what) {
    return new ProblemException(
        HttpStatus.PRECONDITION_FAILED,
        StringUtils.capitalize(what)
            + " is not as it was when you read it; read it again, then change it.");
  }
}
