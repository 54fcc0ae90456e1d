package org.greensward.ogc.qgisproject;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greensward.export.PlannedExport;
import org.greensward.export.write.FileMetadata;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.common.OgcUrls;
import org.greensward.ogc.common.QueryParameters;
import org.greensward.ogc.features.FeatureReader;
import org.greensward.revision.WorkingDate;
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
class QgisProjectController {
  static final String ADDRESS = OgcUrls.ROOT + "/greensward.qgs";

  private static final String COUNCIL = "council";

  private final OgcCollections collections;
  private final QgisProjectGroups groups;
  private final QgisProjectViewRepository views;
  private final FeatureReader items;
  private final WorkingDate workingDate;
  private final MessageSource messages;

  QgisProjectController(
      OgcCollections collections,
      QgisProjectGroups groups,
      QgisProjectViewRepository views,
      FeatureReader items,
      WorkingDate workingDate,
      MessageSource messages) {
    this.collections = collections;
    this.groups = groups;
    this.views = views;
    this.items = items;
    this.workingDate = workingDate;
    this.messages = messages;
  }

  @GetMapping(ADDRESS)
  ResponseEntity<byte[]> project(HttpServletRequest request) {
    QgisProjectView view = views.of(QueryParameters.of(request, List.of(COUNCIL)).find(COUNCIL));
    Map<String, FileMetadata> about = new LinkedHashMap<>();
    for (OgcCollection collection : collections.all()) {
      PlannedExport licensed = items.licensed(collection, workingDate.today());
      if (licensed.isOpen()) {
        about.put(collection.id(), licensed.about());
      }
    }
    String project =
        new QgisProject(
                groups.list(),
                view,
                OgcUrls.root(),
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

  private String word(String key, QgisProjectView view) {
    return messages.getMessage(key, new Object[] {view.title()}, Locale.UK);
  }
}
