package org.greensward.exchange.write;

import java.util.Locale;

/**
 * How QGIS draws a table, in its own language (QML): one symbol for each value, patterns over the
 * fill, dashes where nothing is known. Properties are written in the form that every QGIS 3 reads.
 */
final class QgisStyle {
  private static final String PATTERN_COLOUR = "11,12,12,102";
  private static final String DOT_COLOUR = "255,255,255,166";
  private static final String HEAD =
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
          + "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\""
          + " labelsEnabled=\"%d\">\n";

  private final Table table;
  private final Looks looks;
  private final StringBuilder xml = new StringBuilder();

  private QgisStyle(Table table) {
    this.table = table;
    this.looks = table.looks();
  }

  /**
   * @param shortNames whether the table's fields have their short names
   */
  static String of(Table table, boolean shortNames) {
    return new QgisStyle(table).write(shortNames);
  }

  private String write(boolean shortNames) {
    boolean labels = looks.label() != null;
    xml.append(HEAD.formatted(labels ? 1 : 0));
    xml.append(
        "<renderer-v2 type=\"categorizedSymbol\" attr=\"%s\" symbollevels=\"0\" enableorderby=\"0\">\n"
            .formatted(name(looks.field(), shortNames)));
    xml.append("<categories>\n");
    for (int i = 0; i < looks.looks().size(); i++) {
      Looks.Look look = looks.looks().get(i);
      boolean last = i == looks.looks().size() - 1;
      category(i, last && !isWord(look) ? "" : look.value(), look.title());
    }
    xml.append("</categories>\n<symbols>\n");
    for (int i = 0; i < looks.looks().size(); i++) {
      symbol(i, looks.looks().get(i));
    }
    xml.append("</symbols>\n</renderer-v2>\n");
    if (labels) {
      labels(name(looks.label(), shortNames));
    }
    return xml.append("</qgis>\n").toString();
  }

  /** Whether a look is for one value; the look for all others has none of its own in QGIS. */
  private static boolean isWord(Looks.Look look) {
    return !look.value().equals("other");
  }

  private String name(String field, boolean shortNames) {
    Field found = table.fields().get(table.indexOf(field));
    return shortNames ? found.shortName() : found.name();
  }

  private void category(int symbol, String value, String label) {
    xml.append(
        "<category render=\"true\" symbol=\"%d\" type=\"string\" value=\"%s\" label=\"%s\"/>\n"
            .formatted(symbol, KmlWriter.escape(value), KmlWriter.escape(label)));
  }

  private void symbol(int number, Looks.Look look) {
    switch (table.shape()) {
      case AREAS, MIXED -> area(number, look);
      case LINES -> line(number, look);
      default -> point(number, look);
    }
  }

  private void area(int number, Looks.Look look) {
    open(String.valueOf(number), "fill");
    layer("SimpleFill");
    property("color", look.fill() == null ? "255,255,255,0" : colour(look.fill(), 255));
    property("style", look.fill() == null ? "no" : "solid");
    property("outline_color", colour(look.outline(), 255));
    property("outline_style", look.dashed() ? "dash" : "solid");
    property("outline_width", number(look.width()));
    property("outline_width_unit", "Pixel");
    property("joinstyle", "miter");
    xml.append("</layer>\n");
    switch (look.pattern()) {
      case HATCH -> lines(number, 1, 45);
      case LEVEL -> lines(number, 1, 0);
      case UPRIGHT -> lines(number, 1, 90);
      case GRID -> {
        lines(number, 1, 0);
        lines(number, 2, 90);
      }
      case DOTS -> dots(number);
      case NONE -> {}
    }
    xml.append("</symbol>\n");
  }

  private void lines(int number, int layer, int angle) {
    layer("LinePatternFill");
    property("angle", String.valueOf(angle));
    property("color", PATTERN_COLOUR);
    property("distance", "8");
    property("distance_unit", "Pixel");
    property("line_width", "1");
    property("line_width_unit", "Pixel");
    open("@%d@%d".formatted(number, layer), "line");
    stroke(PATTERN_COLOUR, 1, false);
    xml.append("</symbol>\n</layer>\n");
  }

  private void dots(int number) {
    layer("PointPatternFill");
    property("distance_x", "6");
    property("distance_x_unit", "Pixel");
    property("distance_y", "6");
    property("distance_y_unit", "Pixel");
    property("displacement_x", "3");
    property("displacement_x_unit", "Pixel");
    open("@%d@1".formatted(number), "marker");
    marker(DOT_COLOUR, DOT_COLOUR, 0, 2);
    xml.append("</symbol>\n</layer>\n");
  }

  private void line(int number, Looks.Look look) {
    open(String.valueOf(number), "line");
    stroke(colour(look.outline(), 255), 5, look.dashed());
    if (look.fill() != null && !look.dashed()) {
      stroke(colour(look.fill(), 255), 3, false);
    }
    xml.append("</symbol>\n");
  }

  private void point(int number, Looks.Look look) {
    open(String.valueOf(number), "marker");
    String fill = look.fill() == null ? "255,255,255,0" : colour(look.fill(), 255);
    marker(fill, colour(look.outline(), 255), 1, 7);
    xml.append("</symbol>\n");
  }

  private void stroke(String colour, double width, boolean dashed) {
    layer("SimpleLine");
    property("line_color", colour);
    property("line_width", number(width));
    property("line_width_unit", "Pixel");
    property("line_style", dashed ? "dash" : "solid");
    xml.append("</layer>\n");
  }

  private void marker(String fill, String outline, double width, double size) {
    layer("SimpleMarker");
    property("name", "circle");
    property("color", fill);
    property("outline_color", outline);
    property("outline_style", width == 0 ? "no" : "solid");
    property("outline_width", number(width));
    property("outline_width_unit", "Pixel");
    property("size", number(size));
    property("size_unit", "Pixel");
    xml.append("</layer>\n");
  }

  private void labels(String field) {
    xml.append("<labeling type=\"simple\">\n<settings calloutType=\"simple\">\n");
    xml.append(
        "<text-style fieldName=\"%s\" isExpression=\"0\" fontSize=\"9\" fontSizeUnit=\"Point\""
            .formatted(field));
    xml.append(" textColor=\"11,12,12,255\">\n<text-buffer bufferDraw=\"1\" bufferSize=\"1\"");
    xml.append(" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\"/>\n</text-style>\n");
    xml.append("</settings>\n</labeling>\n");
  }

  private void open(String name, String type) {
    xml.append(
        "<symbol name=\"%s\" type=\"%s\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n"
            .formatted(name, type));
  }

  private void layer(String kind) {
    xml.append("<layer class=\"%s\" enabled=\"1\" locked=\"0\" pass=\"0\">\n".formatted(kind));
  }

  private void property(String key, String value) {
    xml.append("<prop k=\"%s\" v=\"%s\"/>\n".formatted(key, value));
  }

  private static String colour(String rgb, int opacity) {
    int value = Integer.parseInt(rgb.substring(1), 16);
    return "%d,%d,%d,%d".formatted(value >> 16, value >> 8 & 255, value & 255, opacity);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%s", Values.number(number));
  }
}
