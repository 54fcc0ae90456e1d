package org.greensward.layer.export;

/**
 * A column of a file.
 *
 * @param name in every format but one
 * @param shortName in a Shapefile, whose names have ten letters
 */
public record ExportField(String name, String shortName, FieldType type) {
  private static final int LONGEST_SHORT_NAME = 10;

  public ExportField {
    if (shortName.length() > LONGEST_SHORT_NAME) {
      throw new IllegalArgumentException(shortName + " has more than ten letters");
    }
  }

  public static ExportField text(String name) {
    return text(name, name);
  }

  public static ExportField text(String name, String shortName) {
    return new ExportField(name, shortName, FieldType.TEXT);
  }

  public static ExportField whole(String name) {
    return new ExportField(name, name, FieldType.WHOLE);
  }

  public static ExportField number(String name) {
    return new ExportField(name, name, FieldType.NUMBER);
  }

  public static ExportField date(String name) {
    return date(name, name);
  }

  public static ExportField date(String name, String shortName) {
    return new ExportField(name, shortName, FieldType.DATE);
  }
}
