package org.greensward.ogc.features;

import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.greensward.export.write.FileMetadata;
import org.greensward.export.write.ValueFormat;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.ogc.common.Link;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Features as GeoJSON, one after the other. What a collection says of itself stands after the
 * features, since only then it is known how many they were; attribution and licence stand before
 * them.
 */
public final class FeatureJson implements AutoCloseable {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  private final JsonGenerator json;
  private final List<ExportField> fields;

  public FeatureJson(OutputStream out, List<ExportField> fields) {
    this.json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    this.fields = fields;
  }

  /** Begins a collection. */
  void begin(FileMetadata about) {
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    about(about);
    json.writeArrayPropertyStart("features");
  }

  /** One feature of a collection. */
  void feature(FeatureRow row) {
    json.writeRaw('\n');
    json.writeStartObject();
    members(row);
    json.writeEndObject();
  }

  /**
   * Ends the collection.
   *
   * @param matched how many there are on all pages
   * @param returned how many were written
   */
  void end(long matched, long returned, List<Link> links) {
    json.writeEndArray();
    json.writeNumberProperty("numberMatched", matched);
    json.writeNumberProperty("numberReturned", returned);
    json.writeStringProperty("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    links(links);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** A feature that stands alone. */
  void alone(FeatureRow row, FileMetadata about, List<Link> links) {
    alone(row, about, links, List.of());
  }

  /**
   * The same with what whoever wrote it ought to know.
   *
   * @param warnings sentences
   */
  public void alone(FeatureRow row, FileMetadata about, List<Link> links, List<String> warnings) {
    json.writeStartObject();
    members(row);
    about(about);
    if (!warnings.isEmpty()) {
      json.writeArrayPropertyStart("warnings");
      warnings.forEach(json::writeString);
      json.writeEndArray();
    }
    links(links);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void members(FeatureRow row) {
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", row.id());
    json.writeName("geometry");
    json.writeRawValue(row.geometry() == null ? "null" : row.geometry());
    json.writeObjectPropertyStart("properties");
    for (int i = 0; i < fields.size(); i++) {
      value(fields.get(i).name(), row.values()[i]);
    }
    json.writeEndObject();
  }

  private void value(String name, Object value) {
    json.writeName(name);
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(ValueFormat.number(number));
    } else {
      json.writeString(value.toString());
    }
  }

  private void about(FileMetadata about) {
    json.writeStringProperty("at", about.at().toString());
    json.writeStringProperty("licence", about.licence());
    json.writeStringProperty("attribution", about.credit());
    if (about.confidential()) {
      json.writeBooleanProperty("confidential", true);
    }
  }

  private void links(List<Link> links) {
    json.writeArrayPropertyStart("links");
    for (Link link : links) {
      json.writeStartObject();
      json.writeStringProperty("href", link.href());
      json.writeStringProperty("rel", link.rel());
      json.writeStringProperty("type", link.type());
      json.writeStringProperty("title", link.title());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public void close() {
    json.close();
  }
}
