package org.greensward.status;

/** How many councils stand where at a date; the four sum to all councils. */
public record StatusCounts(int devolved, int interested, int none, int unknown) {
  public int councils() {
    return devolved + interested + none + unknown;
  }
}
