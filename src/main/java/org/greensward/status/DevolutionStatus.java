package org.greensward.status;

import java.util.Arrays;
import java.util.List;

/** Where a council stands on a service, in the order in which lists show it. */
public enum DevolutionStatus {
  DEVOLVED("devolved"),
  INTERESTED("interested"),
  NONE("none"),
  UNKNOWN("unknown");

  private final String code;

  DevolutionStatus(String code) {
    this.code = code;
  }

  /** As the database, files and addresses have it. */
  public String code() {
    return code;
  }

  /** Whether a code is of this status; null is of none. */
  public boolean is(String other) {
    return code.equals(other);
  }

  /** The codes of all. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(DevolutionStatus::code).toList();
  }
}
