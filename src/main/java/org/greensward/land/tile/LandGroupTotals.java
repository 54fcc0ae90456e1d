package org.greensward.land.tile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greensward.layer.tile.EncodedProperties;
import org.greensward.layer.tile.TileSource;

/** How much land there is of each group of a parish, in the whole parish. */
record LandGroupTotals(long revision, Map<LandGroup, EncodedProperties> byGroup)
    implements TileSource {

  /** The key under which a parish's totals are kept. */
  record Key(long parish, LocalDate at) {}

  /** Adds a group with the properties that a tile shows of it. */
  void put(LandGroup group, long parcels, double quantity) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("merged", true);
    properties.put("parish", group.parish());
    properties.put("asset_type", group.assetType());
    properties.put("looked_after_by", group.lookedAfterBy());
    properties.put("looked_after_by_kind", group.lookedAfterByKind());
    properties.put("parcels", parcels);
    properties.put("quantity", quantity);
    properties.put("unit", group.unit());
    properties.put("status", group.status());
    byGroup.put(group, EncodedProperties.of(properties));
  }

  @Override
  public int weight() {
    return 200 + 700 * byGroup.size();
  }
}
