package org.greensward.ogc.project;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greensward.download.Export;
import org.greensward.exchange.write.About;
import org.greensward.ogc.Items;
import org.greensward.ogc.OgcCollection;
import org.greensward.ogc.OgcCollections;
import org.greensward.ogc.Places;
import org.greensward.ogc.QueryText;
import org.greensward.store.WorkingDate;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /ogc/greensward.qgs}: a project for QGIS, made for whoever asks. */
@RestController
class ProjectController {
  static final String ADDRESS = Places.ROOT + "/greensward.qgs";

  private static final String COUNCIL = "council";

  private final ProjectViews views;
  private final Items items;
  private final WorkingDate workingDate;
  private final MessageSource messages;

  ProjectController(
      ProjectViews views, Items items, WorkingDate workingDate, MessageSource messages) {
    this.views = views;
    this.items = items;
    this.workingDate = workingDate;
    this.messages = messages;
  }

  @GetMapping(ADDRESS)
  ResponseEntity<byte[]> project(HttpServletRequest request) {
    ProjectView view = views.of(QueryText.of(request, List.of(COUNCIL)).find(COUNCIL));
    Map<String, About> about = new LinkedHashMap<>();
    for (OgcCollection collection : OgcCollections.all()) {
      Export licensed = items.licensed(collection, workingDate.today());
      if (licensed.isOpen()) {
        about.put(collection.id(), licensed.about());
      }
    }
    String project =
        new QgisProject(
                view,
                Places.root(),
                about,
                word("qgis.title", view),
                word("qgis.project", view),
                word("qgis.confidential", view))
            .write();
    String name =
        view.slug().equals("all") ? "greensward.qgs" : "greensward-" + view.slug() + ".qgs";
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .contentType(MediaType.parseMediaType(QgisProject.MEDIA_TYPE))
        .body(project.getBytes(StandardCharsets.UTF_8));
  }

  private String word(String key, ProjectView view) {
    return messages.getMessage(key, new Object[] {view.title()}, Locale.UK);
  }
}
