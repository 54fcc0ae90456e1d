package org.greensward.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greensward.layer.importing.ImportFault;
import org.greensward.layer.importing.ImportFaultKind;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.MergeCounts;
import org.greensward.layer.importing.ReportFormat;

/** An import report as lines for a terminal. */
public final class ImportReportText {
  private static final int SHOWN_OF_A_KIND = 20;
  private static final int LEAST_NAME_WIDTH = 12;

  private ImportReportText() {}

  /** The report in lines: what changed, remarks, then the faults by kind, of each the first few. */
  public static List<String> lines(ImportReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s from %s: %s read%s",
            report.layer(),
            report.file(),
            ReportFormat.count(report.features(), "row"),
            report.dryRun()
                ? "; a dry run, nothing was changed"
                : ", edition " + report.edition()));
    lines.add("");
    addCounts(report, lines);
    if (!report.remarks().isEmpty()) {
      lines.add("");
      report.remarks().forEach(remark -> lines.add("  " + remark));
    }
    report.faultCounts().forEach((kind, count) -> addFaults(report, kind, count, lines));
    if (report.faultCounts().isEmpty()) {
      lines.add("");
      lines.add("  No faults were found.");
    }
    return lines;
  }

  private static void addCounts(ImportReport report, List<String> lines) {
    int width = report.counts().keySet().stream().mapToInt(String::length).max().orElse(0);
    String format = "  %-" + Math.max(width, LEAST_NAME_WIDTH) + "s %9s %9s %9s %9s";
    lines.add(String.format(Locale.ROOT, format, "", "new", "changed", "ended", "unchanged"));
    for (Map.Entry<String, MergeCounts> table : report.counts().entrySet()) {
      MergeCounts counts = table.getValue();
      lines.add(
          String.format(
              Locale.ROOT,
              format,
              table.getKey(),
              number(counts.added()),
              number(counts.changed()),
              number(counts.ended()),
              number(counts.unchanged())));
    }
  }

  private static void addFaults(
      ImportReport report, ImportFaultKind kind, long count, List<String> lines) {
    lines.add("");
    lines.add("  " + kind.label() + ": " + number(count));
    List<ImportFault> listed = report.listFaults(kind);
    listed.stream().limit(SHOWN_OF_A_KIND).forEach(fault -> lines.add("    " + line(fault)));
    long more = count - Math.min(listed.size(), SHOWN_OF_A_KIND);
    if (more > 0) {
      lines.add("    and " + number(more) + " more");
    }
  }

  private static String line(ImportFault fault) {
    return fault.easting() == null
        ? fault.sentence()
        : String.format(
            Locale.ROOT, "%s, at %.0f %.0f", fault.sentence(), fault.easting(), fault.northing());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
