package org.greensward.engagement.letter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.web.Form;

/** The places in a template, {@code {council}}, which each letter fills with what is known. */
final class Placeholders {
  static final List<String> KNOWN =
      List.of(
          "council",
          "kind",
          "clerk_title",
          "address",
          "status",
          "since",
          "area",
          "parcels",
          "forum",
          "next_step",
          "next_date",
          "point_authority",
          "point_council",
          "agreement_until",
          "today",
          "authority",
          "team",
          "team_email");

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  private Placeholders() {}

  /** Notes at a field what in it is no place: an unknown name, or a brace on its own. */
  static void check(Form form, String field) {
    String text = form.value(field);
    Set<String> unknown = new TreeSet<>();
    Matcher places = PLACE.matcher(text);
    while (places.find()) {
      if (!KNOWN.contains(places.group(1))) {
        unknown.add(places.group());
      }
    }
    if (!unknown.isEmpty()) {
      form.refuse(field, "engage.place.unknown", String.join(", ", unknown), inBraces());
    } else if (PLACE.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
      form.refuse(field, "engage.place.brace", inBraces());
    }
  }

  /** The text with its places filled. */
  static String fill(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
  }

  private static String inBraces() {
    return "{" + String.join("}, {", KNOWN) + "}";
  }
}
