package org.greensward.land.importing;

import org.greensward.layer.importing.ImportRun;
import org.greensward.layer.importing.ImportSession;

/**
 * An import of land that overlays new parcels with the parishes on other cores, beginning while the
 * file is staged.
 */
record LandImportSession(ParcelOverlay overlay) implements ImportSession {

  @Override
  public void shape(long row, byte[] ewkb) {
    overlay.shape(row, ewkb);
  }

  @Override
  public void apply(ImportRun run) {
    LandImportLayer.apply(run, overlay);
  }

  @Override
  public void close() {
    overlay.close();
  }
}
