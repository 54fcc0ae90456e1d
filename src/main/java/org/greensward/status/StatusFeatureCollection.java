package org.greensward.status;

import java.util.EnumSet;
import org.greensward.layer.Contribution;
import org.greensward.layer.export.GeometryKind;
import org.greensward.layer.feature.ExtentSql;
import org.greensward.layer.feature.FeatureKey;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCollection.Trait;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Statuses as a collection of features. */
@Contribution
class StatusFeatureCollection {
  @Bean
  @Order(30)
  OgcCollection statusesCollection() {
    return new OgcCollection(
        StatusExportLayers.STATUSES,
        GeometryKind.POINT,
        FeatureKey.number("x.id"),
        EnumSet.of(Trait.HISTORY),
        "Every claim about where a council stands, with the dates that it is about: the"
            + " history, unless a date is asked for.");
  }

  @Bean
  ExtentSql statusesExtent() {
    return new ExtentSql(
        null, "SELECT lower(valid) AS day FROM status WHERE isfinite(lower(valid))");
  }
}
