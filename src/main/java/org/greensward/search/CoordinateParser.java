package org.greensward.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Coordinates as people write them: degrees in either order, with or without letters for the points
 * of the compass, minutes and seconds; or eastings and northings in metres.
 */
final class CoordinateParser {
  private static final String NUMBER = "[+-]?[0-9]{1,3}(?:\\.[0-9]+)?";
  private static final Pattern METRES =
      Pattern.compile(
          "(?:E\\s*)?([0-9]{4,6}(?:\\.[0-9]+)?)(?:\\s*,\\s*|\\s+)(?:N\\s*)?([0-9]{4,7}(?:\\.[0-9]+)?)",
          Pattern.CASE_INSENSITIVE);
  private static final String ANGLE =
      "(?<degrees>"
          + NUMBER
          + ")\\s*[°º]?\\s*(?:(?<minutes>[0-9]{1,2}(?:\\.[0-9]+)?)\\s*['′’]\\s*)?"
          + "(?:(?<seconds>[0-9]{1,2}(?:\\.[0-9]+)?)\\s*(?:[\"″”]|'')\\s*)?";
  private static final Pattern LETTER_FIRST =
      Pattern.compile("(?<letter>[NSEW])\\s*" + ANGLE, Pattern.CASE_INSENSITIVE);
  private static final Pattern LETTER_LAST =
      Pattern.compile(ANGLE + "(?<letter>[NSEW])?", Pattern.CASE_INSENSITIVE);
  private static final double MINUTES = 60;
  private static final double SECONDS = 3600;

  private CoordinateParser() {}

  /** The point that a text names; empty when it is not written as one. */
  static Optional<SearchPoint> parse(String text) {
    String trimmed = text.strip().replace('−', '-').replace('–', '-');
    Matcher metres = METRES.matcher(trimmed);
    if (metres.matches()) {
      double x = Double.parseDouble(metres.group(1));
      double y = Double.parseDouble(metres.group(2));
      return Optional.of(
          new SearchPoint(
              x, y, SearchPoint.GRID, 0, String.format(Locale.ROOT, "%.0f %.0f", x, y)));
    }
    List<Angle> angles = angles(trimmed);
    return angles.size() == 2 ? pair(angles.get(0), angles.get(1)) : Optional.empty();
  }

  /** The angles that a text consists of; none when there is anything else in it. */
  private static List<Angle> angles(String text) {
    List<Angle> angles = new ArrayList<>();
    boolean lettersFirst = !text.isEmpty() && Character.isLetter(text.charAt(0));
    Matcher matcher = (lettersFirst ? LETTER_FIRST : LETTER_LAST).matcher(text);
    int end = 0;
    while (matcher.find()) {
      int start = matcher.start();
      boolean cut = start > 0 && isDigit(text.charAt(start)) && isDigit(text.charAt(start - 1));
      if (cut || !text.substring(end, start).matches("\\s*[,;/]?\\s*")) {
        return List.of();
      }
      angles.add(Angle.of(matcher));
      end = matcher.end();
    }
    return text.substring(end).isBlank() ? angles : List.of();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** By their letters; else the one that can be a latitude of Britain is; else latitude first. */
  private static Optional<SearchPoint> pair(Angle first, Angle second) {
    boolean lettered = first.axis() != ' ' || second.axis() != ' ';
    if (lettered && (first.axis() == second.axis() || !first.fits(second))) {
      return Optional.empty();
    }
    boolean plainNumbers = !first.isDecimal() && !second.isDecimal() && !lettered;
    if (plainNumbers) {
      return Optional.empty(); // house numbers, road numbers
    }
    boolean latitudeFirst =
        lettered
            ? first.axis() == 'y' || second.axis() == 'x'
            : isLatitudeHere(first.degrees()) || !isLatitudeHere(second.degrees());
    double lat = latitudeFirst ? first.degrees() : second.degrees();
    double lon = latitudeFirst ? second.degrees() : first.degrees();
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      return Optional.empty();
    }
    return Optional.of(
        new SearchPoint(
            lon, lat, SearchPoint.DEGREES, 0, String.format(Locale.ROOT, "%.5f, %.5f", lat, lon)));
  }

  private static boolean isLatitudeHere(double degrees) {
    return degrees > 49 && degrees < 61.5;
  }

  /**
   * @param axis {@code x} or {@code y} where a letter says so, else blank
   */
  private record Angle(double degrees, char axis, boolean isDecimal) {

    static Angle of(Matcher m) {
      String letter = m.group("letter") == null ? "" : m.group("letter").toUpperCase(Locale.ROOT);
      double degrees = Double.parseDouble(m.group("degrees"));
      double size =
          Math.abs(degrees)
              + (m.group("minutes") == null ? 0 : Double.parseDouble(m.group("minutes")) / MINUTES)
              + (m.group("seconds") == null ? 0 : Double.parseDouble(m.group("seconds")) / SECONDS);
      boolean negative = m.group("degrees").startsWith("-") || letter.matches("[SW]");
      char axis = letter.isEmpty() ? ' ' : letter.matches("[NS]") ? 'y' : 'x';
      boolean exact = m.group("degrees").contains(".") || m.group("minutes") != null;
      return new Angle(negative ? -size : size, axis, exact);
    }

    boolean fits(Angle other) {
      return axis == ' ' || other.axis == ' ' || axis != other.axis;
    }
  }
}
