package org.greensward.layer;

import java.util.Arrays;
import java.util.List;

/** The unit in which land of an asset type is measured. */
public enum QuantityUnit {
  /** Square metres, of areas. */
  SQUARE_METRES("m2", 2),
  /** Metres, of lines. */
  METRES("m", 1),
  /** Things that are counted, of any shape. */
  ITEMS("item", -1);

  private final String code;
  private final int dimension;

  QuantityUnit(String code, int dimension) {
    this.code = code;
    this.dimension = dimension;
  }

  /** As the database, files and JSON have it. */
  public String code() {
    return code;
  }

  /** Whether a code is of this unit; null is of none. */
  public boolean is(String other) {
    return code.equals(other);
  }

  /** Whether a shape of a dimension (2 area, 1 line, 0 point) can be measured in this unit. */
  public boolean fits(int dimensionOfShape) {
    return dimension < 0 || dimension == dimensionOfShape;
  }

  /**
   * The unit of a code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static QuantityUnit of(String code) {
    return Arrays.stream(values())
        .filter(unit -> unit.is(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no unit " + code));
  }

  /** The codes of all. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(QuantityUnit::code).toList();
  }
}
