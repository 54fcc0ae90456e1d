package org.greensward.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.greensward.export.write.ExportFormat;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.ExportScope;
import org.greensward.licence.TermsNotAcceptedException;
import org.greensward.web.AtDateResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
  private final ExportLayers layers;
  private final ExportPlanner planner;
  private final ExportScopeResolver scopes;
  private final AtDateResolver atDate;
  private final FileResponder sending;

  DownloadController(
      ExportLayers layers,
      ExportPlanner planner,
      ExportScopeResolver scopes,
      AtDateResolver atDate,
      FileResponder sending) {
    this.layers = layers;
    this.planner = planner;
    this.scopes = scopes;
    this.atDate = atDate;
    this.sending = sending;
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
    ExportLayer wanted = layers.get(layer);
    ExportFormat chosen = ExportRequestParser.format(format);
    LocalDate date = atDate.of(at);
    ExportScope scope = scopes.find(council, forum, date);
    PlannedExport export =
        planner.plan(new ExportRequest(wanted, scope, date, chosen, ExportRequestParser.crs(crs)));
    try {
      sending.send(export, request, response);
    } catch (TermsNotAcceptedException terms) {
      if (!isInBrowser(request)) {
        throw terms;
      }
      toTerms(terms, request, response);
    }
  }

  /** Whoever signed in, in a browser: an API key comes with each request and has no pages. */
  private static boolean isInBrowser(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null
        && accepted.contains(MediaType.TEXT_HTML_VALUE)
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
  }

  /** The first use of a restricted layer leads to its terms, and they lead back. */
  private static void toTerms(
      TermsNotAcceptedException terms, HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    String here = request.getRequestURI() + (query == null ? "" : '?' + query);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.LOCATION,
        "/licences/" + terms.layer() + "?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
  }
}
