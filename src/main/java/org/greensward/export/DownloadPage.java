package org.greensward.export;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.greensward.export.write.ExportCrs;
import org.greensward.export.write.ExportFormat;
import org.greensward.layer.export.ExportLayer;
import org.greensward.layer.export.ExportScope;
import org.greensward.layer.export.GeometryKind;
import org.greensward.licence.LicenceRefusal;
import org.greensward.web.AtDateResolver;
import org.greensward.web.Page;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /download}: all layers in all formats, of one council, one forum or all. */
@Page
class DownloadPage {
  private final ExportLayers layers;
  private final ExportPlanner planner;
  private final ExportService exports;
  private final ExportScopeResolver scopes;
  private final AtDateResolver atDate;

  DownloadPage(
      ExportLayers layers,
      ExportPlanner planner,
      ExportService exports,
      ExportScopeResolver scopes,
      AtDateResolver atDate) {
    this.layers = layers;
    this.planner = planner;
    this.exports = exports;
    this.scopes = scopes;
    this.atDate = atDate;
  }

  /**
   * A layer as the page shows it.
   *
   * @param rows how many there are; -1 where whoever looks may not have them
   * @param closed why they may not have it, and what to do
   * @param offered whether its files are linked to: they may have it, at most after accepting terms
   */
  record Line(
      String name,
      String title,
      long rows,
      String licence,
      List<LicenceRefusal> closed,
      boolean offered,
      List<ExportFormat> formats) {}

  @GetMapping("/download")
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public String page(
      @RequestParam(defaultValue = "") String council,
      @RequestParam(defaultValue = "") String forum,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String crs,
      HttpServletRequest request,
      Model model) {
    LocalDate date = atDate.of(at);
    ExportCrs chosen = ExportRequestParser.crs(crs);
    ExportScope scope = scopes.find(council, forum, date);
    List<Line> lines = new ArrayList<>();
    Set<String> credits = new LinkedHashSet<>();
    for (ExportLayer layer : layers.all()) {
      PlannedExport export =
          planner.plan(new ExportRequest(layer, scope, date, ExportFormat.GEOPACKAGE, chosen));
      boolean offered = export.closed().stream().allMatch(LicenceRefusal::isTerms);
      if (offered) {
        credits.add(export.about().attribution());
      }
      lines.add(
          new Line(
              layer.name(),
              layer.title(),
              offered ? exports.count(layer, scope, date) : -1,
              export.about().licence(),
              export.closed(),
              offered,
              formats(layer, chosen)));
    }
    model.addAttribute("at", date);
    model.addAttribute("crs", chosen == null ? null : chosen.code());
    model.addAttribute("scope", scope);
    String ofCouncil = scope.forum() == null && scope.councils() != null ? scope.slug() : null;
    String ofForum = scope.forum() == null ? null : scope.slug();
    model.addAttribute("council", ofCouncil);
    model.addAttribute("forum", ofForum);
    model.addAttribute("query", query(ofCouncil, ofForum, at.isBlank() ? null : date, chosen));
    model.addAttribute("councils", scopes.list(ExportScopeResolver.COUNCIL, date));
    model.addAttribute("forums", scopes.list(ExportScopeResolver.FORUM, date));
    model.addAttribute("lines", lines);
    model.addAttribute("credits", credits);
    model.addAttribute("here", here(request));
    return "download";
  }

  /** This page, for those that lead back to it. */
  private static String here(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : '?' + query);
  }

  /** What follows the address of a file, the same for all on the page; empty for nothing. */
  private static String query(String council, String forum, LocalDate at, ExportCrs crs) {
    return UriComponentsBuilder.newInstance()
        .queryParamIfPresent("council", Optional.ofNullable(council))
        .queryParamIfPresent("forum", Optional.ofNullable(forum))
        .queryParamIfPresent("at", Optional.ofNullable(at))
        .queryParamIfPresent("crs", Optional.ofNullable(crs).map(ExportCrs::code))
        .build()
        .toUriString();
  }

  private static List<ExportFormat> formats(ExportLayer layer, ExportCrs crs) {
    return Stream.of(ExportFormat.values())
        .filter(format -> crs == null || format.possibleCrs().contains(crs))
        .filter(format -> format != ExportFormat.KML || layer.shape() != GeometryKind.NONE)
        .toList();
  }
}
