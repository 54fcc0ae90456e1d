package org.greensward.exchange.write;

/**
 * A column of a file.
 *
 * @param name in every format but one
 * @param shortName in a Shapefile, whose names have ten letters
 */
public record Field(String name, String shortName, FieldType type) {
  private static final int LONGEST_SHORT_NAME = 10;

  public Field {
    if (shortName.length() > LONGEST_SHORT_NAME) {
      throw new IllegalArgumentException(shortName + " has more than ten letters");
    }
  }

  public static Field text(String name) {
    return text(name, name);
  }

  public static Field text(String name, String shortName) {
    return new Field(name, shortName, FieldType.TEXT);
  }

  public static Field whole(String name) {
    return new Field(name, name, FieldType.WHOLE);
  }

  public static Field number(String name) {
    return new Field(name, name, FieldType.NUMBER);
  }

  public static Field date(String name) {
    return date(name, name);
  }

  public static Field date(String name, String shortName) {
    return new Field(name, shortName, FieldType.DATE);
  }
}
