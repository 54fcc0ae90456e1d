package org.greensward.council.importing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.coverage.CoverageFault;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.ReportFormat;
import org.locationtech.jts.geom.Coordinate;

/** What the repair of a coverage found, in words of parishes. */
final class CoverageReport {
  private final Map<String, String> names;

  /**
   * @param names the names of parishes by code
   */
  CoverageReport(Map<String, String> names) {
    this.names = names;
  }

  void report(List<CoverageFault> faults, ImportReport.Builder report) {
    faults.forEach(fault -> report.fault(toFault(fault)));
  }

  private ImportFault toFault(CoverageFault fault) {
    Coordinate place = fault.place();
    return new ImportFault(
        kind(fault),
        String.join(" ", fault.codes()),
        sentence(fault),
        place == null ? null : place.x,
        place == null ? null : place.y,
        fault.areaM2());
  }

  private static ImportFaultKind kind(CoverageFault fault) {
    return switch (fault.kind()) {
      case INVALID_RING -> ImportFaultKind.INVALID_GEOMETRY;
      case REPEATED_CODE -> ImportFaultKind.UNITED;
      case DUPLICATE_GEOMETRY -> ImportFaultKind.SAME_SHAPE;
      case OVERLAP -> ImportFaultKind.OVERLAP;
      case GAP -> fault.receiver() == null ? ImportFaultKind.GAP_OPEN : ImportFaultKind.GAP_CLOSED;
      case EMPTY, LOST -> ImportFaultKind.LOST;
      case UNREPAIRED -> ImportFaultKind.UNREPAIRED;
    };
  }

  private String sentence(CoverageFault fault) {
    String who = fault.codes().stream().map(this::named).collect(Collectors.joining(", "));
    String area = ReportFormat.area(fault.areaM2());
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
