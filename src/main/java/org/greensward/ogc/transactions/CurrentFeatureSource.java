package org.greensward.ogc.transactions;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.greensward.export.PlannedExport;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.layer.feature.FeatureSource;
import org.greensward.layer.feature.FeatureWriteRequest;
import org.greensward.layer.feature.IfMatch;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.ogc.features.FeatureReader;
import org.greensward.ogc.features.ItemsQuery;
import org.springframework.stereotype.Component;

/** Reads features as the API serves them, and matches conditions with their ETags. */
@Component
class CurrentFeatureSource implements FeatureSource {
  private final FeatureReader items;

  CurrentFeatureSource(FeatureReader items) {
    this.items = items;
  }

  @Override
  public FeatureRow get(OgcCollection collection, String id, LocalDate at, OgcCrs crs) {
    PlannedExport licensed = items.licensed(collection, at);
    licensed.requireOpen();
    return items.get(
        new ItemsQuery(collection, at, null, null, List.of(), crs).of(licensed.scope()), id);
  }

  @Override
  public FeatureRow getMatching(
      OgcCollection collection, String id, LocalDate at, FeatureWriteRequest request, String what) {
    FeatureRow now = get(collection, id, at, request.crs());
    IfMatch.require(request.condition(), what, tags(collection, now, at, request.crs()));
    return now;
  }

  @Override
  public <T> T inOneSnapshot(Supplier<T> reading) {
    return items.inOneSnapshot(1, reading);
  }

  /** The tags of its representations: first of the one that was read, then of the others. */
  private Stream<Supplier<String>> tags(
      OgcCollection collection, FeatureRow row, LocalDate at, OgcCrs crs) {
    return Stream.concat(
        Stream.of(row::tag),
        Stream.of(OgcCrs.values())
            .filter(other -> other != crs)
            .map(other -> () -> get(collection, row.id(), at, other).tag()));
  }
}
