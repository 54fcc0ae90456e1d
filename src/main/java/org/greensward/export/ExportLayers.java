package org.greensward.export;

import java.util.List;
import java.util.stream.Collectors;
import org.greensward.error.NotFoundException;
import org.greensward.layer.Contributions;
import org.greensward.layer.export.ExportLayer;
import org.springframework.stereotype.Component;

/** The registry of the layers that leave as files: those that the domains declare as beans. */
@Component
public class ExportLayers {
  private final List<ExportLayer> layers;

  /**
   * @param layers in the order in which lists show them
   */
  ExportLayers(List<ExportLayer> layers) {
    this.layers = List.copyOf(layers);
  }

  /** The same layers without an application and its store. */
  public static ExportLayers declared() {
    return new ExportLayers(Contributions.list(ExportLayer.class));
  }

  public List<ExportLayer> all() {
    return layers;
  }

  /**
   * The layer of a name.
   *
   * @throws NotFoundException when there is none; the sentence lists them
   */
  public ExportLayer get(String name) {
    return layers.stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no layer %s to download; the layers are %s."
                        .formatted(
                            name,
                            layers.stream()
                                .map(ExportLayer::name)
                                .collect(Collectors.joining(", ")))));
  }
}
