package org.greensward.layer.importing;

/**
 * Kinds of faults that an import reports and still goes on. A fault that stops it is a {@link
 * org.greensward.error.UserException}.
 */
public enum ImportFaultKind {
  INVALID_GEOMETRY("Invalid geometry, repaired"),
  GAP_CLOSED("Gaps between parishes, closed"),
  GAP_OPEN("Gaps between parishes, left open"),
  OVERLAP("Overlaps between parishes, given to one"),
  DUPLICATE("Duplicates, taken once"),
  SAME_SHAPE("Different codes with the same shape"),
  UNITED("Several features of one code, united"),
  LOST("Features left without any area, not imported"),
  UNREPAIRED("Borders that still do not fit together"),
  NO_NAME("Features without a name, known by their code"),
  MISSING_PARISH("Parishes that are missing"),
  ENDED_CODE("Codes of the previous edition that ended"),
  NOT_IN_FILE("Not in the file, kept as they were"),
  NEW_PARTY("Bodies not known before, added"),
  OUTSIDE("Parcels outside every parish"),
  LAND_OVERLAP("Parcels that overlap each other"),
  MEASURED_OFF("Measured quantity off the drawn one by more than 5 %"),
  REGIME_MISMATCH("Regimes meant for another asset type"),
  LEFT_OUT("Left out");

  private final String label;

  ImportFaultKind(String label) {
    this.label = label;
  }

  /** The heading of this kind in a report. */
  public String label() {
    return label;
  }
}
