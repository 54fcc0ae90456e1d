package org.greensward.export.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.greensward.layer.export.CategorizedStyle;
import org.greensward.layer.export.ExportField;

/**
 * KML 2.2, in WGS84 as it always is. What the file says of itself is the document's description;
 * values are typed data of each placemark.
 */
final class KmlWriter implements TableWriter {
  private final FileMetadata about;
  private final Writer out;
  private ExportTable table;

  KmlWriter(FileMetadata about, OutputTarget target) throws IOException {
    this.about = about;
    this.out = new BufferedWriter(new OutputStreamWriter(target.open(-1), StandardCharsets.UTF_8));
  }

  @Override
  public void begin(ExportTable begun) throws IOException {
    if (table != null) {
      throw new IllegalStateException("a KML file holds one table here");
    }
    table = begun;
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.write("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n");
    element("name", about.title() + ", " + about.scope() + ", " + about.at());
    element("description", about.text());
    styles();
    out.write("<Schema id=\"row\" name=\"" + table.name() + "\">\n");
    for (ExportField field : table.fields()) {
      String type =
          switch (field.type()) {
            case WHOLE -> "int";
            case NUMBER -> "double";
            default -> "string";
          };
      out.write("<SimpleField name=\"" + field.name() + "\" type=\"" + type + "\"/>\n");
    }
    out.write("</Schema>\n");
  }

  private void styles() throws IOException {
    if (table.looks() == null) {
      return;
    }
    for (CategorizedStyle.Look look : table.looks().looks()) {
      out.write("<Style id=\"" + look.value().replace(' ', '-') + "\"><LineStyle>");
      element("color", colour("ff", look.outline()));
      element("width", ValueFormat.number(look.width()));
      out.write("</LineStyle><PolyStyle>");
      if (look.fill() == null) {
        element("fill", "0");
      } else {
        element("color", colour("99", look.fill()));
      }
      out.write("</PolyStyle></Style>\n");
    }
  }

  /** KML writes colours the other way round: opacity, blue, green, red. */
  private static String colour(String opacity, String rgb) {
    return opacity + rgb.substring(5, 7) + rgb.substring(3, 5) + rgb.substring(1, 3);
  }

  @Override
  public void row(Object[] values, String geometry) throws IOException {
    out.write("<Placemark>");
    int name = table.indexOf("name");
    int named = name >= 0 && values[name] != null ? name : table.keyIndex();
    if (named >= 0) {
      element("name", ValueFormat.text(values[named]));
    }
    if (table.looks() != null) {
      CategorizedStyle.Look look = table.looks().of(values[table.indexOf(table.looks().field())]);
      element("styleUrl", "#" + look.value().replace(' ', '-'));
    }
    out.write("<ExtendedData><SchemaData schemaUrl=\"#row\">");
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        out.write("<SimpleData name=\"" + table.fields().get(i).name() + "\">");
        out.write(escape(ValueFormat.text(values[i])));
        out.write("</SimpleData>");
      }
    }
    out.write("</SchemaData></ExtendedData>");
    if (geometry != null) {
      out.write(geometry);
    }
    out.write("</Placemark>\n");
  }

  @Override
  public void end() {}

  @Override
  public void finish() throws IOException {
    out.write("</Document></kml>\n");
    out.flush();
  }

  @Override
  public void close() {}

  private void element(String name, String text) throws IOException {
    out.write("<" + name + ">" + escape(text) + "</" + name + ">");
  }

  /** Text as it stands in XML, between elements or in quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
