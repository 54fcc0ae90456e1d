package org.greensward.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greensward.DemonstrationApp;
import org.greensward.database.TestStore;
import org.greensward.export.write.ExportCrs;
import org.greensward.export.write.ExportFormat;
import org.greensward.importing.DemonstrationStore;
import org.greensward.layer.export.ExportScope;
import org.greensward.layer.importing.ProgressListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * An application of its own on the demonstration, with land whose names are hard on formats and a
 * status that is not public yet.
 */
final class DownloadApp {
  static final LocalDate AT = LocalDate.of(2018, 10, 1);
  static final String LETTERS = "Café Ŵyn, \"Y Cwm\" 'n'";
  static final String LONG = "ŵ".repeat(400);
  static final String FORMULA = "=HYPERLINK(1)";
  static final TestStore STORE = DemonstrationStore.copy();
  private static final Map<List<Object>, Path> WHOLE = new HashMap<>();
  private static ConfigurableApplicationContext context;
  private static Path folder;

  private DownloadApp() {}

  static synchronized ConfigurableApplicationContext context() {
    if (context == null) {
      context = DemonstrationApp.start(STORE, "demonstration");
      name("MK-000001", LETTERS);
      name("MK-000002", LONG);
      name("MK-000003", FORMULA);
      jdbc()
          .sql(
              """
              UPDATE status SET published_from = now() + interval '1 day'
              WHERE status = 'interested' AND council_id =
                (SELECT id FROM council WHERE slug = 'hanslope-parish-council')
              """)
          .update();
    }
    return context;
  }

  private static void name(String reference, String name) {
    jdbc()
        .sql("UPDATE land SET name = :name WHERE reference = :reference")
        .param("name", name)
        .param("reference", reference)
        .update();
  }

  static <T> T bean(Class<T> type) {
    return context().getBean(type);
  }

  static JdbcClient jdbc() {
    return STORE.jdbc();
  }

  static <T> T value(String sql, Class<T> type) {
    context();
    return jdbc().sql(sql).query(type).single();
  }

  static String address() {
    return DemonstrationApp.addressOf(context());
  }

  static PlannedExport plan(
      String layer, ExportFormat format, ExportCrs crs, String council, String forum) {
    ExportScope scope = bean(ExportScopeResolver.class).find(council, forum, AT);
    return bean(ExportPlanner.class)
        .plan(new ExportRequest(bean(ExportLayers.class).get(layer), scope, AT, format, crs));
  }

  /** A file of a whole layer, written once a run however many tests look into it. */
  static synchronized Path whole(String layer, ExportFormat format, ExportCrs crs) {
    PlannedExport export = plan(layer, format, crs, null, null);
    return WHOLE.computeIfAbsent(
        List.of(layer, format, export.about().crs()),
        key -> {
          try {
            return write(Files.createTempDirectory(folder(), layer), export);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Path folder() throws IOException {
    if (folder == null) {
      Path made = Files.createTempDirectory("greensward-exports-");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(made.toFile())));
      folder = made;
    }
    return folder;
  }

  /** Writes an export into a folder, under its own name. */
  static Path write(Path folder, String layer, ExportFormat format, ExportCrs crs) {
    return write(folder, plan(layer, format, crs, null, null));
  }

  static Path write(Path folder, PlannedExport export) {
    Path file = folder.resolve(export.fileName());
    try (OutputStream out = Files.newOutputStream(file)) {
      bean(ExportService.class).write(export, bytes -> out, ProgressListener.NONE);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
