package org.greensward.context;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a layer of a background file is about, and from which zoom its features show: by the names
 * that the layers have in our own files, in OS Open Zoomstack and in OS OpenMap Local.
 */
final class ContextThemes {
  static final List<String> THEMES =
      List.of("street", "water", "rail", "building", "woodland", "place");

  /** Layer names in lower case, without underscores; Zoomstack's first, then OpenMap Local's. */
  private static final Map<String, String> BY_LAYER =
      Map.ofEntries(
          Map.entry("streets", "street"),
          Map.entry("roads", "street"),
          Map.entry("road", "street"),
          Map.entry("roadslocal", "street"),
          Map.entry("roadsregional", "street"),
          Map.entry("roadsnational", "street"),
          Map.entry("roadtunnel", "street"),
          Map.entry("railway", "rail"),
          Map.entry("railwaytrack", "rail"),
          Map.entry("railwaytunnel", "rail"),
          Map.entry("waterareas", "water"),
          Map.entry("waterlines", "water"),
          Map.entry("surfacewater", "water"),
          Map.entry("surfacewaterarea", "water"),
          Map.entry("surfacewaterline", "water"),
          Map.entry("tidalwater", "water"),
          Map.entry("buildings", "building"),
          Map.entry("localbuildings", "building"),
          Map.entry("districtbuildings", "building"),
          Map.entry("importantbuilding", "building"),
          Map.entry("woodlands", "woodland"),
          Map.entry("places", "place"),
          Map.entry("names", "place"),
          Map.entry("namedplace", "place"));

  /** Words that a class contains, each with the zoom from which it shows; the first that fits. */
  private static final List<Map.Entry<String, Integer>> STREETS =
      List.of(
          Map.entry("motorway", 9),
          Map.entry("primary", 9),
          Map.entry("trunk", 9),
          Map.entry("grid", 9),
          Map.entry("a road", 9),
          Map.entry("secondary", 11),
          Map.entry("b road", 11),
          Map.entry("distributor", 11),
          Map.entry("tertiary", 12),
          Map.entry("minor", 12),
          Map.entry("path", 15),
          Map.entry("track", 15));

  private static final List<Map.Entry<String, Integer>> PLACES =
      List.of(
          Map.entry("capital", 6),
          Map.entry("city", 7),
          Map.entry("town", 8),
          Map.entry("suburb", 11),
          Map.entry("village", 11),
          Map.entry("hamlet", 12));

  private ContextThemes() {}

  /** The theme of a feature: as its column says, else as its layer is called. */
  static Optional<String> find(String layer, String column) {
    String name = plain(column == null ? layer : column);
    return THEMES.contains(name) ? Optional.of(name) : Optional.ofNullable(BY_LAYER.get(name));
  }

  /** The lowest zoom at which a feature is drawn. */
  static int minZoom(String theme, String kind, boolean area) {
    String word = kind == null ? "" : kind.toLowerCase(Locale.ROOT);
    return switch (theme) {
      case "street" -> first(STREETS, word, 13);
      case "place" -> first(PLACES, word, 13);
      case "water" -> area ? 9 : 11;
      case "rail" -> 9;
      case "woodland" -> 10;
      default -> 15;
    };
  }

  private static int first(List<Map.Entry<String, Integer>> zooms, String word, int otherwise) {
    return zooms.stream()
        .filter(zoom -> word.contains(zoom.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(otherwise);
  }

  private static String plain(String name) {
    return name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
