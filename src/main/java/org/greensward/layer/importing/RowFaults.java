package org.greensward.layer.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greensward.error.UserException;

/** Gathers all rows of a file that cannot be taken, so that they are refused together. */
public final class RowFaults {
  private final Map<Long, List<String>> byRow = new TreeMap<>();
  private int count;

  public void add(long row, String sentence) {
    addLine(row, "row %d: %s".formatted(row, sentence));
  }

  /** Notes a fault between two rows. */
  public void add(long first, long second, String sentence) {
    addLine(
        Math.min(first, second),
        "rows %d and %d: %s".formatted(Math.min(first, second), Math.max(first, second), sentence));
  }

  private void addLine(long row, String line) {
    byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(line);
    count++;
  }

  /**
   * @throws UserException with a line for every fault, in the order of the file, when there is one
   */
  public void refuseIfAny(String fileName) {
    if (count > 0) {
      throw new UserException(
          "%s has %s, and nothing of it was imported; put %s right and import it again."
              .formatted(
                  fileName,
                  count == 1 ? "a row that cannot be taken" : count + " faults in its rows",
                  count == 1 ? "it" : "them"),
          byRow.values().stream().flatMap(List::stream).toList());
    }
  }
}
