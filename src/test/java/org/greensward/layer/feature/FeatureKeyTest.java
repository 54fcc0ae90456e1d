package org.greensward.layer.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids of features and the values of the columns that make them. */
class FeatureKeyTest {
  @Test
  void aTextIsItself() {
    FeatureKey key = FeatureKey.text("x.slug");
    assertThat(key.idSql()).isEqualTo("CAST(x.slug AS text)");
    assertThat(key.values("a:b/c")).containsExactly("a:b/c");
    assertThat(key.values("")).isNull();
    assertThat(key.values("a\0")).isNull();
  }

  @Test
  void aNumberHasDigitsOnly() {
    FeatureKey key = FeatureKey.number("x.id");
    assertThat(key.values("12")).isEqualTo(List.of(12L));
    for (String none : List.of("", "-1", "1.5", "x", "1234567890123456789")) {
      assertThat(key.values(none)).as(none).isNull();
    }
  }

  /** References may have colons, codes of parishes have none. */
  @Test
  void twoAreJoinedByTheLastColon() {
    FeatureKey key = FeatureKey.pair("x.reference", "x.code");
    assertThat(key.idSql()).isEqualTo("x.reference || ':' || x.code");
    assertThat(key.values("GS:1:E04001")).containsExactly("GS:1", "E04001");
    assertThat(key.values("GS-1")).isNull();
  }
}
