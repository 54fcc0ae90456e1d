package org.greensward.importing.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.greensward.database.Audience;
import org.greensward.database.StoreSettings;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.greensward.importing.ImportService;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.ImportRequest;
import org.greensward.layer.importing.ProgressListener;
import org.greensward.layer.importing.ReadOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * Checks uploaded files and applies them, one after the other, in the background and in the name of
 * whoever asked. A file lies in a folder of its own, under its own name, until it is applied,
 * turned down or too old.
 */
@Service
class UploadService implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(UploadService.class);
  private static final long SIGN_OF_LIFE_MILLIS = 1000;

  private final UploadRepository uploads;
  private final ImportService imports;
  private final UploadSettings settings;
  private final StoreSettings store;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "uploads");
            thread.setDaemon(true);
            return thread;
          });

  UploadService(
      UploadRepository uploads,
      ImportService imports,
      UploadSettings settings,
      StoreSettings store,
      Clock clock) {
    this.uploads = uploads;
    this.imports = imports;
    this.settings = settings;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes a file in and begins to check it.
   *
   * @param options of reading: crs, encoding, layer, and {@code column.NAME} for columns of other
   *     names
   * @return the upload's id
   * @throws UserException when the file cannot be kept
   */
  long add(
      MultipartFile file,
      String layer,
      Map<String, String> options,
      String source,
      String licence) {
    removeOld();
    String name = plainName(file.getOriginalFilename());
    long id = uploads.add(layer, name, file.getSize(), options, source, licence);
    Path folder = folder(id);
    try {
      Files.createDirectories(folder);
      file.transferTo(folder.resolve(name));
    } catch (IOException e) {
      uploads.refused(id, new UserException("The file could not be kept; upload it again."));
      throw new UserException(
          "There is no room for " + name + " on the server, or it was cut off; upload it again.",
          e);
    }
    check(id);
    return id;
  }

  /** Checks again what an earlier check said, because the store has changed, or it was cut off. */
  void checkAgain(long id) {
    if (uploads.move(id, List.of("checking", "checked", "applying"), "checking")) {
      check(id);
    }
  }

  private void check(long id) {
    ImportRequest request = request(id);
    work(id, () -> uploads.checked(id, imports.preview(request, progress(id)), null));
  }

  /**
   * Begins to apply what was checked.
   *
   * @throws UserException when somebody else has applied it or turned it down
   */
  void apply(long id) {
    if (!uploads.move(id, List.of("checked"), "applying")) {
      throw new UserException(
          "This upload is not waiting any more; its page says what became of it.");
    }
    ImportReport expected = uploads.findReport(id).orElseThrow();
    ImportRequest request = request(id);
    work(
        id,
        () -> {
          try {
            ImportReport done =
                imports.run(request, progress(id), report -> requireSame(expected, report));
            uploads.applied(id, done);
            removeFile(id);
          } catch (StoreChanged e) {
            uploads.checked(id, imports.preview(request, progress(id)), StoreChanged.STEP);
          }
        });
  }

  /** Turns an upload down; its file is removed. */
  void discard(long id) {
    uploads.move(id, List.of("checked", "refused", "checking", "applying"), "discarded");
    removeFile(id);
  }

  /** Nobody applies what he has not read. */
  private static void requireSame(ImportReport expected, ImportReport report) {
    if (!expected.counts().equals(report.counts())) {
      throw new StoreChanged();
    }
  }

  /** The store is not what it was when the report was made. */
  static final class StoreChanged extends RuntimeException {
    static final String STEP = "changed";

    StoreChanged() {
      super(null, null, false, false);
    }
  }

  private void work(long id, Runnable task) {
    Audience audience = Audience.current();
    worker.execute(
        () -> {
          try (Audience.Bound bound = Audience.bind(audience)) {
            task.run();
          } catch (UserException e) {
            refuse(audience, id, e);
          } catch (RuntimeException e) {
            log.error("Upload {}", id, e);
            refuse(
                audience,
                id,
                new UserException(
                    "The program failed on this file, and nothing was changed; whoever runs the"
                        + " service finds the reason in its log."));
          }
        });
  }

  private void refuse(Audience audience, long id, UserException refusal) {
    try (Audience.Bound bound = Audience.bind(audience)) {
      uploads.refused(id, refusal);
    } catch (RuntimeException e) {
      log.error("Upload {} cannot be marked as refused", id, e);
    }
  }

  /** Says how far it has come, but not so often that saying it takes the time. */
  private ProgressListener progress(long id) {
    long[] said = {0};
    return (step, done, total) -> {
      long now = clock.millis();
      if (now - said[0] >= SIGN_OF_LIFE_MILLIS) {
        said[0] = now;
        uploads.at(id, total > 0 ? "%s, %d %%".formatted(step, 100 * done / total) : step);
      }
    };
  }

  private ImportRequest request(long id) {
    Upload upload = uploads.find(id).orElseThrow(() -> notThere(id));
    Path file = folder(id).resolve(upload.fileName());
    if (!Files.isReadable(file)) {
      throw new UserException(
          upload.fileName()
              + " is not kept on this server any more; upload it again to check or apply it.");
    }
    Map<String, String> options = uploads.options(id);
    Map<String, String> columns = new LinkedHashMap<>();
    options.forEach(
        (name, value) -> {
          if (name.startsWith("column.")) {
            columns.put(name.substring("column.".length()), value);
          }
        });
    return new ImportRequest(
        upload.layer(),
        file,
        new ReadOptions(
            options.get("crs"), null, options.get("encoding"), options.get("sourceLayer")),
        columns,
        false,
        upload.source(),
        upload.licence());
  }

  static NotFoundException notThere(long id) {
    return new NotFoundException(
        "There is no upload " + id + "; all uploads are listed under Uploads.");
  }

  private Path folder(long id) {
    Path base = settings.folder() == null ? store.data().resolve("uploads") : settings.folder();
    return base.resolve(String.valueOf(id));
  }

  /** A name without folders, whatever the browser sent. */
  private static String plainName(String given) {
    String name = given == null ? "" : given.substring(given.lastIndexOf('/') + 1);
    name = name.substring(name.lastIndexOf('\\') + 1).replaceAll("[\\p{Cntrl}:]", "_").strip();
    return name.isEmpty() || name.startsWith(".") ? "upload" + name : name;
  }

  private void removeFile(long id) {
    try {
      FileSystemUtils.deleteRecursively(folder(id));
    } catch (IOException e) {
      log.warn("The file of upload {} cannot be removed", id, e);
    }
  }

  /** Files that nobody applied. */
  private void removeOld() {
    Path base = folder(0).getParent();
    Instant oldest = clock.instant().minus(settings.keep());
    if (!Files.isDirectory(base)) {
      return;
    }
    try (Stream<Path> folders = Files.walk(base, 1, new FileVisitOption[0])) {
      folders
          .filter(folder -> !folder.equals(base) && isOlder(folder, oldest))
          .forEach(folder -> removeFile(Long.parseLong(folder.getFileName().toString())));
    } catch (IOException | UncheckedIOException e) {
      log.warn("Old uploads cannot be removed", e);
    }
  }

  private static boolean isOlder(Path folder, Instant oldest) {
    try {
      FileTime time = Files.getLastModifiedTime(folder);
      return folder.getFileName().toString().matches("[0-9]{1,18}")
          && time.toInstant().isBefore(oldest);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
