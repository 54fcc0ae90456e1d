package org.greensward.export.contractor;

import java.util.List;
import org.greensward.error.NotFoundException;
import org.greensward.export.ExportLayers;
import org.greensward.layer.export.ExportLayer;
import org.greensward.licence.AcceptanceRepository;
import org.greensward.licence.LicencePolicy;
import org.greensward.licence.LicenceRefusal;
import org.greensward.licence.LicenceTerms;
import org.springframework.stereotype.Component;

/** The layers that a contractor's link is for, and the licences and terms that they come under. */
@Component
class ContractorLayers {
  private static final List<String> NAMES = List.of("land", "pieces");

  private final ExportLayers layers;
  private final LicencePolicy policy;
  private final AcceptanceRepository acceptances;

  ContractorLayers(ExportLayers layers, LicencePolicy policy, AcceptanceRepository acceptances) {
    this.layers = layers;
    this.policy = policy;
    this.acceptances = acceptances;
  }

  List<ExportLayer> list() {
    return NAMES.stream().map(layers::get).toList();
  }

  /**
   * @throws NotFoundException when links are not for the layer
   */
  ExportLayer get(String name) {
    if (!NAMES.contains(name)) {
      throw new NotFoundException("This link is for land and pieces, and for no other layer.");
    }
    return layers.get(name);
  }

  /** All imported layers that the files are made of. */
  List<String> sources() {
    return list().stream().flatMap(layer -> layer.sources().stream()).distinct().toList();
  }

  /** Why contractors may not have them now; empty when they may. */
  List<LicenceRefusal> closed() {
    return policy.closedToContractor(sources());
  }

  /** Why contractors may not have one of them now; empty when they may. */
  List<LicenceRefusal> closed(ExportLayer layer) {
    return policy.closedToContractor(layer.sources());
  }

  /** The terms that a contractor accepts, as they stand now. */
  List<LicenceTerms> terms() {
    List<String> sources = sources();
    return acceptances.list(0).stream()
        .filter(it -> sources.contains(it.licence().layer()))
        .toList();
  }
}
