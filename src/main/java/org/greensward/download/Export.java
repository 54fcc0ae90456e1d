package org.greensward.download;

import java.util.List;
import org.greensward.exchange.write.About;
import org.greensward.exchange.write.ExportFormat;
import org.greensward.refusal.NotAllowed;

/**
 * A file that can be written: all that could be refused of it has been looked at.
 *
 * @param fileName a good name for it
 * @param closed why the public may not have it, a part of a sentence for each layer that it is made
 *     of and that is not open; empty when it may
 */
public record Export(
    ExportLayer layer,
    Scope scope,
    ExportFormat format,
    About about,
    String fileName,
    List<String> closed) {

  public boolean isOpen() {
    return closed.isEmpty();
  }

  /**
   * @throws NotAllowed when the public may not have it
   */
  public void requireOpen() {
    if (!isOpen()) {
      throw new NotAllowed(
          layer.title()
              + " cannot be downloaded: "
              + String.join(", ", closed)
              + "; ask whoever runs this service.");
    }
  }
}
