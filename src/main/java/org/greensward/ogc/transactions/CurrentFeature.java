package org.greensward.ogc.transactions;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.greensward.export.PlannedExport;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.ogc.features.FeatureReader;
import org.greensward.ogc.features.ItemsQuery;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A feature as it is served now, for changes that go out from it. */
@Component
public class CurrentFeature {
  private final FeatureReader items;

  CurrentFeature(FeatureReader items) {
    this.items = items;
  }

  /**
   * The feature at a date.
   *
   * @throws org.greensward.error.NotFoundException when there is none
   * @throws org.greensward.error.ForbiddenException when its licence keeps it from whoever asks
   */
  FeatureRow get(OgcCollection collection, String id, LocalDate at, OgcCrs crs) {
    PlannedExport licensed = items.licensed(collection, at);
    licensed.requireOpen();
    return items.get(
        new ItemsQuery(collection, at, null, null, List.of(), crs).of(licensed.scope()), id);
  }

  /** The tags of its representations: first of the one that was read, then of the others. */
  Stream<Supplier<String>> tags(
      OgcCollection collection, FeatureRow row, LocalDate at, OgcCrs crs) {
    return Stream.concat(
        Stream.of(row::tag),
        Stream.of(OgcCrs.values())
            .filter(other -> other != crs)
            .map(other -> () -> get(collection, row.id(), at, other).tag()));
  }

  /** As GeoJSON, without what only says where it comes from. */
  public static ObjectNode json(FeatureRow row, OgcCollection collection) {
    ObjectNode feature = JsonMapper.shared().createObjectNode();
    feature.put("type", "Feature");
    feature.put("id", row.id());
    feature.set(
        "geometry", JsonMapper.shared().readTree(row.geometry() == null ? "null" : row.geometry()));
    ObjectNode properties = feature.putObject("properties");
    List<ExportField> fields = collection.fields();
    for (int i = 0; i < fields.size(); i++) {
      Object value = row.values()[i];
      if (value instanceof Double number) {
        properties.put(fields.get(i).name(), number);
      } else if (value instanceof Long number) {
        properties.put(fields.get(i).name(), number);
      } else {
        properties.put(fields.get(i).name(), value == null ? null : value.toString());
      }
    }
    return feature;
  }

  static Object value(FeatureRow row, OgcCollection collection, String name) {
    List<ExportField> fields = collection.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return row.values()[i];
      }
    }
    throw new IllegalArgumentException(name);
  }
}
