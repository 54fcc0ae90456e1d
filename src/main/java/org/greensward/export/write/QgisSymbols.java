package org.greensward.export.write;

import java.util.Locale;
import org.greensward.layer.export.CategorizedStyle;
import org.greensward.layer.export.GeometryKind;

/**
 * Writes symbols in QGIS's own language: fills with patterns over them, lines with a casing, dots.
 * Properties are written in the form that every QGIS 3 reads.
 */
final class QgisSymbols {
  private static final String PATTERN_COLOUR = "11,12,12,102";
  private static final String DOT_COLOUR = "255,255,255,166";

  /** Of an area that is drawn so that what lies in it is seen. */
  private static final int FADED_PERCENT = 30;

  private final StringBuilder xml;
  private final int fadedFrom;

  QgisSymbols(StringBuilder xml) {
    this(xml, 0);
  }

  /**
   * @param fadedFrom the scale, as the number below the line, from which areas are faded; 0 for
   *     never
   */
  QgisSymbols(StringBuilder xml, int fadedFrom) {
    this.xml = xml;
    this.fadedFrom = fadedFrom;
  }

  /** The symbol of a look, under the name that its renderer knows it by. */
  void symbol(int number, CategorizedStyle.Look look, GeometryKind shape) {
    switch (shape) {
      case AREAS, MIXED -> area(number, look);
      case LINES -> line(number, look);
      default -> point(number, look);
    }
  }

  private void area(int number, CategorizedStyle.Look look) {
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
    if (fadedFrom > 0) {
      fade();
    }
    xml.append("</symbol>\n");
  }

  private void fade() {
    xml.append("<data_defined_properties>\n<Option type=\"Map\">\n");
    xml.append("<Option name=\"name\" value=\"\" type=\"QString\"/>\n");
    xml.append("<Option name=\"properties\" type=\"Map\">\n<Option name=\"alpha\" type=\"Map\">\n");
    xml.append("<Option name=\"active\" value=\"true\" type=\"bool\"/>\n");
    xml.append(
        "<Option name=\"expression\" value=\"if(@map_scale &lt; %d, %d, 100)\" type=\"QString\"/>\n"
            .formatted(fadedFrom, FADED_PERCENT));
    xml.append("<Option name=\"type\" value=\"3\" type=\"int\"/>\n</Option>\n</Option>\n");
    xml.append("<Option name=\"type\" value=\"collection\" type=\"QString\"/>\n");
    xml.append("</Option>\n</data_defined_properties>\n");
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

  private void line(int number, CategorizedStyle.Look look) {
    open(String.valueOf(number), "line");
    stroke(colour(look.outline(), 255), 5, look.dashed());
    if (look.fill() != null && !look.dashed()) {
      stroke(colour(look.fill(), 255), 3, false);
    }
    xml.append("</symbol>\n");
  }

  private void point(int number, CategorizedStyle.Look look) {
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
    return String.format(Locale.ROOT, "%s", ValueFormat.number(number));
  }
}
