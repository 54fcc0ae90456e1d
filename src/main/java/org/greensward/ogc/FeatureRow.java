package org.greensward.ogc;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.greensward.exchange.write.Field;

/**
 * A feature as it was read.
 *
 * @param values of the fields, in order: text, {@code Long}, {@code Double}, {@code LocalDate} or
 *     null
 * @param geometry as GeoJSON; null for none
 */
public record FeatureRow(String id, Object[] values, String geometry) {
  private static final int TAG_BYTES = 12;

  /** The row of a statement of {@link ItemsQuery}. */
  static FeatureRow of(ResultSet row, List<Field> fields) throws SQLException {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (fields.get(i).type()) {
            case TEXT -> row.getString(i + 1);
            case WHOLE -> row.getObject(i + 1, Long.class);
            case NUMBER -> row.getObject(i + 1, Double.class);
            case DATE -> date(row, i + 1);
          };
    }
    return new FeatureRow(
        row.getString(values.length + 1), values, row.getString(values.length + 2));
  }

  /** A date that never comes is none. */
  private static LocalDate date(ResultSet row, int column) throws SQLException {
    LocalDate date = row.getObject(column, LocalDate.class);
    return LocalDate.MAX.equals(date) || LocalDate.MIN.equals(date) ? null : date;
  }

  /** The values for people: nothing for null, numbers to the hundredth. */
  public List<String> texts() {
    return Arrays.stream(values)
        .map(
            v ->
                v == null
                    ? ""
                    : v instanceof Double number
                        ? number(Math.round(number * 100) / 100.0)
                        : v.toString())
        .toList();
  }

  /** Where it stands by itself. */
  public String address(OgcCollection collection) {
    return Places.of(collection, id);
  }

  /** What changes whenever the feature does: for its ETag, without quotes. */
  String tag() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Arrays.deepToString(values).getBytes(StandardCharsets.UTF_8));
      digest.update(String.valueOf(geometry).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without exponent and without a fraction that is zero. */
  static String number(double number) {
    BigDecimal exact = BigDecimal.valueOf(number);
    return (exact.scale() > 0 ? exact.stripTrailingZeros() : exact).toPlainString();
  }
}
