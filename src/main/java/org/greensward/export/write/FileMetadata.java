package org.greensward.export.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file says of itself, whatever its format.
 *
 * @param title what it holds: {@code DemonstrationLand}
 * @param scope whose: {@code Olney Town Council}
 * @param at the date whose state it shows
 * @param licence the names of the licences of all that it is made of
 * @param attribution what its users must say
 * @param demonstration what is to be known of made-up data; null for real data
 * @param confidential whether it holds what is not public yet
 */
public record FileMetadata(
    String title,
    String scope,
    LocalDate at,
    ExportCrs crs,
    String licence,
    String attribution,
    String demonstration,
    boolean confidential) {

  static final String CONFIDENTIAL = "Holds what is not public yet; do not pass it on.";

  /** A line about the file. */
  public record Line(String name, String text) {}

  /** All there is to say, in order. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    if (confidential) {
      lines.add(new Line("Confidential", CONFIDENTIAL));
    }
    lines.add(new Line("Title", title));
    lines.add(new Line("Of", scope));
    lines.add(new Line("As at", at.toString()));
    lines.add(new Line("Coordinates", crs.title()));
    lines.add(new Line("Licence", licence));
    lines.add(new Line("Attribution", attribution));
    if (demonstration != null) {
      lines.add(new Line("Demonstration", demonstration));
    }
    return lines;
  }

  /** What must be said wherever the data is shown: the attribution, and that it is made up. */
  public String credit() {
    return demonstration == null ? attribution : attribution + " " + demonstration;
  }

  /** As a text of lines. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines().forEach(l -> text.append(l.name()).append(": ").append(l.text()).append('\n'));
    return text.toString();
  }
}
