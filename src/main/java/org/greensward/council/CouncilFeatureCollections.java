package org.greensward.council;

import java.util.EnumSet;
import java.util.List;
import org.greensward.layer.Contribution;
import org.greensward.layer.export.GeometryKind;
import org.greensward.layer.feature.ExtentSql;
import org.greensward.layer.feature.FeatureKey;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCollection.Trait;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Councils, parishes and wards as collections of features. */
@Contribution
class CouncilFeatureCollections {
  @Bean
  @Order(10)
  OgcCollection councilsCollection() {
    return new OgcCollection(
        CouncilExportLayers.COUNCILS,
        GeometryKind.POINT,
        FeatureKey.text("x.slug"),
        EnumSet.noneOf(Trait.class),
        "Local councils with their devolution status, as the point where they are shown.");
  }

  @Bean
  @Order(20)
  OgcCollection parishesCollection() {
    return new OgcCollection(
        CouncilExportLayers.PARISHES,
        GeometryKind.AREAS,
        FeatureKey.text("x.code"),
        EnumSet.of(Trait.PLACED),
        "Civil parishes with their council and its devolution status, as areas.",
        // Each shared border once is in the tiles of the whole alone.
        List.of("parishes", "boundaries"));
  }

  @Bean
  @Order(100)
  OgcCollection wardsCollection() {
    return new OgcCollection(
        CouncilExportLayers.WARDS,
        GeometryKind.AREAS,
        FeatureKey.number("x.id"),
        EnumSet.noneOf(Trait.class),
        "Electoral wards, as their own area or that of the parishes of their councils.");
  }

  @Bean
  ExtentSql councilsExtent() {
    return new ExtentSql(
        "SELECT geom FROM parish",
        "SELECT lower(valid) AS day FROM council WHERE isfinite(lower(valid))");
  }
}
