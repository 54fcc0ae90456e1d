package org.greensward.importing;

import java.util.Comparator;
import java.util.List;
import org.greensward.error.UserException;
import org.greensward.layer.Contributions;
import org.greensward.layer.importing.ImportLayer;
import org.springframework.stereotype.Component;

/** The layers that can be imported, in the order in which they build on each other. */
@Component
public final class ImportLayers {
  private final List<ImportLayer> layers;

  ImportLayers(List<ImportLayer> layers) {
    this.layers = layers.stream().sorted(Comparator.comparingInt(ImportLayer::order)).toList();
  }

  /**
   * The layers without a store: a command refuses an unknown layer before it opens one, which may
   * mean to create it.
   */
  public static ImportLayers withoutStore() {
    return new ImportLayers(Contributions.list(ImportLayer.class));
  }

  /** The names of the layers in their order. */
  public List<String> names() {
    return layers.stream().map(ImportLayer::name).toList();
  }

  /**
   * The layer of a name.
   *
   * @throws UserException naming all layers, when there is none
   */
  public ImportLayer get(String name) {
    return layers.stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "There is no layer %s to import; the layers are %s."
                        .formatted(name, String.join(", ", names()))));
  }
}
