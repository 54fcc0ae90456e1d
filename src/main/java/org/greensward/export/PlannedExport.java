package org.greensward.export;

import java.util.List;
import org.greensward.export.write.ExportFormat;
import org.greensward.export.write.FileMetadata;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.ExportScope;
import org.greensward.licence.LicencePolicy;
import org.greensward.licence.LicenceRefusal;

/**
 * A file that can be written: all that could be refused of it has been looked at.
 *
 * @param fileName a good name for it
 * @param closed why whoever asks may not have it, for each layer that it is made of and that is
 *     closed to them; empty when they may
 */
public record PlannedExport(
    ExportLayer layer,
    ExportScope scope,
    ExportFormat format,
    FileMetadata about,
    String fileName,
    List<LicenceRefusal> closed) {

  public boolean isOpen() {
    return closed.isEmpty();
  }

  /**
   * @throws org.greensward.error.ForbiddenException when whoever asks may not have it
   */
  public void requireOpen() {
    LicencePolicy.refuse(layer.title(), closed);
  }
}
