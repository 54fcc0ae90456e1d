package org.greensward.layer.feature;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.error.UserException;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.FieldType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Properties that were sent, as values of their type: what {@link FeatureRow} has, or null. */
public final class RequestProperties {
  private static final int LONGEST = 4000;

  /** Numbers that differ by this part of them, or by this, are the same. */
  private static final double ROUNDED = 1e-6;

  private RequestProperties() {}

  /**
   * Reads properties, in their order. A text that is empty is none.
   *
   * @param besides names of texts that may be sent and that the collection does not serve
   * @throws UserException when one is not known, or has a value of another type
   */
  public static Map<String, Object> read(
      ObjectNode properties, OgcCollection collection, Collection<String> besides) {
    Map<String, ExportField> known = new LinkedHashMap<>();
    collection.fields().forEach(field -> known.put(field.name(), field));
    besides.forEach(name -> known.put(name, ExportField.text(name)));
    List<String> unknown =
        properties.propertyNames().stream().filter(name -> !known.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      throw new UserException(
          "There is no property %s in %s; its properties are %s."
              .formatted(
                  unknown.stream()
                      .limit(5)
                      .map(name -> name.length() > 40 ? name.substring(0, 40) + "..." : name)
                      .collect(Collectors.joining(", ")),
                  collection.id(),
                  String.join(", ", known.keySet())));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    properties
        .properties()
        .forEach(it -> values.put(it.getKey(), value(known.get(it.getKey()), it.getValue())));
    return values;
  }

  /** Whether what was sent is what is served, but for rounding. */
  static boolean isSame(Object sent, Object served) {
    return sent instanceof Number one && served instanceof Number other
        ? Math.abs(one.doubleValue() - other.doubleValue())
            <= ROUNDED * Math.max(1, Math.abs(other.doubleValue()))
        : Objects.equals(sent, served);
  }

  private static Object value(ExportField field, JsonNode sent) {
    if (sent.isNull() || sent.isString() && sent.stringValue().isBlank()) {
      return null;
    }
    Object value =
        switch (field.type()) {
          case TEXT -> sent.isString() ? sent.stringValue().strip() : null;
          case NUMBER -> sent.isNumber() ? number(sent) : null;
          case WHOLE ->
              sent.isIntegralNumber() && sent.canConvertToLong() ? (Object) sent.longValue() : null;
          case DATE -> sent.isString() ? date(sent.stringValue()) : null;
        };
    if (value == null) {
      throw new UserException(field.name() + " has to be " + words(field.type()) + ", or null.");
    }
    if (value instanceof String text) {
      requirePlain(field.name(), text);
    }
    return value;
  }

  private static void requirePlain(String name, String text) {
    if (text.length() > LONGEST) {
      throw new UserException(
          "%s has %d letters; there is room for %d.".formatted(name, text.length(), LONGEST));
    }
    boolean strange =
        text.chars()
            .anyMatch(
                c ->
                    Character.isISOControl(c) && c != '\n' && c != '\t'
                        || Character.isSurrogate((char) c) && !isPaired(text));
    if (strange) {
      throw new UserException(name + " holds a character that cannot be shown.");
    }
  }

  private static boolean isPaired(String text) {
    return text.codePoints().noneMatch(it -> it >= 0xD800 && it <= 0xDFFF);
  }

  private static Double number(JsonNode sent) {
    double number = Double.parseDouble(sent.asString());
    return Double.isFinite(number) ? number : null;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String words(FieldType type) {
    return switch (type) {
      case TEXT -> "a text";
      case NUMBER -> "a number";
      case WHOLE -> "a whole number";
      case DATE -> "a date such as 2018-10-01";
    };
  }

  /** Names that are asked for, for a sentence. */
  static String list(Stream<String> names) {
    return names.sorted().collect(Collectors.joining(", "));
  }
}
