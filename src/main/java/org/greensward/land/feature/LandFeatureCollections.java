package org.greensward.land.feature;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.greensward.database.Audience;
import org.greensward.land.LandExportLayers;
import org.greensward.layer.Contribution;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.GeometryKind;
import org.greensward.layer.feature.ExtentSql;
import org.greensward.layer.feature.FeatureKey;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCollection.Trait;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Land as collections: whole parcels, those of one kind of shape, and pieces by parish. */
@Contribution
public class LandFeatureCollections {
  /** What is asked parcel by parcel of a few of them. */
  private static final Set<String> COSTLY =
      Set.of("\"looked_after_by\"", "\"looked_after_by_kind\"", "\"parishes\"", "\"councils\"");

  public static final OgcCollection LAND =
      parcels(
          LandExportLayers.LAND,
          List.of("land"),
          "Land parcels, whole: areas, lines and points, with who looks after them.");

  @Bean
  @Order(40)
  OgcCollection landCollection() {
    return LAND;
  }

  @Bean
  @Order(50)
  OgcCollection landAreasCollection() {
    return landOf(GeometryKind.AREAS, "areas");
  }

  @Bean
  @Order(60)
  OgcCollection landLinesCollection() {
    return landOf(GeometryKind.LINES, "lines");
  }

  @Bean
  @Order(70)
  OgcCollection landPointsCollection() {
    return landOf(GeometryKind.POINT, "points");
  }

  @Bean
  @Order(80)
  OgcCollection piecesCollection() {
    return new OgcCollection(
        LandExportLayers.PIECES,
        GeometryKind.MIXED,
        FeatureKey.pair("x.reference", "coalesce(x.parish_code, 'outside')"),
        EnumSet.of(Trait.PLACED),
        "Land parcels cut by parish: add these up for an area's totals.");
  }

  @Bean
  ExtentSql landExtent() {
    return new ExtentSql("SELECT geom FROM land", null);
  }

  /** Land of one kind of shape: QGIS and others draw no more than one kind in a layer. */
  private static OgcCollection landOf(GeometryKind shape, String kind) {
    return parcels(
        LandExportLayers.LAND.only(shape, "land_" + kind, "Land: " + kind),
        List.of(),
        "The land parcels that are drawn as "
            + kind
            + ", for programs that draw one kind a layer.");
  }

  private static OgcCollection parcels(
      ExportLayer layer, List<String> tileLayers, String description) {
    return new OgcCollection(
        layer,
        GeometryKind.MIXED,
        FeatureKey.text("x.reference"),
        EnumSet.of(Trait.PLACED),
        EnumSet.allOf(Audience.Kind.class),
        COSTLY,
        tileLayers,
        description);
  }
}
