package org.greensward.demonstration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.greensward.demonstration.Facts.ParishFact;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Writes what can be searched for: the names of settlements, which are real, the streets of the
 * schematic background, and postcodes along them. The postcodes look real and are made up, in the
 * districts that the places are in; none says where a real one is.
 */
final class PlaceTables {
  private static final int MOST_IN_A_PARISH = 9;
  private static final String WITHIN = "Milton Keynes";
  private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

  /** The district and sector that the postcodes of each parish begin with. */
  private static final Map<String, String> SECTORS = sectors();

  private final ParishMap map;
  private final TownLayout layout;

  PlaceTables(ParishMap map, TownLayout layout) {
    this.map = map;
    this.layout = layout;
  }

  void write(Path folder, long seed) {
    writePlaces(folder.resolve("places.csv"));
    writePostcodes(folder.resolve("postcodes.csv"), new Random(seed));
  }

  private void writePlaces(Path file) {
    List<List<String>> rows = new ArrayList<>();
    for (ParishFact place : layout.places()) {
      rows.add(
          row(place.name(), ContextFile.kind(place), place.settlement(), WITHIN, "documented"));
    }
    Map<String, Street> named = new LinkedHashMap<>(); // a long road is drawn in several parts
    layout
        .streets()
        .forEach(
            street ->
                named.merge(
                    street.name(),
                    street,
                    (a, b) -> a.line().getLength() >= b.line().getLength() ? a : b));
    named.values().stream()
        .sorted(Comparator.comparing(Street::name))
        .forEach(
            street ->
                rows.add(
                    row(
                        street.name(),
                        street.is("motorway") ? "road" : "street",
                        middle(street),
                        settlement(street),
                        "illustrative")));
    DemonstrationCsv.write(
        file, List.of("name", "kind", "easting", "northing", "within", "basis"), rows);
  }

  private void writePostcodes(Path file, Random random) {
    Map<String, List<Street>> byParish = new HashMap<>();
    for (Street street : layout.homes()) {
      map.findAt(street.line())
          .ifPresent(
              parish ->
                  byParish
                      .computeIfAbsent(parish.fact().name(), name -> new ArrayList<>())
                      .add(street));
    }
    List<List<String>> rows = new ArrayList<>();
    for (ParishMap.Parish parish : map.parishes()) {
      List<Street> streets = byParish.getOrDefault(parish.fact().name(), List.of());
      int count = Math.min(MOST_IN_A_PARISH, streets.size());
      int letter = 0;
      for (int i = 0; i < count; i++) {
        Coordinate at = middle(streets.get(i * streets.size() / count));
        rows.add(
            List.of(
                SECTORS.get(parish.fact().name()) + letters(letter),
                metres(at.x),
                metres(at.y),
                "illustrative"));
        letter += 1 + random.nextInt(6);
      }
    }
    rows.sort(Comparator.comparing(row -> row.get(0)));
    DemonstrationCsv.write(file, List.of("postcode", "easting", "northing", "basis"), rows);
  }

  private static String letters(int number) {
    return ""
        + LETTERS.charAt(number / LETTERS.length())
        + LETTERS.charAt(number % LETTERS.length());
  }

  private String settlement(Street street) {
    return map.findAt(street.line())
        .map(parish -> parish.fact().name() + ", " + WITHIN)
        .orElse(WITHIN);
  }

  private static Coordinate middle(Street street) {
    return new LengthIndexedLine(street.line()).extractPoint(street.line().getLength() / 2);
  }

  private static List<String> row(
      String name, String kind, Coordinate at, String within, String basis) {
    return List.of(name, kind, metres(at.x), metres(at.y), within, basis);
  }

  private static String metres(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static Map<String, String> sectors() {
    Map<String, String> sectors = new HashMap<>();
    String table =
        """
        MK1 1 Bletchley and Fenny Stratford|MK3 5 West Bletchley|MK4 2 Shenley Brook End and Tattenhoe
        MK5 6 Shenley Church End|MK5 8 Loughton and Great Holm|MK6 2 Woughton|MK6 3 Old Woughton
        MK6 4 Simpson and Ashland|MK7 6 Walton|MK7 8 Wavendon|MK8 0 Whitehouse|MK8 8 Abbey Hill
        MK9 2 Central Milton Keynes|MK10 0 Kents Hill and Monkston|MK10 7 Broughton
        MK10 9 Milton Keynes|MK11 1 Stony Stratford|MK11 4 Fairfields|MK12 5 Wolverton and Greenleys
        MK13 0 New Bradwell|MK13 8 Bradwell|MK14 6 Stantonbury|MK14 5 Great Linford
        MK15 0 Campbell Park|MK16 0 Moulsoe|MK16 1 Chicheley|MK16 8 Newport Pagnell
        MK16 9 North Crawley|MK16 2 Astwood|MK16 3 Hardmead|MK16 4 Lathbury|MK16 5 Gayhurst
        MK16 6 Stoke Goldington|MK16 7 Tyringham and Filgrave|MK17 0 Little Brickhill
        MK17 8 Woburn Sands|MK17 9 Bow Brickhill|MK19 6 Calverton|MK19 5 Haversham-cum-Little Linford
        MK19 7 Hanslope|MK19 8 Castlethorpe|MK43 0 Newton Blossomville|MK46 0 Clifton Reynes
        MK46 1 Weston Underwood|MK46 2 Ravenstone|MK46 3 Warrington|MK46 4 Olney
        MK46 5 Emberton|MK46 6 Lavendon|MK46 7 Cold Brayfield|MK46 9 Sherington
        """;
    for (String entry : table.strip().split("[|\n]")) {
      String[] parts = entry.split(" ", 3);
      sectors.put(parts[2], parts[0] + " " + parts[1]);
    }
    return sectors;
  }
}
