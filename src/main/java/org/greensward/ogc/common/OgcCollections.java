package org.greensward.ogc.common;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greensward.database.Audience;
import org.greensward.error.NotFoundException;
import org.greensward.export.ExportLayers;
import org.greensward.layer.export.GeometryKind;
import org.greensward.layer.feature.OgcCollection;

/** The collections that there are. */
public final class OgcCollections {
  private static final ExportLayers EXPORT_LAYERS = ExportLayers.withoutStore();

  private static final List<OgcCollection> ALL =
      List.of(
          state(
              "councils",
              GeometryKind.POINT,
              List.of("x.slug"),
              null,
              "Local councils with their devolution status, as the point where they are shown."),
          state(
              "parishes",
              GeometryKind.AREAS,
              List.of("x.code"),
              "parishes",
              "Civil parishes with their council and its devolution status, as areas."),
          new OgcCollection(
              "statuses",
              EXPORT_LAYERS.get("statuses"),
              GeometryKind.POINT,
              List.of("x.id"),
              true,
              true,
              null,
              "Every claim about where a council stands, with the dates that it is about: the"
                  + " history, unless a date is asked for."),
          state(
              "land",
              GeometryKind.MIXED,
              List.of("x.reference"),
              "land",
              "Land parcels, whole: areas, lines and points, with who looks after them."),
          landOf(GeometryKind.AREAS, "areas"),
          landOf(GeometryKind.LINES, "lines"),
          landOf(GeometryKind.POINT, "points"),
          state(
              "pieces",
              GeometryKind.MIXED,
              List.of("x.reference", "coalesce(x.parish_code, 'outside')"),
              null,
              "Land parcels cut by parish: add these up for an area's totals."),
          state(
              "forums",
              GeometryKind.AREAS,
              List.of("x.slug"),
              null,
              "Forums, as the area of their councils."),
          new OgcCollection(
              "wards",
              EXPORT_LAYERS.get("wards"),
              GeometryKind.AREAS,
              List.of("x.id"),
              true,
              false,
              null,
              "Electoral wards, as their own area or that of the parishes of their councils."));

  private OgcCollections() {}

  /** Those that there are for whoever asks: proposals are told to councils and officers. */
  public static List<OgcCollection> all() {
    Audience.Kind kind = Audience.current().kind();
    return kind == Audience.Kind.COUNCIL || kind == Audience.Kind.OFFICER
        ? Stream.concat(ALL.stream(), Stream.of(DraftCollection.COLLECTION)).toList()
        : ALL;
  }

  /**
   * The collection of an id.
   *
   * @throws NotFoundException when there is none; the sentence lists them
   */
  public static OgcCollection get(String id) {
    List<OgcCollection> all = all();
    return all.stream()
        .filter(collection -> collection.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no collection %s; the collections are %s."
                        .formatted(
                            id,
                            all.stream()
                                .map(OgcCollection::id)
                                .collect(Collectors.joining(", ")))));
  }

  /** Land of one kind of shape: QGIS and others draw no more than one kind in a layer. */
  private static OgcCollection landOf(GeometryKind shape, String kind) {
    String id = "land_" + kind;
    return new OgcCollection(
        id,
        EXPORT_LAYERS.get("land").only(shape, id, "Land: " + kind),
        GeometryKind.MIXED,
        List.of("x.reference"),
        false,
        false,
        null,
        "The land parcels that are drawn as "
            + kind
            + ", for programs that draw one kind a layer.");
  }

  private static OgcCollection state(
      String id, GeometryKind shape, List<String> keys, String tiles, String description) {
    return new OgcCollection(
        id, EXPORT_LAYERS.get(id), shape, keys, false, false, tiles, description);
  }
}
