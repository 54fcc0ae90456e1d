package org.greensward.bench.process;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory use of a Java process, in MB of 2^20 bytes.
 *
 * @param live heap in use after the last collection, a full one
 * @param peak the most heap in use after any collection; short-lived collections leave garbage
 *     behind, so this is more than was ever needed
 * @param resident the most memory that the process had, with everything beside the heap
 */
public record MemoryFigures(int live, int peak, int resident) {
  private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");
  private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  static MemoryFigures parse(List<String> gcLog, List<String> processStatus) {
    int live = 0;
    int peak = 0;
    for (String line : gcLog) {
      Matcher pause = PAUSE.matcher(line);
      if (pause.find()) {
        live = Integer.parseInt(pause.group(2));
        peak = Math.max(peak, live);
      }
    }
    int resident = 0;
    for (String line : processStatus) {
      Matcher most = RESIDENT.matcher(line);
      if (most.find()) {
        resident = Integer.parseInt(most.group(1)) / 1024;
      }
    }
    return new MemoryFigures(live, peak, resident);
  }

  /** The larger of each figure. */
  public MemoryFigures max(MemoryFigures other) {
    return new MemoryFigures(
        Math.max(live, other.live), Math.max(peak, other.peak), Math.max(resident, other.resident));
  }

  @Override
  public String toString() {
    return "heap %,d in use after a full collection at the end, at most %,d after any; process %,d"
        .formatted(live, peak, resident);
  }
}
