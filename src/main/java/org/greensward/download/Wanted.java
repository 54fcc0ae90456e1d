package org.greensward.download;

import org.greensward.exchange.write.Crs;
import org.greensward.exchange.write.ExportFormat;
import org.greensward.refusal.NotThere;
import org.greensward.refusal.Refusal;

/** Reads what an address says of the file that is wanted. */
public final class Wanted {
  private Wanted() {}

  /**
   * @throws NotThere when there is no such format; the sentence lists them
   */
  public static ExportFormat format(String word) {
    return ExportFormat.find(word)
        .orElseThrow(
            () ->
                new NotThere(
                    "There is no format %s to download; the formats are %s."
                        .formatted(word, ExportFormat.keys())));
  }

  /**
   * The coordinate system of a code; null for none, which is the one that is usual in the format.
   *
   * @throws Refusal when it is not offered
   */
  public static Crs crs(String code) {
    if (code.isBlank()) {
      return null;
    }
    return Crs.find(code)
        .orElseThrow(
            () ->
                new Refusal(
                    "crs="
                        + code
                        + " is not offered; take 27700 (British National Grid) or 4326 (WGS84)."));
  }
}
