package org.greensward.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.greensward.access.SignedIn;
import org.greensward.ogc.body.Problem;
import org.greensward.proposal.Proposal;
import org.greensward.refusal.Refusal;
import org.greensward.store.WorkingDate;
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
class WriteController {
  private static final String ITEMS = Places.ROOT + "/collections/{id}/items";
  private static final String ITEM = ITEMS + "/{*feature}";

  private final LandWrites land;
  private final CouncilWrites councils;
  private final DraftWrites drafts;
  private final Items items;
  private final WorkingDate workingDate;

  WriteController(
      LandWrites land,
      CouncilWrites councils,
      DraftWrites drafts,
      Items items,
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
    List<String> methods = Allowed.methods(OgcCollections.get(id), false, request);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header(HttpHeaders.ALLOW, String.join(", ", methods));
    return methods.contains("POST")
        ? answer.header(Asked.ACCEPT_POST, String.join(", ", Asked.FEATURE_TYPES)).build()
        : answer.build();
  }

  /** The same of one feature, whether it is there or not. */
  @RequestMapping(path = ITEM, method = RequestMethod.OPTIONS)
  ResponseEntity<Void> optionsOfOne(@PathVariable String id, HttpServletRequest request) {
    List<String> methods = Allowed.methods(OgcCollections.get(id), true, request);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().header(HttpHeaders.ALLOW, String.join(", ", methods));
    return methods.contains("PATCH")
        ? answer.header(Asked.ACCEPT_PATCH, String.join(", ", Asked.PATCH_TYPES)).build()
        : answer.build();
  }

  @PostMapping(ITEMS)
  ResponseEntity<Object> create(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OgcCollection collection = OgcCollections.get(id);
    Allowed.require(collection, false, request);
    Asked asked = Asked.read(request);
    if (!SignedIn.get().isOfficer()) {
      return proposed(kept(() -> councils.create(asked)));
    }
    LandWrites.Written written = kept(() -> land.create(asked));
    String address = Places.of(collection, written.row().id());
    response.setStatus(HttpStatus.CREATED.value());
    response.setHeader(HttpHeaders.LOCATION, Places.with(address, date(written.at())));
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
    Allowed.require(collection, true, request);
    Asked asked = Asked.read(request);
    if (collection != Drafts.COLLECTION && !SignedIn.get().isOfficer()) {
      return proposed(kept(() -> councils.change(feature, asked)));
    }
    LandWrites.Written written =
        kept(
            () ->
                collection == Drafts.COLLECTION
                    ? drafts.change(feature, asked)
                    : land.change(feature, asked));
    write(collection, written, asked, response);
    return null;
  }

  @DeleteMapping(ITEM)
  ResponseEntity<Object> delete(
      @PathVariable String id, @PathVariable String feature, HttpServletRequest request) {
    OgcCollection collection = OgcCollections.get(id);
    Allowed.require(collection, true, request);
    Asked asked = Asked.read(request);
    String key = feature.substring(1);
    if (collection != Drafts.COLLECTION && !SignedIn.get().isOfficer()) {
      return proposed(kept(() -> councils.end(key, asked)));
    }
    return kept(
        () -> {
          if (collection == Drafts.COLLECTION) {
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
      throw new Refusal(
          "The database refuses this; look at the asset type, the dates and the shape.", e);
    }
  }

  private void write(
      OgcCollection collection,
      LandWrites.Written written,
      Asked asked,
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
          ItemsController.linksOfOne(collection, written.row(), same, Format.JSON),
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
  ResponseEntity<byte[]> refused(Problem problem) {
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
    String page = Places.site() + proposal.address();
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
                Places.of(Drafts.COLLECTION, String.valueOf(proposal.id())),
                "item",
                Link.GEO_JSON,
                "The draft as a feature")));
    return ResponseEntity.accepted()
        .header(HttpHeaders.LOCATION, page)
        .contentType(MediaType.APPLICATION_JSON)
        .body(told);
  }
}
