package org.greensward.layer.importing;

import java.nio.file.Path;
import java.util.Map;

/**
 * What to import, and how.
 *
 * @param layer the name of the layer, such as {@code parishes}
 * @param file where the file is
 * @param options how to read it
 * @param mapping our column names to the file's, for columns that are not recognised by name
 * @param dryRun whether to validate and report only, and change nothing
 * @param source where the file comes from, for people; may be null
 * @param licence under which licence it may be used; may be null
 */
public record ImportRequest(
    String layer,
    Path file,
    ReadOptions options,
    Map<String, String> mapping,
    boolean dryRun,
    String source,
    String licence) {

  public ImportRequest {
    mapping = Map.copyOf(mapping);
  }

  /** A file read as it says itself, applied at once. */
  public static ImportRequest of(String layer, Path file) {
    return new ImportRequest(layer, file, ReadOptions.DEFAULT, Map.of(), false, null, null);
  }

  public ImportRequest asDryRun() {
    return new ImportRequest(layer, file, options, mapping, true, source, licence);
  }

  public ImportRequest withOptions(ReadOptions other) {
    return new ImportRequest(layer, file, other, mapping, dryRun, source, licence);
  }

  public ImportRequest withMapping(Map<String, String> other) {
    return new ImportRequest(layer, file, options, other, dryRun, source, licence);
  }

  public ImportRequest withSource(String otherSource, String otherLicence) {
    return new ImportRequest(layer, file, options, mapping, dryRun, otherSource, otherLicence);
  }

  public String fileName() {
    return file.getFileName().toString();
  }
}
