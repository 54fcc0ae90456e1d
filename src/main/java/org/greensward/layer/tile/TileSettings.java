package org.greensward.layer.tile;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much memory tiles may take.
 *
 * @param preparedMemory for shapes and properties from which tiles are made; what does not fit is
 *     read from the database again when it is needed; a third of the heap unless it is set
 * @param cacheMemory for made tiles, compressed; 0 keeps none
 */
@ConfigurationProperties("greensward.tiles")
public record TileSettings(DataSize preparedMemory, @DefaultValue("64MB") DataSize cacheMemory) {
  private static final int PART_OF_THE_HEAP = 3;

  public TileSettings {
    if (preparedMemory == null) {
      preparedMemory = DataSize.ofBytes(Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP);
    }
  }
}
