package org.greensward.demonstration;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Invents street names; none is taken from a map, and none is given twice. */
final class StreetNames {

  private static final String[] FIRST =
      ("Alder Amber Apple Ash Aspen Badger Barley Beacon Birch Bramble Briar Brook Burdock Chalk"
              + " Cherry Clover Copper Cowslip Curlew Damson Drover Elder Fallow Fennel Fern Finch"
              + " Flax Furrow Glebe Gorse Harrier Hawthorn Hazel Heron Holly Hornbeam Juniper"
              + " Kestrel Kiln Lark Linden Linnet Mallow Maple Martin Meadow Medlar Merlin Mill"
              + " Nettle Nightjar Oak Orchard Otter Pear Plover Poplar Quarry Quince Reed Rowan"
              + " Rush Saffron Sedge Skylark Sorrel Spindle Swift Tansy Teal Thistle Thorn Vetch"
              + " Warren Weaver Willow Wren Yarrow Yew")
          .split(" ");
  private static final String[] MIDDLE = {"", "", "field", "brook", "dale", "bury", "mead", "wood"};

  private final Random random;
  private final Set<String> given = new HashSet<>();

  StreetNames(Random random) {
    this.random = random;
  }

  /** A new name that ends in one of these words. */
  String next(String... endings) {
    for (int i = 0; i < 500; i++) {
      String name = stem() + " " + endings[random.nextInt(endings.length)];
      if (given.add(name)) {
        return name;
      }
    }
    throw new IllegalStateException("No names left for " + String.join(", ", endings));
  }

  String residential() {
    return next(
        "Close",
        "Road",
        "Drive",
        "Court",
        "Place",
        "Gardens",
        "Crescent",
        "Grove",
        "Rise",
        "Croft",
        "Avenue",
        "Mews",
        "Hill",
        "Leys");
  }

  private String stem() {
    return FIRST[random.nextInt(FIRST.length)] + MIDDLE[random.nextInt(MIDDLE.length)];
  }
}
