package org.greensward.ogc.features;

import java.util.Arrays;
import java.util.List;
import org.greensward.export.write.ValueFormat;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.ogc.common.OgcUrls;

/** A feature as the pages of the API show it. */
public record FeatureView(FeatureRow row) {
  /** In its collection. */
  public String id() {
    return row.id();
  }

  /** As GeoJSON; null for none. */
  public String geometry() {
    return row.geometry();
  }

  /** The values for people: nothing for null, numbers to the hundredth. */
  public List<String> texts() {
    return Arrays.stream(row.values())
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
    return OgcUrls.of(collection, row.id());
  }
}
