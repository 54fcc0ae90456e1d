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
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.layer.feature.ProblemException;
import org.greensward.ogc.common.DraftCollection;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.common.OgcFormat;
import org.greensward.ogc.common.OgcUrls;
import org.greensward.ogc.features.AllowedMethods;
import org.greensward.ogc.features.FeatureJson;
import org.greensward.ogc.features.FeatureReader;
import org.greensward.ogc.features.ItemsController;
import org.greensward.ogc.features.ItemsRequest;
import org.greensward.proposal.Proposal;
import org.greensward.revision.WorkingDate;
import org.greensward.security.account.AccountPrincipal;
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
 * Features changed one by one (OGC API Features Part 4). What officers send is written; what
 * councils send of land becomes a draft of theirs; their drafts they change. See {@code
 * docs/gis-editing-api.md}.
 */
@Controller
class FeatureWriteController {
  private static final String ITEMS = OgcUrls.ROOT + "/collections/{id}/items";
  private static final String ITEM = ITEMS + "/{*feature}";

  private final LandWriteHandler land;
  private final CouncilWriteHandler councils;
  private final DraftWriteHandler drafts;
  private final FeatureReader items;
  private final WorkingDate workingDate;

  FeatureWriteController(
      LandWriteHandler land,
      CouncilWriteHandler councils,
      DraftWriteHandler drafts,
      FeatureReader items,
      WorkingDate workingDate) {
    this.land = land;
    this.councils = councils;
    this.drafts = drafts;
    this.items = items;
    this.workingDate = workingDate;
  }

  /** Which methods there are for whoever asks, and what they take. */
  @RequestMapping(path = ITEMS, method = RequestMethod.OPTIONS)
  ResponseEntity<Void> options(@PathVariable String id, HttpServletRequest request) {
    List<String> methods = AllowedMethods.methods(OgcCollections.get(id), false, request);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header(HttpHeaders.ALLOW, String.join(", ", methods));
    return methods.contains("POST")
        ? answer
            .header(
                FeatureWriteRequest.ACCEPT_POST,
                String.join(", ", FeatureWriteRequest.FEATURE_TYPES))
            .build()
        : answer.build();
  }

  /** The same of one feature, whether it is there or not. */
  @RequestMapping(path = ITEM, method = RequestMethod.OPTIONS)
  ResponseEntity<Void> optionsOfOne(@PathVariable String id, HttpServletRequest request) {
    List<String> methods = AllowedMethods.methods(OgcCollections.get(id), true, request);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header(HttpHeaders.ALLOW, String.join(", ", methods));
    return methods.contains("PATCH")
        ? answer
            .header(
                FeatureWriteRequest.ACCEPT_PATCH,
                String.join(", ", FeatureWriteRequest.PATCH_TYPES))
            .build()
        : answer.build();
  }

  @PostMapping(ITEMS)
  ResponseEntity<Object> create(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OgcCollection collection = OgcCollections.get(id);
    AllowedMethods.require(collection, false, request);
    FeatureWriteRequest asked = FeatureWriteRequest.read(request);
    if (!AccountPrincipal.get().isOfficer()) {
      return proposed(kept(() -> councils.create(asked)));
    }
    LandWriteHandler.Written written = kept(() -> land.create(asked));
    String address = OgcUrls.of(collection, written.row().id());
    response.setStatus(HttpStatus.CREATED.value());
    response.setHeader(HttpHeaders.LOCATION, OgcUrls.with(address, date(written.at())));
    write(collection, written, asked, response);
    return null;
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
    OgcCollection collection = OgcCollections.get(id);
    AllowedMethods.require(collection, true, request);
    FeatureWriteRequest asked = FeatureWriteRequest.read(request);
    if (collection != DraftCollection.COLLECTION && !AccountPrincipal.get().isOfficer()) {
      return proposed(kept(() -> councils.change(feature, asked)));
    }
    LandWriteHandler.Written written =
        kept(
            () ->
                collection == DraftCollection.COLLECTION
                    ? drafts.change(feature, asked)
                    : land.change(feature, asked));
    write(collection, written, asked, response);
    return null;
  }

  @DeleteMapping(ITEM)
  ResponseEntity<Object> delete(
      @PathVariable String id, @PathVariable String feature, HttpServletRequest request) {
    OgcCollection collection = OgcCollections.get(id);
    AllowedMethods.require(collection, true, request);
    FeatureWriteRequest asked = FeatureWriteRequest.read(request);
    String key = feature.substring(1);
    if (collection != DraftCollection.COLLECTION && !AccountPrincipal.get().isOfficer()) {
      return proposed(kept(() -> councils.end(key, asked)));
    }
    return kept(
        () -> {
          if (collection == DraftCollection.COLLECTION) {
            drafts.end(key, asked);
          } else {
            land.end(key, asked);
          }
          return ResponseEntity.noContent().build();
        });
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

  private void write(
      OgcCollection collection,
      LandWriteHandler.Written written,
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

  private static ResponseEntity<Object> proposed(Proposal proposal) {
    String page = OgcUrls.site() + proposal.address();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("title", "Kept as a draft of a proposal");
    told.put("status", HttpStatus.ACCEPTED.value());
    told.put(
        "detail",
        "The land is not changed. This is now the draft %s of %s: read it over and send it on its page; officers decide."
            .formatted(proposal.number(), proposal.councilName()));
    told.put("proposal", proposal.number());
    told.put("kind", proposal.kind().word());
    told.put("council", proposal.council());
    told.put(
        "links",
        List.of(
            new Link(page, "about", Link.HTML, "The page of the draft"),
            new Link(
                OgcUrls.of(DraftCollection.COLLECTION, String.valueOf(proposal.id())),
                "item",
                Link.GEO_JSON,
                "The draft as a feature")));
    return ResponseEntity.accepted()
        .header(HttpHeaders.LOCATION, page)
        .contentType(MediaType.APPLICATION_JSON)
        .body(told);
  }
}
