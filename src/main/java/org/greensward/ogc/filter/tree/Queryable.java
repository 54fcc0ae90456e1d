package org.greensward.ogc.filter.tree;

/**
 * A property that may be filtered by.
 *
 * @param name as people write it, letter case included
 * @param sql what stands for it in the condition, for instance {@code x."asset_type"}: written by
 *     us, never by who asks; without named parameters and, if it is text, without a collation of
 *     its own
 */
public record Queryable(String name, Type type, String sql) {
  /** What a property holds. A geometry is in EPSG:27700, a time is a {@code timestamptz}. */
  public enum Type {
    TEXT("text"),
    WHOLE("a whole number"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    DATE("a date"),
    TIMESTAMP("a time"),
    GEOMETRY("a geometry");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    /** The type in words, as in "is a whole number". */
    public String words() {
      return words;
    }

    boolean comparableWith(Type other) {
      return this == other || isNumber() && other.isNumber() || isMoment() && other.isMoment();
    }

    boolean isNumber() {
      return this == WHOLE || this == NUMBER;
    }

    boolean isMoment() {
      return this == DATE || this == TIMESTAMP;
    }
  }
}
