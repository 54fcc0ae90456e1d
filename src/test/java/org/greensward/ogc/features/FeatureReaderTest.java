package org.greensward.ogc.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.greensward.DemonstrationApp;
import org.greensward.error.UnavailableException;
import org.greensward.error.UserException;
import org.greensward.export.ExportPlanner;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.common.OgcSettings;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

/** What a request for features may take of the machine. */
class FeatureReaderTest {
  private static final int MANY = 10_000;

  @Test
  void whatTakesTooLongToFindIsGivenUp() {
    FeatureReader items = items(new OgcSettings(1, Duration.ofMinutes(1), Duration.ofMillis(1)));
    assertThatThrownBy(
            () -> items.inOneSnapshot(MANY, () -> items.read(land(), null, MANY, r -> {})))
        .isExactlyInstanceOf(UserException.class)
        .hasMessageContaining("smaller area");
  }

  @Test
  void largeOnesTakeTurnsAndSmallOnesDoNotWait() {
    FeatureReader items = items(new OgcSettings(1, Duration.ofMinutes(1), Duration.ofMinutes(1)));
    items.inOneSnapshot(
        MANY,
        () -> {
          assertThatThrownBy(() -> items.inOneSnapshot(MANY, () -> 0))
              .isInstanceOf(UnavailableException.class);
          assertThat(items.inOneSnapshot(10, () -> items.count(land()))).isPositive();
          return 0;
        });
    assertThat(items.inOneSnapshot(MANY, () -> 1)).isOne();
  }

  /** Few features and many are found by different statements, and are the same. */
  @Test
  void fewAndManyAreTheSameFeatures() {
    FeatureReader items = DemonstrationApp.bean(FeatureReader.class);
    List<String> few = new java.util.ArrayList<>();
    List<String> many = new java.util.ArrayList<>();
    items.inOneSnapshot(
        MANY,
        () -> {
          items.read(land(), null, 900, row -> few.add(row.id() + new FeatureView(row).texts()));
          items.read(land(), null, MANY, row -> many.add(row.id() + new FeatureView(row).texts()));
          return 0;
        });
    assertThat(many.subList(0, few.size())).isEqualTo(few);
    assertThat(items.inOneSnapshot(1, () -> items.count(land()))).isEqualTo(many.size());
  }

  private static FeatureReader items(OgcSettings settings) {
    return new FeatureReader(
        DemonstrationApp.bean(DataSource.class),
        DemonstrationApp.bean(PlatformTransactionManager.class),
        DemonstrationApp.bean(ExportPlanner.class),
        settings);
  }

  private static ItemsQuery land() {
    return new ItemsQuery(
        DemonstrationApp.bean(OgcCollections.class).get("land"),
        LocalDate.of(2018, 10, 1),
        null,
        null,
        List.of(),
        OgcCrs.CRS84);
  }
}
