package org.greensward.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.greensward.exchange.ProgressListener;
import org.greensward.exchange.write.Crs;
import org.greensward.exchange.write.ExportFormat;
import org.greensward.exchange.write.Target;
import org.greensward.refusal.NotThere;
import org.greensward.refusal.Refusal;
import org.greensward.refusal.TryLater;
import org.greensward.web.AtDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /download/{layer}.{format}}: a layer as a file. It is made anew for each request and not
 * to be kept by caches: what it rests on changes in too many ways to be told from one number.
 */
@Controller
class DownloadController {
  private static final int RETRY_SECONDS = 20;

  private final ExportPlanner planner;
  private final Exports exports;
  private final Scopes scopes;
  private final AtDate atDate;
  private final DownloadSettings settings;
  private final Semaphore places;

  DownloadController(
      ExportPlanner planner,
      Exports exports,
      Scopes scopes,
      AtDate atDate,
      DownloadSettings settings) {
    this.planner = planner;
    this.exports = exports;
    this.scopes = scopes;
    this.atDate = atDate;
    this.settings = settings;
    this.places = new Semaphore(settings.atOnce());
  }

  /**
   * The file, as an attachment. Nothing is sent before its first rows are there, so that a refusal
   * is still told with its own status.
   */
  @GetMapping("/download/{layer:[^.]+}.{format:.+}")
  void file(
      @PathVariable String layer,
      @PathVariable String format,
      @RequestParam(defaultValue = "") String council,
      @RequestParam(defaultValue = "") String forum,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String crs,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ExportLayer wanted = ExportLayer.get(layer);
    ExportFormat chosen = format(format);
    LocalDate date = atDate.of(at);
    Scope scope = scopes.find(council, forum, date);
    Export export =
        planner.plan(
            new ExportRequest(wanted, scope, date, chosen, crs.isBlank() ? null : crs(crs)));
    export.requireOpen();
    if (!places.tryAcquire()) {
      throw new TryLater(
          "Many downloads are being made at the moment; try again in %d seconds."
              .formatted(RETRY_SECONDS),
          RETRY_SECONDS);
    }
    try {
      send(export, request, response);
    } finally {
      places.release();
    }
  }

  private void send(Export export, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Target target =
        bytes -> {
          describe(export, bytes, response);
          return new TimedStream(response.getOutputStream(), settings.time());
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

  private static void describe(Export export, long bytes, HttpServletResponse response) {
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

  private static ExportFormat format(String word) {
    return ExportFormat.find(word)
        .orElseThrow(
            () ->
                new NotThere(
                    "There is no format %s to download; the formats are %s."
                        .formatted(word, ExportFormat.keys())));
  }

  static Crs crs(String code) {
    return Crs.find(code)
        .orElseThrow(
            () ->
                new Refusal(
                    "crs="
                        + code
                        + " is not offered; take 27700 (British National Grid) or 4326 (WGS84)."));
  }
}
