package org.greensward.layer.tile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Properties of a feature, or the part of them that it shares with others, ready to be written into
 * any tile. Quantities (doubles) are rounded to hundredths; nulls are left out.
 */
public final class EncodedProperties {
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
  private static final int HUNDREDTHS = 2;

  private final byte[] json;
  private final Object[] keysAndValues;

  private EncodedProperties(byte[] json, Object[] keysAndValues) {
    this.json = json;
    this.keysAndValues = keysAndValues;
  }

  /**
   * @param properties in the order in which they are written; text, whole numbers, doubles,
   *     booleans
   */
  public static EncodedProperties of(Map<String, ?> properties) {
    ByteArrayBuilder json = new ByteArrayBuilder(256);
    List<Object> kept = new ArrayList<>();
    properties.forEach(
        (key, value) -> {
          if (value != null) {
            if (!kept.isEmpty()) {
              json.put(',');
            }
            json.put(text(key));
            json.put(':');
            value(json, value);
            kept.add(key);
            kept.add(known(value));
          }
        });
    return new EncodedProperties(json.toArray(), kept.toArray());
  }

  /** A text as JSON, quoted. */
  public static byte[] text(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 8).append('"');
    ENCODER.quoteAsString(text, quoted);
    return quoted.append('"').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void value(ByteArrayBuilder json, Object value) {
    if (value instanceof Double number) {
      json.decimal(Math.round(number * 100), HUNDREDTHS);
    } else if (value instanceof Number number) {
      json.decimal(number.longValue(), 0);
    } else if (value instanceof Boolean) {
      json.put(value.toString().getBytes(StandardCharsets.US_ASCII));
    } else {
      json.put(text(value.toString()));
    }
  }

  /** A value as vector tiles know it: text, boolean, long, or a double in hundredths. */
  private static Object known(Object value) {
    if (value instanceof Double number) {
      return Math.round(number * 100) / 100.0;
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    return value instanceof Boolean ? value : value.toString();
  }

  /** The properties as JSON, without braces. */
  public byte[] json() {
    return json;
  }

  /** Key, value, key, value, and so on. */
  public Object[] keysAndValues() {
    return keysAndValues;
  }

  /** Roughly how many bytes it takes in memory. */
  public int weight() {
    int weight = 64 + json.length + 4 * keysAndValues.length;
    for (int i = 1; i < keysAndValues.length; i += 2) {
      weight += keysAndValues[i] instanceof String text ? 56 + text.length() : 16;
    }
    return weight;
  }
}
