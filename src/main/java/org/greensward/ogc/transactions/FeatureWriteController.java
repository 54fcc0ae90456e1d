package org.greensward.ogc.transactions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.greensward.error.UserException;
import org.greensward.layer.feature.FeatureWriteRequest;
import org.greensward.layer.feature.FeatureWriter;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.layer.feature.ProblemException;
import org.greensward.layer.feature.WriteResult;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.common.OgcFormat;
import org.greensward.ogc.common.OgcUrls;
import org.greensward.ogc.features.FeatureJson;
import org.greensward.ogc.features.FeatureReader;
import org.greensward.ogc.features.ItemsController;
import org.greensward.ogc.features.ItemsRequest;
import org.greensward.revision.WorkingDate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Features changed one by one (OGC API Features Part 4), each by the writer that its domain
 * contributes for the role of the account. See {@code docs/gis-editing-api.md}.
 */
@Controller
class FeatureWriteController {
  private static final String ITEMS = OgcUrls.ROOT + "/collections/{id}/items";
  private static final String ITEM = ITEMS + "/{*feature}";

  private final OgcCollections collections;
  private final AllowedMethods allowed;
  private final FeatureReader items;
  private final WorkingDate workingDate;

  FeatureWriteController(
      OgcCollections collections,
      AllowedMethods allowed,
      FeatureReader items,
      WorkingDate workingDate) {
    this.collections = collections;
    this.allowed = allowed;
    this.items = items;
    this.workingDate = workingDate;
  }

  /** Which methods there are for whoever asks, and what they take. */
  @RequestMapping(path = ITEMS, method = RequestMethod.OPTIONS)
  ResponseEntity<Void> options(@PathVariable String id, HttpServletRequest request) {
    List<String> methods = allowed.methods(collections.get(id), false, request);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header(HttpHeaders.ALLOW, String.join(", ", methods));
    return methods.contains("POST")
        ? answer
            .header(
                FeatureWriteRequestParser.ACCEPT_POST,
                String.join(", ", FeatureWriteRequestParser.FEATURE_TYPES))
            .build()
        : answer.build();
  }

  /** The same of one feature, whether it is there or not. */
  @RequestMapping(path = ITEM, method = RequestMethod.OPTIONS)
  ResponseEntity<Void> optionsOfOne(@PathVariable String id, HttpServletRequest request) {
    List<String> methods = allowed.methods(collections.get(id), true, request);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header(HttpHeaders.ALLOW, String.join(", ", methods));
    return methods.contains("PATCH")
        ? answer
            .header(
                FeatureWriteRequestParser.ACCEPT_PATCH,
                String.join(", ", FeatureWriteRequestParser.PATCH_TYPES))
            .build()
        : answer.build();
  }

  @PostMapping(ITEMS)
  ResponseEntity<Object> create(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OgcCollection collection = collections.get(id);
    FeatureWriter writer = allowed.require(collection, false, request);
    FeatureWriteRequest asked = FeatureWriteRequestParser.parse(request);
    WriteResult result = kept(() -> writer.create(asked));
    if (result instanceof WriteResult.Written written) {
      String address = OgcUrls.of(collection, written.row().id());
      response.setStatus(HttpStatus.CREATED.value());
      response.setHeader(HttpHeaders.LOCATION, OgcUrls.with(address, date(written.at())));
    }
    return respond(collection, result, asked, response);
  }

  @PutMapping(ITEM)
  ResponseEntity<Object> replace(
      @PathVariable String id,
      @PathVariable String feature,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return change(id, feature.substring(1), request, response);
  }

  @PatchMapping(ITEM)
  ResponseEntity<Object> update(
      @PathVariable String id,
      @PathVariable String feature,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return change(id, feature.substring(1), request, response);
  }

  private ResponseEntity<Object> change(
      String id, String feature, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OgcCollection collection = collections.get(id);
    FeatureWriter writer = allowed.require(collection, true, request);
    FeatureWriteRequest asked = FeatureWriteRequestParser.parse(request);
    return respond(collection, kept(() -> writer.change(feature, asked)), asked, response);
  }

  @DeleteMapping(ITEM)
  ResponseEntity<Object> delete(
      @PathVariable String id,
      @PathVariable String feature,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    OgcCollection collection = collections.get(id);
    FeatureWriter writer = allowed.require(collection, true, request);
    FeatureWriteRequest asked = FeatureWriteRequestParser.parse(request);
    return respond(
        collection, kept(() -> writer.delete(feature.substring(1), asked)), asked, response);
  }

  /** What a rule of the database refuses that nobody looked for is no failure of ours either. */
  private static <T> T kept(Supplier<T> change) {
    try {
      return change.get();
    } catch (DataIntegrityViolationException e) {
      throw new UserException(
          "The database refuses this; look at the asset type, the dates and the shape.", e);
    }
  }

  private ResponseEntity<Object> respond(
      OgcCollection collection,
      WriteResult result,
      FeatureWriteRequest asked,
      HttpServletResponse response)
      throws IOException {
    if (result instanceof WriteResult.DraftKept draft) {
      return accepted(draft);
    }
    if (result instanceof WriteResult.Written written) {
      write(collection, written, asked, response);
      return null;
    }
    return ResponseEntity.noContent().build();
  }

  private void write(
      OgcCollection collection,
      WriteResult.Written written,
      FeatureWriteRequest asked,
      HttpServletResponse response)
      throws IOException {
    ItemsController.describe(response, asked.crs());
    response.setHeader(HttpHeaders.ETAG, '"' + written.row().tag() + '"');
    Map<String, String> same = date(written.at());
    if (asked.crs() != OgcCrs.CRS84) {
      same.put(ItemsRequest.CRS, asked.crs().uri());
    }
    try (FeatureJson json = new FeatureJson(response.getOutputStream(), collection.fields())) {
      json.alone(
          written.row(),
          items.licensed(collection, written.at()).about(),
          ItemsController.linksOfOne(collection, written.row(), same, OgcFormat.JSON),
          written.warnings());
    }
  }

  /** The date of what was written, as a parameter, where it is not the working date. */
  private Map<String, String> date(LocalDate at) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!at.equals(workingDate.today())) {
      parameters.put(ItemsRequest.DATETIME, at.toString());
    }
    return parameters;
  }

  /**
   * In one piece with its length: whoever is still sending a body that is not read to its end gets
   * the whole answer before the connection closes.
   */
  @ExceptionHandler
  ResponseEntity<byte[]> refused(ProblemException problem) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("title", problem.getBody().getTitle());
    told.put("status", problem.getBody().getStatus());
    told.put("detail", problem.getBody().getDetail());
    return ResponseEntity.status(problem.getStatusCode())
        .headers(problem.getHeaders())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(JsonMapper.shared().writeValueAsBytes(told));
  }

  private static ResponseEntity<Object> accepted(WriteResult.DraftKept draft) {
    String page = OgcUrls.site() + draft.page();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("title", draft.title());
    told.put("status", HttpStatus.ACCEPTED.value());
    told.put("detail", draft.detail());
    told.putAll(draft.properties());
    told.put(
        "links",
        List.of(
            new Link(page, "about", Link.HTML, "The page of the draft"),
            new Link(
                OgcUrls.of(draft.collection(), draft.id()),
                "item",
                Link.GEO_JSON,
                "The draft as a feature")));
    return ResponseEntity.accepted()
        .header(HttpHeaders.LOCATION, page)
        .contentType(MediaType.APPLICATION_JSON)
        .body(told);
  }
}
