package org.greensward.download;

import java.util.List;
import org.greensward.exchange.write.About;
import org.greensward.exchange.write.ExportFormat;
import org.greensward.licence.Closed;
import org.greensward.licence.Permits;

/**
 * A file that can be written: all that could be refused of it has been looked at.
 *
 * @param fileName a good name for it
 * @param closed why whoever asks may not have it, for each layer that it is made of and that is
 *     closed to them; empty when they may
 */
public record Export(
    ExportLayer layer,
    Scope scope,
    ExportFormat format,
    About about,
    String fileName,
    List<Closed> closed) {

  public boolean isOpen() {
    return closed.isEmpty();
  }

  /**
   * @throws org.greensward.refusal.NotAllowed when whoever asks may not have it
   */
  public void requireOpen() {
    Permits.refuse(layer.title(), closed);
  }
}
