package org.greensward.ogc.common;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.greensward.layer.feature.FeatureWriter;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.security.account.AccountRole;
import org.springframework.stereotype.Component;

/** The registry of the writers of features that the domains contribute. */
@Component
public class FeatureWriters {
  private final List<FeatureWriter> contributed;

  FeatureWriters(List<FeatureWriter> contributed) {
    this.contributed =
        contributed.stream()
            .sorted(Comparator.comparing(writer -> writer.description().draft() != null))
            .toList();
  }

  /** The writers of a collection, those first that write at once; none where it is only read. */
  public List<FeatureWriter> list(OgcCollection collection) {
    return contributed.stream()
        .filter(writer -> writer.collection().id().equals(collection.id()))
        .toList();
  }

  /** The writer of a collection for a role. */
  public Optional<FeatureWriter> find(OgcCollection collection, AccountRole role) {
    return list(collection).stream().filter(writer -> writer.role() == role).findFirst();
  }

  /** What can be set of a feature; empty for a collection that is only read. */
  public Set<String> settable(OgcCollection collection) {
    return list(collection).stream()
        .flatMap(writer -> writer.settable().stream())
        .collect(Collectors.toSet());
  }
}
