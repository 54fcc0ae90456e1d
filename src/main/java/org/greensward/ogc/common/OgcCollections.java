package org.greensward.ogc.common;

import java.util.List;
import java.util.stream.Collectors;
import org.greensward.database.Audience;
import org.greensward.error.NotFoundException;
import org.greensward.layer.feature.OgcCollection;
import org.springframework.stereotype.Component;

/** The registry of the collections that the domains contribute. */
@Component
public class OgcCollections {
  private final List<OgcCollection> contributed;

  OgcCollections(List<OgcCollection> contributed) {
    this.contributed = contributed;
  }

  /** Those that the present audience may see, in order. */
  public List<OgcCollection> all() {
    Audience.Kind kind = Audience.current().kind();
    return contributed.stream()
        .filter(collection -> collection.audiences().contains(kind))
        .toList();
  }

  /** Those of them that have tiles. */
  public List<OgcCollection> tiled() {
    return all().stream().filter(OgcCollection::isTiled).toList();
  }

  /**
   * The collection of an id.
   *
   * @throws NotFoundException when there is none; the sentence lists them
   */
  public OgcCollection get(String id) {
    List<OgcCollection> all = all();
    return all.stream()
        .filter(collection -> collection.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no collection %s; the collections are %s."
                        .formatted(
                            id,
                            all.stream()
                                .map(OgcCollection::id)
                                .collect(Collectors.joining(", ")))));
  }
}
