package org.greensward.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.ogc.common.Conformance;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.common.OgcFormat;
import org.greensward.ogc.common.OgcUrls;
import org.greensward.ogc.common.QueryParameters;
import org.greensward.ogc.features.FeatureReader;
import org.greensward.ogc.features.FeatureSchema;
import org.greensward.ogc.features.Queryables;
import org.greensward.ogc.openapi.OpenApi;
import org.greensward.revision.WorkingDate;
import org.greensward.web.PageModelAdvice;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What the API says of itself, for programs and for people. */
@Controller
class OgcController {
  private static final List<String> FORMAT_ONLY = List.of(OgcFormat.PARAMETER);

  private final OgcCollections collections;
  private final OgcMetadata documents;
  private final OpenApi openApi;
  private final FeatureSchema schemas;
  private final FeatureReader items;
  private final PageModelAdvice pages;
  private final WorkingDate workingDate;
  private final MessageSource messages;

  OgcController(
      OgcCollections collections,
      OgcMetadata documents,
      OpenApi openApi,
      FeatureSchema schemas,
      FeatureReader items,
      PageModelAdvice pages,
      WorkingDate workingDate,
      MessageSource messages) {
    this.collections = collections;
    this.documents = documents;
    this.openApi = openApi;
    this.schemas = schemas;
    this.items = items;
    this.pages = pages;
    this.workingDate = workingDate;
    this.messages = messages;
  }

  /** The landing page. */
  @GetMapping({OgcUrls.ROOT, OgcUrls.ROOT + "/"})
  Object landing(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
    OgcFormat format = format(request, Link.JSON);
    if (format == OgcFormat.HTML) {
      return page("ogc", request)
          .addObject("root", OgcUrls.root())
          .addObject("collections", collections.all());
    }
    return json(documents.landing(word("ogc.title"), word("ogc.lead"), format), Link.JSON);
  }

  @GetMapping(OgcUrls.ROOT + "/conformance")
  Object conformance(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
    OgcFormat format = format(request, Link.JSON);
    return format == OgcFormat.HTML
        ? page("ogc-conformance", request).addObject("classes", Conformance.classes())
        : json(documents.conformance(format), Link.JSON);
  }

  /** The definition: OpenAPI 3.0, which holds nothing that must be fetched from elsewhere. */
  @GetMapping(OgcUrls.ROOT + "/api")
  Object api(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
    OgcFormat format = format(request, Link.OPEN_API);
    Map<String, Object> document = openApi.document(word("ogc.title"), word("ogc.lead"));
    return format == OgcFormat.HTML
        ? page("ogc-api", request).addObject("paths", document.get("paths"))
        : json(document, Link.OPEN_API);
  }

  @GetMapping(OgcUrls.ROOT + "/collections")
  Object collections(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
    OgcFormat format = format(request, Link.JSON);
    return format == OgcFormat.HTML
        ? page("ogc", request)
            .addObject("root", OgcUrls.root())
            .addObject("collections", collections.all())
        : json(documents.collections(format), Link.JSON);
  }

  @GetMapping(OgcUrls.ROOT + "/collections/{id}")
  Object collection(@PathVariable String id, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    OgcCollection collection = collections.get(id);
    OgcFormat format = format(request, Link.JSON);
    return format == OgcFormat.HTML
        ? described("ogc-collection", collection, request)
        : json(documents.collection(collection, format), Link.JSON);
  }

  @GetMapping(OgcUrls.ROOT + "/collections/{id}/queryables")
  Object queryables(@PathVariable String id, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    OgcCollection collection = collections.get(id);
    return format(request, Link.SCHEMA) == OgcFormat.HTML
        ? described("ogc-collection", collection, request)
        : json(Queryables.schema(collection), Link.SCHEMA);
  }

  @GetMapping(OgcUrls.ROOT + "/collections/{id}/schema")
  Object schema(@PathVariable String id, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    OgcCollection collection = collections.get(id);
    return format(request, Link.SCHEMA) == OgcFormat.HTML
        ? described("ogc-collection", collection, request)
        : json(schemas.of(collection), Link.SCHEMA);
  }

  private ModelAndView described(
      String view, OgcCollection collection, HttpServletRequest request) {
    return page(view, request)
        .addObject("root", OgcUrls.root())
        .addObject("collection", collection)
        .addObject("licensed", items.licensed(collection, workingDate.today()))
        .addObject("systems", OgcCrs.values())
        .addObject("queryables", Queryables.of(collection));
  }

  private ModelAndView page(String view, HttpServletRequest request) {
    return new ModelAndView(view, Map.of("page", pages.page(request)));
  }

  private String word(String key) {
    return messages.getMessage(key, null, Locale.UK);
  }

  private static OgcFormat format(HttpServletRequest request, String json)
      throws HttpMediaTypeNotAcceptableException {
    return OgcFormat.of(
        QueryParameters.of(request, FORMAT_ONLY).find(OgcFormat.PARAMETER),
        request.getHeader(HttpHeaders.ACCEPT),
        json);
  }

  private static ResponseEntity<Map<String, Object>> json(Map<String, Object> body, String type) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .header(HttpHeaders.VARY, "Accept, Authorization")
        .contentType(MediaType.parseMediaType(type))
        .body(body);
  }
}
