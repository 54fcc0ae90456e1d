package org.greensward.ogc.features;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greensward.export.DeadlineOutputStream;
import org.greensward.export.PlannedExport;
import org.greensward.layer.feature.FeatureRow;
import org.greensward.layer.feature.OgcCollection;
import org.greensward.layer.feature.OgcCrs;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.common.OgcFormat;
import org.greensward.ogc.common.OgcSettings;
import org.greensward.ogc.common.OgcUrls;
import org.greensward.ogc.common.QueryParameters;
import org.greensward.revision.WorkingDate;
import org.greensward.web.PageModelAdvice;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** The features of a collection, and one of them. */
@Controller
public class ItemsController {
  /** As many lines as a page for people takes at most. */
  private static final int MOST_LINES = 100;

  private static final List<String> OF_ONE =
      List.of(OgcFormat.PARAMETER, ItemsRequest.CRS, ItemsRequest.DATETIME);

  private final OgcCollections collections;
  private final FeatureReader items;
  private final PageModelAdvice pages;
  private final WorkingDate workingDate;
  private final OgcSettings settings;

  ItemsController(
      OgcCollections collections,
      FeatureReader items,
      PageModelAdvice pages,
      WorkingDate workingDate,
      OgcSettings settings) {
    this.collections = collections;
    this.items = items;
    this.pages = pages;
    this.workingDate = workingDate;
    this.settings = settings;
  }

  /**
   * A page of features, as GeoJSON or for people. Nothing is sent before the first are there, so
   * that a refusal is still told with its own status.
   */
  @GetMapping(OgcUrls.ROOT + "/collections/{id}/items")
  ModelAndView items(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    OgcCollection collection = collections.get(id);
    ItemsRequest asked = ItemsRequest.read(collection, request, workingDate.today());
    OgcFormat format = format(asked.text(), request);
    PlannedExport licensed = licensed(collection, asked.query().at());
    ItemsRequest permitted = asked.of(licensed.scope());
    if (format == OgcFormat.HTML) {
      return lines(permitted, licensed, request);
    }
    try {
      items.inOneSnapshot(
          asked.limit(),
          () -> {
            write(permitted, licensed, request, response);
            return null;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      undescribe(response);
      throw e;
    }
    return null;
  }

  /** One feature. A slash in its id is part of it. */
  @GetMapping(OgcUrls.ROOT + "/collections/{id}/items/{*feature}")
  ModelAndView item(
      @PathVariable String id,
      @PathVariable String feature,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    OgcCollection collection = collections.get(id);
    QueryParameters text = QueryParameters.of(request, OF_ONE);
    OgcFormat format = format(text, request);
    LocalDate at = ItemsRequest.at(text, workingDate.today());
    OgcCrs crs = ItemsRequest.crs(text, ItemsRequest.CRS);
    PlannedExport licensed = licensed(collection, at);
    ItemsQuery query =
        new ItemsQuery(collection, at, null, null, List.of(), crs).of(licensed.scope());
    FeatureRow row = items.inOneSnapshot(1, () -> items.get(query, feature.substring(1)));
    if (format == OgcFormat.HTML) {
      return page("ogc-item", collection, licensed, request)
          .addObject("row", new FeatureView(row))
          .addObject(
              "data", OgcUrls.with(OgcUrls.of(collection, row.id()), text.values(), "f", "json"));
    }
    describe(response, crs);
    if (new ServletWebRequest(request, response).checkNotModified('"' + row.tag() + '"')) {
      return null;
    }
    try (FeatureJson json = new FeatureJson(response.getOutputStream(), collection.fields())) {
      json.alone(row, licensed.about(), linksOfOne(collection, row, text.values(), format));
    }
    return null;
  }

  private PlannedExport licensed(OgcCollection collection, LocalDate at) {
    PlannedExport licensed = items.licensed(collection, at);
    licensed.requireOpen();
    return licensed;
  }

  private void write(
      ItemsRequest asked,
      PlannedExport licensed,
      HttpServletRequest request,
      HttpServletResponse response) {
    ItemsQuery query = asked.query();
    long matched = items.count(query);
    describe(response, query.crs());
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    try (OutputStream out = new DeadlineOutputStream(response.getOutputStream(), settings.time());
        FeatureJson json = new FeatureJson(out, query.collection().fields())) {
      json.begin(licensed.about());
      long[] returned = {0};
      String last =
          items.read(
              query,
              asked.after(),
              asked.limit(),
              row -> {
                json.feature(row);
                returned[0]++;
              });
      json.end(matched, returned[0], linksOfPage(asked, last, OgcFormat.JSON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ModelAndView lines(
      ItemsRequest asked, PlannedExport licensed, HttpServletRequest request) {
    ItemsQuery query = asked.query();
    int limit = Math.min(asked.limit(), MOST_LINES);
    return items.inOneSnapshot(
        1,
        () -> {
          List<FeatureView> rows = new ArrayList<>();
          long matched = items.count(query);
          String last =
              items.read(query, asked.after(), limit, row -> rows.add(new FeatureView(row)));
          Map<String, String> same = new LinkedHashMap<>(asked.text().values());
          same.put(ItemsRequest.LIMIT, String.valueOf(limit));
          String address = OgcUrls.itemsOf(query.collection());
          return page("ogc-items", query.collection(), licensed, request)
              .addObject("rows", rows)
              .addObject("matched", matched)
              .addObject("asked", asked.text().values())
              .addObject("next", last == null ? null : next(address, same, last))
              .addObject("data", OgcUrls.with(address, same, OgcFormat.PARAMETER, "json"));
        });
  }

  private static String next(String address, Map<String, String> same, String last) {
    return OgcUrls.with(address, same, ItemsRequest.AFTER, last);
  }

  private ModelAndView page(
      String view, OgcCollection collection, PlannedExport licensed, HttpServletRequest request) {
    return new ModelAndView(view, Map.of("page", pages.page(request)))
        .addObject("collection", collection)
        .addObject("fields", collection.fields())
        .addObject("licensed", licensed);
  }

  private static List<Link> linksOfPage(ItemsRequest asked, String last, OgcFormat format) {
    OgcCollection collection = asked.query().collection();
    String address = OgcUrls.itemsOf(collection);
    Map<String, String> same = asked.text().values();
    List<Link> links = OgcUrls.itself(address, same, format, Link.GEO_JSON, collection.title());
    links.add(new Link(OgcUrls.of(collection), "collection", Link.JSON, "What this collection is"));
    if (last != null) {
      Map<String, String> parameters = new LinkedHashMap<>(same);
      parameters.put(OgcFormat.PARAMETER, format.word());
      links.add(new Link(next(address, parameters, last), "next", Link.GEO_JSON, "The next page"));
    }
    return links;
  }

  public static List<Link> linksOfOne(
      OgcCollection collection, FeatureRow row, Map<String, String> same, OgcFormat format) {
    List<Link> links =
        OgcUrls.itself(
            OgcUrls.of(collection, row.id()), same, format, Link.GEO_JSON, "This feature");
    links.add(
        new Link(OgcUrls.of(collection), "collection", Link.JSON, "The collection that it is in"));
    return links;
  }

  public static void describe(HttpServletResponse response, OgcCrs crs) {
    response.setContentType(Link.GEO_JSON);
    response.setHeader("Content-Crs", "<" + crs.uri() + ">");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.VARY, "Accept, Authorization");
  }

  /** So that the answer that says why there is none is not taken for features. */
  private static void undescribe(HttpServletResponse response) {
    if (!response.isCommitted()) {
      response.resetBuffer();
      response.setHeader("Content-Crs", null);
      response.setContentType(null);
    }
  }

  private static OgcFormat format(QueryParameters text, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    return OgcFormat.of(
        text.find(OgcFormat.PARAMETER), request.getHeader(HttpHeaders.ACCEPT), Link.GEO_JSON);
  }
}
