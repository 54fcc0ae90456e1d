package org.greensward.layer.importing;

/**
 * One thing that an import found wrong with a feature and where it is.
 *
 * @param kind what is wrong
 * @param key the feature or features: a code, a reference, a name
 * @param sentence the finding, for people
 * @param easting metres in EPSG:27700; null where it has no place
 * @param northing metres in EPSG:27700; null where it has no place
 * @param areaM2 square metres in question; null where that means nothing
 */
public record ImportFault(
    ImportFaultKind kind,
    String key,
    String sentence,
    Double easting,
    Double northing,
    Double areaM2) {

  public static ImportFault of(ImportFaultKind kind, String key, String sentence) {
    return new ImportFault(kind, key, sentence, null, null, null);
  }
}
