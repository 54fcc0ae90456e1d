package org.greensward.forum;

import java.util.EnumSet;
import org.greensward.layer.Contribution;
import org.greensward.layer.export.GeometryKind;
import org.greensward.layer.feature.FeatureKey;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCollection.Trait;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Forums as a collection of features. */
@Contribution
class ForumFeatureCollection {
  @Bean
  @Order(90)
  OgcCollection forumsCollection() {
    return new OgcCollection(
        ForumExportLayers.FORUMS,
        GeometryKind.AREAS,
        FeatureKey.text("x.slug"),
        EnumSet.noneOf(Trait.class),
        "Forums, as the area of their councils.");
  }
}
