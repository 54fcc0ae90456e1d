package org.greensward.importing.dataset;

import java.time.Duration;
import org.greensward.importing.gdal.GdalLimits;

/**
 * What reading one file may cost.
 *
 * @param time from the start of a child process to its end
 * @param memoryBytes address space of a child process
 * @param unzippedBytes what the wanted members of an archive come to when unpacked
 */
public record ReadLimits(Duration time, long memoryBytes, long unzippedBytes) {
  public static final ReadLimits DEFAULT =
      new ReadLimits(Duration.ofMinutes(15), 4L << 30, 4L << 30);
  private static final long WRITTEN_BYTES = 64L << 20;

  /** For a program that reads: it writes little, if anything. */
  public GdalLimits ofProgram() {
    return new GdalLimits(time, memoryBytes, WRITTEN_BYTES);
  }
}
