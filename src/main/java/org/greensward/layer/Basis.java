package org.greensward.layer;

import java.util.Arrays;
import java.util.List;

/** What a record rests on. */
public enum Basis {
  /** A document, named as its source. */
  DOCUMENTED("documented"),
  /** Made up to show how the service works. */
  ILLUSTRATIVE("illustrative"),
  /** A shape that shows about where something is. */
  SCHEMATIC("schematic");

  private final String code;

  Basis(String code) {
    this.code = code;
  }

  /** As the database and files have it. */
  public String code() {
    return code;
  }

  /** Whether a code is of this basis; null is of none. */
  public boolean is(String other) {
    return code.equals(other);
  }

  /** The codes of claims and other facts. */
  public static List<String> ofFacts() {
    return codes(DOCUMENTED, ILLUSTRATIVE);
  }

  /** The codes of boundaries. */
  public static List<String> ofBoundaries() {
    return codes(DOCUMENTED, SCHEMATIC);
  }

  private static List<String> codes(Basis... some) {
    return Arrays.stream(some).map(Basis::code).toList();
  }
}
