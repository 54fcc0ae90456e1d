package org.greensward.tile.layer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greensward.tile.encode.Attributes;

/** How much land there is of each group of a parish, in the whole parish. */
record LandTotals(long revision, Map<LandGroup, Attributes> byGroup) implements Prepared {

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
    byGroup.put(group, Attributes.of(properties));
  }

  @Override
  public int weight() {
    return 200 + 700 * byGroup.size();
  }
}
