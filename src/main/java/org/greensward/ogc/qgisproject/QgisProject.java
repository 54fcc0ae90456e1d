package org.greensward.ogc.qgisproject;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.export.write.FileMetadata;
import org.greensward.ogc.tiles.TileMatrices;
import org.greensward.tile.serve.VectorTileService;
import org.springframework.web.util.HtmlUtils;

/**
 * A project for QGIS, as a file: the layers of this API with their styles, in the British National
 * Grid. It holds no key. Where one is needed it names the entry of QGIS's own store of passwords
 * that whoever opens it has put theirs in.
 */
final class QgisProject {
  static final String MEDIA_TYPE = "application/x-qgis-project";

  /** The id of that entry: QGIS takes seven letters and digits. */
  static final String AUTHENTICATION = "greensw";

  /** As many features as QGIS asks for at once: what costs least, and most parishes have less. */
  private static final int PAGE = 1000;

  /** Characters of a line beneath the map. */
  private static final int LINE = 110;

  private static final String GRID = system(27700, 2437);
  private static final String DEGREES = system(4326, 3452);
  private static final String MERCATOR = system(3857, 3857);

  private final Map<String, List<QgisProjectLayer>> groups;
  private final QgisProjectView view;
  private final String root;
  private final Map<String, FileMetadata> about;
  private final String title;
  private final String text;
  private final String confidential;
  private final StringBuilder xml = new StringBuilder();

  /**
   * @param groups the layers by the name of their group, from above to below
   * @param root the API's landing page
   * @param about what is to be said of each collection that may be had, by its id; there are no
   *     layers of others
   * @param title of the project
   * @param text what it is
   * @param confidential what stands on a map that may show what is not public
   */
  QgisProject(
      Map<String, List<QgisProjectLayer>> groups,
      QgisProjectView view,
      String root,
      Map<String, FileMetadata> about,
      String title,
      String text,
      String confidential) {
    this.groups = groups;
    this.view = view;
    this.root = root;
    this.about = about;
    this.title = title;
    this.text = text;
    this.confidential = confidential;
  }

  /**
   * A coordinate system.
   *
   * @param own its number in QGIS's own list, without which the other is not looked at
   */
  private static String system(int epsg, int own) {
    return "<spatialrefsys><srsid>%2$d</srsid><srid>%1$d</srid><authid>EPSG:%1$d</authid></spatialrefsys>"
        .formatted(epsg, own);
  }

  String write() {
    xml.append("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n");
    xml.append("<qgis version=\"3.22.0\" projectname=\"%s\">\n".formatted(escape(title)));
    xml.append("<homePath path=\"\"/>\n<title>").append(escape(title)).append("</title>\n");
    xml.append("<projectCrs>").append(GRID).append("</projectCrs>\n");
    tree();
    xml.append("<mapcanvas name=\"theMapCanvas\">\n<units>meters</units>\n<extent>");
    xml.append(extent()).append("</extent>\n<rotation>0</rotation>\n");
    xml.append("<destinationsrs>").append(GRID).append("</destinationsrs>\n</mapcanvas>\n");
    xml.append("<projectlayers>\n");
    layers().forEach(this::layer);
    xml.append("</projectlayers>\n");
    properties();
    metadata();
    return xml.append("</qgis>\n").toString();
  }

  private List<QgisProjectLayer> layers() {
    return groups.values().stream().flatMap(List::stream).filter(this::isHad).toList();
  }

  private boolean isHad(QgisProjectLayer layer) {
    return about.containsKey(layer.collection().id());
  }

  private void tree() {
    xml.append("<layer-tree-group>\n");
    groups.forEach(
        (name, layers) -> {
          xml.append(
              "<layer-tree-group name=\"%s\" checked=\"Qt::Checked\" expanded=\"1\">\n"
                  .formatted(name));
          layers.stream().filter(this::isHad).forEach(this::leaf);
          xml.append("</layer-tree-group>\n");
        });
    xml.append("</layer-tree-group>\n");
  }

  private void leaf(QgisProjectLayer layer) {
    xml.append(
        "<layer-tree-layer id=\"%s\" name=\"%s\" source=\"%s\" providerKey=\"%s\" checked=\"%s\" expanded=\"%d\"/>\n"
            .formatted(
                layer.id(),
                escape(layer.name()),
                escape(source(layer)),
                provider(layer),
                layer.shown() ? "Qt::Checked" : "Qt::Unchecked",
                layer.live() && layer.shown() && layer.from() == 0 ? 1 : 0));
  }

  private void layer(QgisProjectLayer layer) {
    xml.append(
        "<maplayer type=\"%s\" labelsEnabled=\"%d\" hasScaleBasedVisibilityFlag=\"%d\" minScale=\"%d\" maxScale=\"%d\" autoRefreshEnabled=\"0\">\n"
            .formatted(
                layer.live() ? "vector" : "vector-tile",
                layer.labelled() ? 1 : 0,
                layer.from() + layer.to() > 0 ? 1 : 0,
                layer.from() == 0 ? 100_000_000 : layer.from(),
                layer.to()));
    element("id", layer.id());
    element("datasource", source(layer));
    element("layername", layer.name());
    element("attribution", about.get(layer.collection().id()).credit());
    xml.append("<srs>").append(layer.live() ? DEGREES : MERCATOR).append("</srs>\n");
    xml.append("<provider encoding=\"UTF-8\">%s</provider>\n".formatted(provider(layer)));
    xml.append(layer.style());
    xml.append("<blendMode>0</blendMode>\n<layerOpacity>1</layerOpacity>\n</maplayer>\n");
  }

  private static String provider(QgisProjectLayer layer) {
    return layer.live() ? "OAPIF" : "vectortile";
  }

  private String source(QgisProjectLayer layer) {
    if (!layer.live()) {
      return "type=xyz&url=%s/tiles/%s/{z}/{y}/{x}.mvt&zmin=0&zmax=%d"
          .formatted(
              root + "/collections/" + layer.collection().id(),
              TileMatrices.ID,
              VectorTileService.LAST_USEFUL_ZOOM);
    }
    return (view.key() ? "authcfg=" + AUTHENTICATION + " " : "")
        + "pagingEnabled='true' pageSize='%d' restrictToRequestBBOX='1' srsname='OGC:CRS84'"
            .formatted(PAGE)
        + " typename='%s' url='%s'".formatted(layer.collection().id(), root);
  }

  private String extent() {
    return String.format(
        Locale.ROOT,
        "<xmin>%.0f</xmin><ymin>%.0f</ymin><xmax>%.0f</xmax><ymax>%.0f</ymax>",
        view.west(),
        view.south(),
        view.east(),
        view.north());
  }

  /** What must be said of the data stands on the map, as QGIS's own decoration. */
  private void properties() {
    xml.append("<properties>\n<CopyrightLabel>\n<Enabled type=\"bool\">true</Enabled>\n");
    xml.append("<Label type=\"QString\">")
        .append(escape(wrapped((view.key() ? confidential + " " : "") + credit())))
        .append("</Label>\n");
    xml.append("<Placement type=\"int\">3</Placement>\n</CopyrightLabel>\n");
    xml.append(
        "<SpatialRefSys><ProjectionsEnabled type=\"int\">1</ProjectionsEnabled></SpatialRefSys>\n");
    xml.append("<Paths><Absolute type=\"bool\">true</Absolute></Paths>\n</properties>\n");
  }

  private void metadata() {
    xml.append("<projectMetadata>\n");
    element("identifier", root);
    element("title", title);
    String licences =
        about.values().stream()
            .flatMap(one -> Arrays.stream(one.licence().split("; ")))
            .distinct()
            .collect(Collectors.joining("; "));
    element("abstract", text + "\n\n" + credit() + "\n\nLicences: " + licences + ".");
    xml.append("</projectMetadata>\n");
    xml.append(
        String.format(
            Locale.ROOT,
            "<ProjectViewSettings UseProjectScales=\"0\"><Scales/><DefaultViewExtent xmin=\"%.0f\" ymin=\"%.0f\" xmax=\"%.0f\" ymax=\"%.0f\">%s</DefaultViewExtent></ProjectViewSettings>\n",
            view.west(),
            view.south(),
            view.east(),
            view.north(),
            GRID));
  }

  private String credit() {
    return about.values().stream()
        .map(FileMetadata::credit)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** In lines that fit beneath a map: QGIS wraps none. */
  private static String wrapped(String text) {
    return text.replaceAll("(.{1,%d})(\\s+|$)".formatted(LINE), "$1\n").strip();
  }

  private void element(String name, String value) {
    xml.append("<%1$s>%2$s</%1$s>\n".formatted(name, escape(value)));
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
