package org.greensward.export;

import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.export.write.ExportCrs;
import org.greensward.export.write.ExportFormat;

/** Reads what an address says of the file that is wanted. */
public final class ExportRequestParser {
  private ExportRequestParser() {}

  /**
   * @throws NotFoundException when there is no such format; the sentence lists them
   */
  public static ExportFormat format(String word) {
    return ExportFormat.find(word)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no format %s to download; the formats are %s."
                        .formatted(word, ExportFormat.keys())));
  }

  /**
   * The coordinate system of a code; null for none, which is the one that is usual in the format.
   *
   * @throws UserException when it is not offered
   */
  public static ExportCrs crs(String code) {
    if (code.isBlank()) {
      return null;
    }
    return ExportCrs.find(code)
        .orElseThrow(
            () ->
                new UserException(
                    "crs="
                        + code
                        + " is not offered; take 27700 (British National Grid) or 4326 (WGS84)."));
  }
}
