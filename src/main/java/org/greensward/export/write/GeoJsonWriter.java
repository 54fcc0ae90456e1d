package org.greensward.export.write;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * GeoJSON (RFC 7946), one table, with what the file says of itself as members before the features.
 * In British National Grid, which that standard leaves to those who agree on it, the file has the
 * {@code crs} member of the GeoJSON of 2008, which GIS programs read.
 */
final class GeoJsonWriter implements TableWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  private final FileMetadata about;
  private final JsonGenerator json;
  private ExportTable table;

  GeoJsonWriter(FileMetadata about, OutputTarget target) throws IOException {
    this.about = about;
    OutputStream out = target.open(-1);
    this.json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
  }

  @Override
  public void begin(ExportTable begun) {
    if (table != null) {
      throw new IllegalStateException("a GeoJSON file holds one table");
    }
    table = begun;
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeStringProperty("name", table.name());
    if (about.crs() != ExportCrs.WGS84) {
      json.writeName("crs");
      json.writeRawValue(
          "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::%d\"}}"
              .formatted(about.crs().code()));
    }
    json.writeStringProperty("title", about.title());
    json.writeStringProperty("of", about.scope());
    json.writeStringProperty("at", about.at().toString());
    json.writeStringProperty("licence", about.licence());
    json.writeStringProperty("attribution", about.credit());
    if (about.confidential()) {
      json.writeStringProperty("confidential", FileMetadata.CONFIDENTIAL);
    }
    if (about.demonstration() != null) {
      json.writeStringProperty("demonstration", about.demonstration());
    }
    json.writeArrayPropertyStart("features");
  }

  @Override
  public void row(Object[] values, String geometry) {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    if (table.keyIndex() >= 0) {
      json.writeStringProperty("id", ValueFormat.text(values[table.keyIndex()]));
    }
    json.writeName("geometry");
    json.writeRawValue(geometry == null ? "null" : geometry);
    json.writeObjectPropertyStart("properties");
    for (int i = 0; i < values.length; i++) {
      property(table.fields().get(i).name(), values[i]);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void property(String name, Object value) {
    json.writeName(name);
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Number) {
      json.writeNumber(ValueFormat.text(value));
    } else {
      json.writeString(ValueFormat.text(value));
    }
  }

  @Override
  public void end() {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  @Override
  public void finish() {
    json.flush();
  }

  @Override
  public void close() {}
}
