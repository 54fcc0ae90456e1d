package org.greensward.cli;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.greensward.error.UserException;
import org.greensward.export.ExportLayers;
import org.greensward.export.ExportPlanner;
import org.greensward.export.ExportRequest;
import org.greensward.export.ExportScopeResolver;
import org.greensward.export.ExportService;
import org.greensward.export.PlannedExport;
import org.greensward.export.write.ExportCrs;
import org.greensward.export.write.ExportFormat;
import org.greensward.layer.export.ExportLayer;
import org.greensward.licence.LicenceRefusal;
import org.greensward.web.AtDateResolver;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: writes a layer to a file. */
@Command(name = "export")
class ExportCommand implements Callable<Integer> {
  private static final Path STANDARD_OUTPUT = Path.of("-");

  @Mixin StoreOptions store;

  @Parameters(index = "0", paramLabel = "LAYER")
  String layer;

  @Option(names = "--council", paramLabel = "NAME")
  String council;

  @Option(names = "--forum", paramLabel = "NAME")
  String forum;

  @Option(names = "--all")
  boolean all;

  @Option(names = "--at", paramLabel = "DATE")
  String at;

  @Option(names = "--format", paramLabel = "FORMAT")
  String format;

  @Option(names = "--crs", paramLabel = "CODE")
  String crs;

  @Option(names = "--out", paramLabel = "FILE")
  Path out;

  @Option(names = "--force")
  boolean force;

  @Override
  public Integer call() {
    ExportLayer wanted = ExportLayers.declared().get(layer);
    ExportFormat chosen = format();
    ExportCrs system = crs == null ? null : crs();
    refuseUnclearScope();
    if (out != null && !STANDARD_OUTPUT.equals(out)) {
      refuseToOverwrite(out);
    }
    try (ConfigurableApplicationContext context = store.openForCommand()) {
      LocalDate date = context.getBean(AtDateResolver.class).of(at);
      ExportRequest request =
          new ExportRequest(
              wanted,
              context.getBean(ExportScopeResolver.class).find(council, forum, date),
              date,
              chosen,
              system);
      write(
          context.getBean(ExportService.class), context.getBean(ExportPlanner.class).plan(request));
    }
    return 0;
  }

  private void refuseUnclearScope() {
    int said = (council == null ? 0 : 1) + (forum == null ? 0 : 1) + (all ? 1 : 0);
    if (said != 1) {
      throw new UserException(
          (said == 0 ? "Say whose " + layer + " to export" : "Only one of these can be meant")
              + ": --council NAME, --forum NAME, or --all.");
    }
  }

  /** As said, else as the name of the file says, else a GeoPackage. */
  private ExportFormat format() {
    if (format != null) {
      return ExportFormat.find(format)
          .orElseThrow(
              () ->
                  new UserException(
                      "There is no format %s; the formats are %s."
                          .formatted(format, ExportFormat.keys())));
    }
    if (out != null) {
      String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
      for (ExportFormat each : ExportFormat.values()) {
        if (name.endsWith("." + each.ending())) {
          return each;
        }
      }
    }
    return ExportFormat.GEOPACKAGE;
  }

  private ExportCrs crs() {
    return ExportCrs.find(crs)
        .orElseThrow(
            () ->
                new UserException(
                    "--crs "
                        + crs
                        + " is not offered; take 27700 (British National Grid) or 4326 (WGS84)."));
  }

  private void refuseToOverwrite(Path file) {
    if (Files.isDirectory(file)) {
      throw new UserException(file + " is a folder; give the name of a file in it.");
    }
    if (Files.exists(file) && !force) {
      throw new UserException(
          file + " is there already; take another name, or --force to replace it.");
    }
  }

  private void write(ExportService exports, PlannedExport export) {
    PrintStream said = STANDARD_OUTPUT.equals(out) ? System.err : System.out;
    long rows;
    if (STANDARD_OUTPUT.equals(out)) {
      rows = writeTo(exports, export, new FileOutputStream(java.io.FileDescriptor.out));
      said.printf(Locale.ROOT, "Wrote %,d rows%n", rows);
    } else {
      Path file = out == null ? Path.of(export.fileName()) : out;
      refuseToOverwrite(file);
      rows = writeFile(exports, export, file);
      said.printf(Locale.ROOT, "Wrote %s: %,d rows, %s%n", file, rows, size(file));
    }
    said.println("Licence: " + export.about().licence());
    if (!export.isOpen()) {
      System.err.println(
          "Not for the public: "
              + export.closed().stream()
                  .map(LicenceRefusal::words)
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }

  /** Under another name until it is whole, so that what stands there is never a part. */
  private long writeFile(ExportService exports, PlannedExport export, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
        long rows = writeTo(exports, export, stream);
        stream.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return rows;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UserException(
          file + " cannot be written (" + e.getMessage() + "); check the folder and its room.", e);
    }
  }

  private static long writeTo(ExportService exports, PlannedExport export, OutputStream stream) {
    try (ProgressDisplay progress = ProgressDisplay.forTerminal()) {
      return exports.write(export, bytes -> stream, progress);
    }
  }

  private static String size(Path file) {
    try {
      long bytes = Files.size(file);
      return bytes < 1 << 20
          ? String.format(Locale.ROOT, "%,d kB", (bytes + 1023) >> 10)
          : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    } catch (IOException e) {
      return "size unknown";
    }
  }
}
