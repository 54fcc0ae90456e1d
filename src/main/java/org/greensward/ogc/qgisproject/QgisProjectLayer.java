package org.greensward.ogc.qgisproject;

import org.greensward.export.write.QgisStyle;
import org.greensward.layer.export.CategorizedStyle;
import org.greensward.layer.export.CategorizedStyle.Look;
import org.greensward.layer.export.CategorizedStyle.Pattern;
import org.greensward.layer.export.GeometryKind;
import org.greensward.layer.feature.OgcCollection;

/**
 * A layer of a project for QGIS.
 *
 * @param collection whose features or tiles it shows
 * @param looks how its features are drawn; null where they tell nothing by their colour
 * @param name in the list of layers
 * @param shape that it draws
 * @param live whether it reads features; else tiles
 * @param shown when the project is opened
 * @param from the scale from which it is drawn, as the number below the line; 0 for all
 * @param to the scale to which it is drawn; 0 for all
 */
record QgisProjectLayer(
    OgcCollection collection,
    CategorizedStyle looks,
    String name,
    GeometryKind shape,
    boolean live,
    boolean shown,
    int from,
    int to) {
  /** For areas that tell nothing by their colour. */
  private static final Look OUTLINE =
      new Look("other", "Outline", null, "#4C2C92", 2, true, Pattern.NONE);

  /** The scale from which land is drawn, as the number below the line. */
  static final int LAND_IS_SEEN = 80_000;

  /** The zoom from which land is drawn from tiles: before it hides the statuses. */
  private static final int FIRST_ZOOM_OF_LAND = 13;

  static QgisProjectLayer features(
      OgcCollection of, CategorizedStyle looks, boolean shown, int from) {
    return new QgisProjectLayer(of, looks, of.title(), of.layer().shape(), true, shown, from, 0);
  }

  static QgisProjectLayer tiles(OgcCollection of, CategorizedStyle looks, int from, int to) {
    String name = of.title() + ": tiles, public";
    return new QgisProjectLayer(of, looks, name, of.layer().shape(), false, true, from, to);
  }

  /** Within the project; QGIS gives ids of up to ten letters up for its own. */
  String id() {
    return "greensward_" + collection.id() + (live ? "" : "_tiles");
  }

  /** How its features are drawn: as on the map. */
  String style() {
    if (!live) {
      return tileStyle();
    }
    // Parishes pale where their land is drawn, which has the same colours.
    int fadedFrom = shape == GeometryKind.AREAS && collection.isTiled() ? LAND_IS_SEEN : 0;
    return (looks == null
            ? QgisStyle.renderer(OUTLINE, shape)
            : QgisStyle.renderer(looks, looks.field(), shape, fadedFrom))
        + (labelled() ? QgisStyle.labels("name") : "");
  }

  /** Whether names are written beside the features: not those of land, which would be too many. */
  boolean labelled() {
    return live && has("name") && !has("looked_after_by");
  }

  private boolean has(String field) {
    return collection.fields().stream().anyMatch(one -> one.name().equals(field));
  }

  private String tileStyle() {
    StringBuilder styles = new StringBuilder("<renderer type=\"basic\">\n<styles>\n");
    if (shape == GeometryKind.MIXED) {
      for (GeometryKind one :
          new GeometryKind[] {GeometryKind.AREAS, GeometryKind.LINES, GeometryKind.POINT}) {
        styles.append(QgisStyle.tileStyles(looks, collection.tileLayer(), one, FIRST_ZOOM_OF_LAND));
      }
    } else {
      styles.append(QgisStyle.tileStyles(looks, collection.tileLayer(), shape, -1));
    }
    return styles.append("</styles>\n</renderer>\n").toString();
  }
}
