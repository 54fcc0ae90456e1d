package org.greensward.bench.data;

/** Generates names as long and as varied as real ones, so that tiles compress as real ones do. */
final class SyntheticNames {
  private static final String[] FIRST = {
    "Upper", "Lower", "Great", "Little", "North", "South", "Old", "New", "Church", "Long"
  };
  private static final String[] STEM = {
    "Thorn", "Ash", "Wolver", "Brad", "Lough", "Shen", "Stan", "Wal", "Haver", "Cal", "Ember",
    "Newton", "Olne", "Raven", "Sher", "Tyr"
  };
  private static final String[] END = {"ton", "ley", "ham", "by", "stone", "field", "wick"};
  private static final String[] ROAD = {"Road", "Lane", "Close", "Way", "Drive", "Court"};

  private SyntheticNames() {}

  /** The name of a parish by its number, each one different. */
  static String parish(int number) {
    return pick(FIRST, number) + " " + village(number / FIRST.length);
  }

  /** The name of a parcel, as surveyors give them. */
  static String place(String assetType, int number) {
    int street = number / 7;
    return "%s, %s %s"
        .formatted(
            assetType.replace("amenity grass", "verge"), village(street), pick(ROAD, street));
  }

  private static String village(int number) {
    int turn = number / (STEM.length * END.length);
    return pick(STEM, number) + pick(END, number / STEM.length) + (turn == 0 ? "" : " " + turn);
  }

  private static String pick(String[] from, int number) {
    return from[number % from.length];
  }
}
