package org.greensward.importing.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what {@code ogrinfo -so -al -nomd} prints: one of these for each layer. */
final class LayerListing {
  private static final Pattern FIELD =
      Pattern.compile(
          "(?s)(.+): (?:String|Integer|Integer64|Real|Date|DateTime|Time|Binary|StringList"
              + "|IntegerList|Integer64List|RealList)(?:\\([A-Za-z0-9]+\\))? \\(\\d+\\.\\d+\\).*");
  private static final String LAYER = "Layer name: ";
  private static final String GEOMETRY = "Geometry: ";
  private static final String GEOMETRY_OF_SEVERAL = "Geometry (";
  private static final String COUNT = "Feature Count: ";
  private static final String CRS = "Layer SRS WKT:";
  private static final String AXES = "Data axis to CRS axis mapping:";

  private final String name;
  private String geometryType = "None";
  private int geometryColumns;
  private long features = -1;
  private final StringBuilder wkt = new StringBuilder();
  private final List<String> fields = new ArrayList<>();

  private LayerListing(String name) {
    this.name = name;
  }

  static List<LayerListing> parse(String text) {
    List<LayerListing> layers = new ArrayList<>();
    boolean inCrs = false;
    StringBuilder unfinished = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(LAYER)) {
        layers.add(new LayerListing(line.substring(LAYER.length())));
        inCrs = false;
      } else if (layers.isEmpty()) {
        // Before the first layer there is nothing to read.
      } else if (inCrs) {
        inCrs = layers.get(layers.size() - 1).takeCrs(line);
      } else if (line.equals(CRS)) {
        inCrs = true;
      } else {
        layers.get(layers.size() - 1).take(line, unfinished);
      }
    }
    return layers;
  }

  /** Whether the next line still belongs to the coordinate system. */
  private boolean takeCrs(String line) {
    if (!line.startsWith(AXES)) {
      wkt.append(line).append('\n');
    }
    return !line.startsWith(AXES) && !line.equals("(unknown)");
  }

  private void take(String line, StringBuilder unfinished) {
    if (line.startsWith(GEOMETRY)) {
      geometryType = line.substring(GEOMETRY.length());
      geometryColumns = geometryType.equals("None") ? 0 : 1;
    } else if (line.startsWith(GEOMETRY_OF_SEVERAL)) {
      geometryColumns++;
    } else if (line.startsWith(COUNT)) {
      features = Long.parseLong(line.substring(COUNT.length()));
    } else if (!line.matches("(FID Column|Geometry Column|Extent|SRS WKT).*")) {
      takeField(line, unfinished);
    }
  }

  /** A field's name may run over several lines: a spreadsheet's heading often does. */
  private void takeField(String line, StringBuilder unfinished) {
    unfinished.append(unfinished.isEmpty() ? "" : "\n").append(line);
    Matcher field = FIELD.matcher(unfinished);
    if (field.matches()) {
      fields.add(field.group(1));
      unfinished.setLength(0);
    } else if (unfinished.toString().isBlank()) {
      unfinished.setLength(0);
    }
  }

  String name() {
    return name;
  }

  String geometryType() {
    return geometryType;
  }

  int geometryColumns() {
    return geometryColumns;
  }

  boolean isSpatial() {
    return geometryColumns > 0;
  }

  long features() {
    return features;
  }

  String wkt() {
    return wkt.toString().strip();
  }

  List<String> fields() {
    return fields;
  }
}
