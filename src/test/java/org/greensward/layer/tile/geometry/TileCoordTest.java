package org.greensward.layer.tile.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class TileCoordTest {

  @Test
  void theOnlyTileOfZoomZeroIsTheWorld() {
    Envelope world = new TileCoord(0, 0, 0).envelope(0);
    assertThat(world.getMinX()).isEqualTo(-TileCoord.HALF_WORLD);
    assertThat(world.getMaxY()).isEqualTo(TileCoord.HALF_WORLD);
  }

  /** Olney's market place, 0.702 west, 52.1537 north, lies in these tiles by the slippy formula. */
  @ParameterizedTest
  @CsvSource({"10, 510, 337", "13, 4080, 2700", "16, 32640, 21602"})
  void rowsCountFromTheNorth(int z, int x, int y) {
    Envelope tile = new TileCoord(z, x, y).envelope(0);
    assertThat(Mercator.longitude(tile.getMinX())).isLessThanOrEqualTo(-0.702);
    assertThat(Mercator.longitude(tile.getMaxX())).isGreaterThan(-0.702);
    assertThat(Mercator.latitude(tile.getMinY())).isLessThanOrEqualTo(52.1537);
    assertThat(Mercator.latitude(tile.getMaxY())).isGreaterThan(52.1537);
  }

  @Test
  void theBufferIsInPixelsOfTheZoom() {
    TileCoord tile = new TileCoord(14, 8160, 5400);
    double wider = tile.envelope(16).getWidth() - tile.envelope(0).getWidth();
    assertThat(wider).isCloseTo(tile.envelope(0).getWidth() / 8, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"NaN, 0, 0", "1.5, 0, 0", "3, '', 0", "3, 0, 99999999999"})
  void whatIsNoWholeNumberIsRefused(String z, String x, String y) {
    assertThatThrownBy(() -> TileCoord.parse(z, x, y))
        .isInstanceOf(UserException.class)
        .isNotInstanceOf(NotFoundException.class)
        .hasMessageContaining("is not a whole number");
  }

  @ParameterizedTest
  @CsvSource({"23, 0, 0", "-1, 0, 0", "3, 8, 0", "3, 0, -1"})
  void whatIsOutOfRangeIsNotThere(String z, String x, String y) {
    assertThatThrownBy(() -> TileCoord.parse(z, x, y))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining(" to ");
  }
}
