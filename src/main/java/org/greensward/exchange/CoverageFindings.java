package org.greensward.exchange;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.geometry.CoverageFault;
import org.locationtech.jts.geom.Coordinate;

/** What the repair of a coverage found, in words of parishes. */
final class CoverageFindings {
  private final Map<String, String> names;

  /**
   * @param names the names of parishes by code
   */
  CoverageFindings(Map<String, String> names) {
    this.names = names;
  }

  void report(List<CoverageFault> faults, ImportReport.Builder report) {
    faults.forEach(fault -> report.fault(toFault(fault)));
  }

  private Fault toFault(CoverageFault fault) {
    Coordinate place = fault.place();
    return new Fault(
        kind(fault),
        String.join(" ", fault.codes()),
        sentence(fault),
        place == null ? null : place.x,
        place == null ? null : place.y,
        fault.areaM2());
  }

  private static FaultKind kind(CoverageFault fault) {
    return switch (fault.kind()) {
      case INVALID_RING -> FaultKind.INVALID_GEOMETRY;
      case REPEATED_CODE -> FaultKind.UNITED;
      case DUPLICATE_GEOMETRY -> FaultKind.SAME_SHAPE;
      case OVERLAP -> FaultKind.OVERLAP;
      case GAP -> fault.receiver() == null ? FaultKind.GAP_OPEN : FaultKind.GAP_CLOSED;
      case EMPTY, LOST -> FaultKind.LOST;
      case UNREPAIRED -> FaultKind.UNREPAIRED;
    };
  }

  private String sentence(CoverageFault fault) {
    String who = fault.codes().stream().map(this::named).collect(Collectors.joining(", "));
    String area = Text.area(fault.areaM2());
    String where = fault.places() > 1 ? " in " + fault.places() + " places" : "";
    return switch (fault.kind()) {
      case INVALID_RING -> "%s: %s, changed by %s".formatted(who, fault.detail(), area);
      case REPEATED_CODE -> "%s: several features, united".formatted(who);
      case DUPLICATE_GEOMETRY -> "%s have the same shape; the first keeps it".formatted(who);
      case OVERLAP ->
          "%s overlap by %s%s; %s has it now".formatted(who, area, where, named(fault.receiver()));
      case GAP ->
          fault.receiver() == null
              ? "%s of no parish lie between %s".formatted(area, who)
              : "%s of no parish lay between %s%s; %s has it now"
                  .formatted(area, who, where, named(fault.receiver()));
      case EMPTY -> "%s has no area".formatted(who);
      case LOST -> "%s has no area left; all %s of it went to others".formatted(who, area);
      case UNREPAIRED -> "%s do not fit together here".formatted(who);
    };
  }

  private String named(String code) {
    String name = names.getOrDefault(code, code);
    return name.equals(code) ? code : code + " " + name;
  }
}
