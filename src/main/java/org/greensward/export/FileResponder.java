package org.greensward.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.greensward.error.UnavailableException;
import org.greensward.export.write.OutputTarget;
import org.greensward.layer.importing.ProgressListener;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers a request with a file, of which so many are made at once and no more. */
@Component
public class FileResponder {
  private static final int RETRY_SECONDS = 20;

  private final ExportService exports;
  private final DownloadSettings settings;
  private final Semaphore places;

  FileResponder(ExportService exports, DownloadSettings settings) {
    this.exports = exports;
    this.settings = settings;
    this.places = new Semaphore(settings.atOnce());
  }

  /**
   * Sends a file as an attachment that nobody keeps.
   *
   * @throws org.greensward.error.ForbiddenException when whoever asks may not have it
   * @throws UnavailableException when too many are being made
   */
  public void send(PlannedExport export, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    export.requireOpen();
    if (!places.tryAcquire()) {
      throw new UnavailableException(
          "Many downloads are being made at the moment; try again in %d seconds."
              .formatted(RETRY_SECONDS),
          RETRY_SECONDS);
    }
    try {
      write(export, request, response);
    } finally {
      places.release();
    }
  }

  private void write(PlannedExport export, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OutputTarget target =
        bytes -> {
          describe(export, bytes, response);
          return new DeadlineOutputStream(response.getOutputStream(), settings.time());
        };
    if (request.getMethod().equals("HEAD")) {
      describe(export, -1, response);
      return;
    }
    try {
      exports.write(export, target, ProgressListener.NONE);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      if (!response.isCommitted()) {
        undescribe(response);
      }
      throw e;
    }
  }

  private static void describe(PlannedExport export, long bytes, HttpServletResponse response) {
    response.setContentType(export.format().mediaType());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(export.fileName()).build().toString());
    if (bytes >= 0) {
      response.setContentLengthLong(bytes);
    }
  }

  /** So that the answer that says why there is no file is not taken for one. */
  private static void undescribe(HttpServletResponse response) {
    response.resetBuffer();
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
    response.setContentType(null);
  }
}
