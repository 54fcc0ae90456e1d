package org.greensward.layer.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.greensward.export.ExportService;
import org.greensward.export.write.ValueFormat;
import org.greensward.layer.export.ExportField;
import org.greensward.ogc.common.OgcUrls;
import org.greensward.ogc.features.ItemsQuery;

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
  public static FeatureRow of(ResultSet row, List<ExportField> fields) throws SQLException {
    int keys = fields.size();
    return new FeatureRow(
        row.getString(keys + 1), ExportService.values(row, fields), row.getString(keys + 2));
  }

  /** The values for people: nothing for null, numbers to the hundredth. */
  public List<String> texts() {
    return Arrays.stream(values)
        .map(
            v ->
                v == null
                    ? ""
                    : v instanceof Double number
                        ? ValueFormat.number(Math.round(number * 100) / 100.0)
                        : v.toString())
        .toList();
  }

  /** Where it stands by itself. */
  public String address(OgcCollection collection) {
    return OgcUrls.of(collection, id);
  }

  /** What changes whenever the feature does: for its ETag, without quotes. */
  public String tag() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Arrays.deepToString(values).getBytes(StandardCharsets.UTF_8));
      digest.update(String.valueOf(geometry).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
