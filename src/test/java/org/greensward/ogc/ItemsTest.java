package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.greensward.DemonstrationApp;
import org.greensward.download.ExportPlanner;
import org.greensward.refusal.Refusal;
import org.greensward.refusal.TryLater;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

/** What a request for features may take of the machine. */
class ItemsTest {
  private static final int MANY = 10_000;

  @Test
  void whatTakesTooLongToFindIsGivenUp() {
    Items items = items(new OgcSettings(1, Duration.ofMinutes(1), Duration.ofMillis(1)));
    assertThatThrownBy(
            () -> items.inOneSnapshot(MANY, () -> items.read(land(), null, MANY, r -> {})))
        .isExactlyInstanceOf(Refusal.class)
        .hasMessageContaining("smaller area");
  }

  @Test
  void largeOnesTakeTurnsAndSmallOnesDoNotWait() {
    Items items = items(new OgcSettings(1, Duration.ofMinutes(1), Duration.ofMinutes(1)));
    items.inOneSnapshot(
        MANY,
        () -> {
          assertThatThrownBy(() -> items.inOneSnapshot(MANY, () -> 0)).isInstanceOf(TryLater.class);
          assertThat(items.inOneSnapshot(10, () -> items.count(land()))).isPositive();
          return 0;
        });
    assertThat(items.inOneSnapshot(MANY, () -> 1)).isOne();
  }

  /** Few features and many are found by different statements, and are the same. */
  @Test
  void fewAndManyAreTheSameFeatures() {
    Items items = DemonstrationApp.bean(Items.class);
    List<String> few = new java.util.ArrayList<>();
    List<String> many = new java.util.ArrayList<>();
    items.inOneSnapshot(
        MANY,
        () -> {
          items.read(land(), null, 900, row -> few.add(row.id() + row.texts()));
          items.read(land(), null, MANY, row -> many.add(row.id() + row.texts()));
          return 0;
        });
    assertThat(many.subList(0, few.size())).isEqualTo(few);
    assertThat(items.inOneSnapshot(1, () -> items.count(land()))).isEqualTo(many.size());
  }

  private static Items items(OgcSettings settings) {
    return new Items(
        DemonstrationApp.bean(DataSource.class),
        DemonstrationApp.bean(PlatformTransactionManager.class),
        DemonstrationApp.bean(ExportPlanner.class),
        settings);
  }

  private static ItemsQuery land() {
    return new ItemsQuery(
        OgcCollections.get("land"), LocalDate.of(2018, 10, 1), null, null, List.of(), OgcCrs.CRS84);
  }
}
