package org.greensward.layer.feature;

import java.util.Map;
import java.util.Set;
import org.greensward.security.account.AccountRole;

/**
 * Writes single features of a collection (OGC API Features Part 4), for accounts of one role. A
 * domain contributes its writers as beans. A collection that two roles change in different ways has
 * a writer for each; a collection without a writer is read-only.
 */
public interface FeatureWriter {
  /** The collection whose features it writes. */
  OgcCollection collection();

  /** The role of the accounts that it serves. */
  AccountRole role();

  /** The properties that can be set, at one time or another. */
  Set<String> settable();

  /** What it does, for the definition of the API. */
  Description description();

  /** Adds a feature, where {@link Description#create} says that it can. */
  default WriteResult create(FeatureWriteRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Changes a feature. */
  WriteResult change(String id, FeatureWriteRequest request);

  /** Deletes a feature. */
  WriteResult delete(String id, FeatureWriteRequest request);

  /**
   * What a writer does, for the definition of the API. Where a collection has two writers, their
   * words make one sentence, with those first that write at once.
   *
   * @param create what adding a feature does; null where none can be added
   * @param delete what deleting one does; null where another writer says it
   * @param texts what may be sent besides the properties and is not served: names, and what each is
   * @param draft what it means that a draft was kept in place of a change; null where all is
   *     written at once
   */
  record Description(String create, String delete, Map<String, String> texts, String draft) {}
}
