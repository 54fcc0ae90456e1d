package org.greensward.ogc.qgisproject;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greensward.layer.export.CategorizedStyle;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.ogc.common.OgcCollections;
import org.springframework.stereotype.Component;

/** Which layers a project for QGIS has, in which groups. */
@Component
class QgisProjectGroups {
  /** Where tiles, which are quick, give way to features, which can be asked for what they are. */
  private static final int CLOSE = 15_000;

  private final OgcCollections collections;

  QgisProjectGroups(OgcCollections collections) {
    this.collections = collections;
  }

  /** The layers by the name of their group, from above to below. */
  Map<String, List<QgisProjectLayer>> list() {
    Map<String, List<QgisProjectLayer>> groups = new LinkedHashMap<>();
    groups.put(
        "Local councils", List.of(features("councils", false, 0), features("statuses", false, 0)));
    groups.put(
        "Land",
        List.of(
            features("land_points", true, CLOSE),
            features("land_lines", true, CLOSE),
            features("land_areas", true, CLOSE),
            tiles("land", QgisProjectLayer.LAND_IS_SEEN, CLOSE)));
    groups.put(
        "Areas",
        List.of(
            features("forums", false, 0),
            features("wards", false, 0),
            features("parishes", true, 0),
            tiles("parishes", 0, QgisProjectLayer.LAND_IS_SEEN)));
    return groups;
  }

  private QgisProjectLayer features(String id, boolean shown, int from) {
    OgcCollection collection = collections.get(id);
    return QgisProjectLayer.features(collection, looks(collection), shown, from);
  }

  private QgisProjectLayer tiles(String id, int from, int to) {
    OgcCollection collection = collections.get(id);
    return QgisProjectLayer.tiles(collection, looks(collection), from, to);
  }

  /** Its own; without one, that of the first collection which is drawn by a field that it has. */
  private CategorizedStyle looks(OgcCollection collection) {
    CategorizedStyle own = collection.layer().looks();
    return own != null
        ? own
        : collections.all().stream()
            .map(other -> other.layer().looks())
            .filter(Objects::nonNull)
            .filter(
                looks ->
                    collection.fields().stream()
                        .anyMatch(field -> field.name().equals(looks.field())))
            .findFirst()
            .orElse(null);
  }
}
