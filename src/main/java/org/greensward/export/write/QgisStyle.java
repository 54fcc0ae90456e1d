package org.greensward.export.write;

import java.util.List;
import java.util.stream.Collectors;
import org.greensward.layer.export.CategorizedStyle;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.GeometryKind;

/**
 * How QGIS draws rows, in its own language: one symbol for each value, patterns over the fill,
 * dashes where nothing is known. A file has it as a style (QML), a project within its layers.
 */
public final class QgisStyle {
  private static final String HEAD =
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
          + "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\""
          + " labelsEnabled=\"%d\">\n";

  private static final String OTHER = "other";

  private QgisStyle() {}

  /**
   * The style of a table.
   *
   * @param shortNames whether the table's fields have their short names
   */
  static String of(ExportTable table, boolean shortNames) {
    CategorizedStyle looks = table.looks();
    String label = looks.label() == null ? null : name(table, looks.label(), shortNames);
    return HEAD.formatted(label == null ? 0 : 1)
        + renderer(looks, name(table, looks.field(), shortNames), table.shape(), 0)
        + (label == null ? "" : labels(label))
        + "</qgis>\n";
  }

  private static String name(ExportTable table, String field, boolean shortNames) {
    ExportField found = table.fields().get(table.indexOf(field));
    return shortNames ? found.shortName() : found.name();
  }

  /**
   * The renderer of a layer: a category for each look.
   *
   * @param field the field whose values decide, as the layer names it
   * @param fadedFrom the scale, as the number below the line, from which areas are faded, so that
   *     what lies in them is seen; 0 for never
   */
  public static String renderer(
      CategorizedStyle looks, String field, GeometryKind shape, int fadedFrom) {
    StringBuilder xml = new StringBuilder();
    xml.append(
        "<renderer-v2 type=\"categorizedSymbol\" attr=\"%s\" symbollevels=\"0\" enableorderby=\"0\">\n"
            .formatted(field));
    xml.append("<categories>\n");
    for (int i = 0; i < looks.looks().size(); i++) {
      CategorizedStyle.Look look = looks.looks().get(i);
      boolean last = i == looks.looks().size() - 1;
      xml.append(category(i, last && !isWord(look) ? "" : look.value(), look.title()));
    }
    xml.append("</categories>\n<symbols>\n");
    QgisSymbols symbols = new QgisSymbols(xml, fadedFrom);
    for (int i = 0; i < looks.looks().size(); i++) {
      symbols.symbol(i, looks.looks().get(i), shape);
    }
    return xml.append("</symbols>\n</renderer-v2>\n").toString();
  }

  /** The renderer of a layer that is drawn in one way. */
  public static String renderer(CategorizedStyle.Look look, GeometryKind shape) {
    return "<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" enableorderby=\"0\">\n"
        + symbols(look, shape)
        + "</renderer-v2>\n";
  }

  /**
   * The styles of a layer of vector tiles, one for each look.
   *
   * @param layer its name within the tiles
   * @param first the zoom from which it is drawn
   */
  public static String tileStyles(
      CategorizedStyle looks, String layer, GeometryKind shape, int first) {
    return looks.looks().stream()
        .map(
            look ->
                tileStyle(look.title(), layer, shape, expression(looks, look), first)
                    + symbols(look, shape)
                    + "</style>\n")
        .collect(Collectors.joining());
  }

  private static String tileStyle(
      String name, String layer, GeometryKind shape, String expression, int first) {
    int dimension =
        switch (shape) {
          case AREAS -> 2;
          case LINES -> 1;
          default -> 0;
        };
    return "<style name=\"%s\" layer=\"%s\" geometry=\"%d\" expression=\"%s\" min-zoom=\"%d\" max-zoom=\"-1\" enabled=\"1\">\n"
        .formatted(KmlWriter.escape(name), layer, dimension, KmlWriter.escape(expression), first);
  }

  private static String expression(CategorizedStyle looks, CategorizedStyle.Look look) {
    if (isWord(look)) {
      return "\"%s\" = '%s'".formatted(looks.field(), look.value());
    }
    List<String> others =
        looks.looks().stream()
            .filter(QgisStyle::isWord)
            .map(other -> "'" + other.value() + "'")
            .toList();
    return "coalesce(\"%s\", '') NOT IN (%s)".formatted(looks.field(), String.join(", ", others));
  }

  private static String symbols(CategorizedStyle.Look look, GeometryKind shape) {
    StringBuilder xml = new StringBuilder("<symbols>\n");
    new QgisSymbols(xml).symbol(0, look, shape);
    return xml.append("</symbols>\n").toString();
  }

  /** Whether a look is for one value; the look for all others has none of its own in QGIS. */
  private static boolean isWord(CategorizedStyle.Look look) {
    return !look.value().equals(OTHER);
  }

  private static String category(int symbol, String value, String label) {
    return "<category render=\"true\" symbol=\"%d\" type=\"string\" value=\"%s\" label=\"%s\"/>\n"
        .formatted(symbol, KmlWriter.escape(value), KmlWriter.escape(label));
  }

  /** Writes a field on the map, beside what it names. */
  public static String labels(String field) {
    StringBuilder xml = new StringBuilder();
    xml.append("<labeling type=\"simple\">\n<settings calloutType=\"simple\">\n");
    xml.append(
        "<text-style fieldName=\"%s\" isExpression=\"0\" fontSize=\"9\" fontSizeUnit=\"Point\""
            .formatted(field));
    xml.append(" textColor=\"11,12,12,255\">\n<text-buffer bufferDraw=\"1\" bufferSize=\"1\"");
    xml.append(" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\"/>\n</text-style>\n");
    return xml.append("</settings>\n</labeling>\n").toString();
  }
}
