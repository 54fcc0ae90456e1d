package org.greensward.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.greensward.error.UserException;
import org.greensward.importing.ImportLayers;
import org.greensward.importing.ImportReportText;
import org.greensward.importing.ImportService;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.ImportRequest;
import org.greensward.layer.importing.ReadOptions;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: reads a file into a layer. */
@Command(name = "import")
class ImportCommand implements Callable<Integer> {
  @Mixin StoreOptions store;

  @Parameters(index = "0", paramLabel = "LAYER")
  String layer;

  @Parameters(index = "1", paramLabel = "FILE")
  Path file;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Option(names = "--map", paramLabel = "COLUMN=ITS_NAME", split = ",")
  Map<String, String> mapping = new LinkedHashMap<>();

  @Option(names = "--where", paramLabel = "CONDITION")
  String where;

  @Option(names = "--crs", paramLabel = "EPSG:CODE")
  String crs;

  @Option(names = "--encoding", paramLabel = "ENCODING")
  String encoding;

  @Option(names = "--layer", paramLabel = "NAME")
  String sourceLayer;

  @Option(names = "--report", paramLabel = "FILE")
  Path reportFile;

  @Option(names = "--source", paramLabel = "TEXT")
  String source;

  @Option(names = "--licence", paramLabel = "TEXT")
  String licence;

  @Override
  public Integer call() {
    refuseWhatNeedsNoStore();
    ImportRequest request =
        new ImportRequest(
            layer,
            file,
            new ReadOptions(crs, where, encoding, sourceLayer),
            mapping,
            dryRun,
            source,
            licence);
    ImportReport report;
    try (ConfigurableApplicationContext context = store.openForCommand();
        ProgressDisplay progress = ProgressDisplay.forTerminal()) {
      report = context.getBean(ImportService.class).run(request, progress);
    }
    ImportReportText.lines(report).forEach(System.out::println);
    if (reportFile != null) {
      write(report);
    }
    return 0;
  }

  /** So that a slip of the hand is answered at once. */
  private void refuseWhatNeedsNoStore() {
    ImportLayers.withoutStore().get(layer);
    if (!Files.isReadable(file)) {
      throw new UserException("There is no file %s that can be read.".formatted(file));
    }
  }

  private void write(ImportReport report) {
    try {
      Files.writeString(reportFile, report.toJson());
    } catch (IOException e) {
      throw new UserException(
          "The import is done, but its report could not be written to " + reportFile + ".", e);
    }
  }
}
