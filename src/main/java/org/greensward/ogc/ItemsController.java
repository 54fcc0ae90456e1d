package org.greensward.ogc;

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
import org.greensward.download.Export;
import org.greensward.download.TimedStream;
import org.greensward.store.WorkingDate;
import org.greensward.web.PageModels;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** The features of a collection, and one of them. */
@Controller
class ItemsController {
  /** As many lines as a page for people takes at most. */
  private static final int MOST_LINES = 100;

  private static final List<String> OF_ONE =
      List.of(Format.PARAMETER, ItemsRequest.CRS, ItemsRequest.DATETIME);

  private final Items items;
  private final PageModels pages;
  private final WorkingDate workingDate;
  private final OgcSettings settings;

  ItemsController(Items items, PageModels pages, WorkingDate workingDate, OgcSettings settings) {
    this.items = items;
    this.pages = pages;
    this.workingDate = workingDate;
    this.settings = settings;
  }

  /**
   * A page of features, as GeoJSON or for people. Nothing is sent before the first are there, so
   * that a refusal is still told with its own status.
   */
  @GetMapping(Places.ROOT + "/collections/{id}/items")
  ModelAndView items(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    OgcCollection collection = OgcCollections.get(id);
    ItemsRequest asked = ItemsRequest.read(collection, request, workingDate.today());
    Format format = format(asked.text(), request);
    Export licensed = licensed(collection, asked.query().at());
    ItemsRequest permitted = asked.of(licensed.scope());
    if (format == Format.HTML) {
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
  @GetMapping(Places.ROOT + "/collections/{id}/items/{*feature}")
  ModelAndView item(
      @PathVariable String id,
      @PathVariable String feature,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    OgcCollection collection = OgcCollections.get(id);
    QueryText text = QueryText.of(request, OF_ONE);
    Format format = format(text, request);
    LocalDate at = ItemsRequest.at(text, workingDate.today());
    OgcCrs crs = ItemsRequest.crs(text, ItemsRequest.CRS);
    Export licensed = licensed(collection, at);
    ItemsQuery query =
        new ItemsQuery(collection, at, null, null, List.of(), crs).of(licensed.scope());
    FeatureRow row = items.inOneSnapshot(1, () -> items.get(query, feature.substring(1)));
    if (format == Format.HTML) {
      return page("ogc-item", collection, licensed, request)
          .addObject("row", row)
          .addObject(
              "data", Places.with(Places.of(collection, row.id()), text.values(), "f", "json"));
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

  private Export licensed(OgcCollection collection, LocalDate at) {
    Export licensed = items.licensed(collection, at);
    licensed.requireOpen();
    return licensed;
  }

  private void write(
      ItemsRequest asked,
      Export licensed,
      HttpServletRequest request,
      HttpServletResponse response) {
    ItemsQuery query = asked.query();
    long matched = items.count(query);
    describe(response, query.crs());
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    try (OutputStream out = new TimedStream(response.getOutputStream(), settings.time());
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
      json.end(matched, returned[0], linksOfPage(asked, last, Format.JSON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ModelAndView lines(ItemsRequest asked, Export licensed, HttpServletRequest request) {
    ItemsQuery query = asked.query();
    int limit = Math.min(asked.limit(), MOST_LINES);
    return items.inOneSnapshot(
        1,
        () -> {
          List<FeatureRow> rows = new ArrayList<>();
          long matched = items.count(query);
          String last = items.read(query, asked.after(), limit, rows::add);
          Map<String, String> same = new LinkedHashMap<>(asked.text().values());
          same.put(ItemsRequest.LIMIT, String.valueOf(limit));
          String address = Places.itemsOf(query.collection());
          return page("ogc-items", query.collection(), licensed, request)
              .addObject("rows", rows)
              .addObject("matched", matched)
              .addObject("asked", asked.text().values())
              .addObject("next", last == null ? null : next(address, same, last))
              .addObject("data", Places.with(address, same, Format.PARAMETER, "json"));
        });
  }

  private static String next(String address, Map<String, String> same, String last) {
    return Places.with(address, same, ItemsRequest.AFTER, last);
  }

  private ModelAndView page(
      String view, OgcCollection collection, Export licensed, HttpServletRequest request) {
    return new ModelAndView(view, Map.of("page", pages.page(request)))
        .addObject("collection", collection)
        .addObject("fields", collection.fields())
        .addObject("licensed", licensed);
  }

  private static List<Link> linksOfPage(ItemsRequest asked, String last, Format format) {
    OgcCollection collection = asked.query().collection();
    String address = Places.itemsOf(collection);
    Map<String, String> same = asked.text().values();
    List<Link> links = Places.itself(address, same, format, Link.GEO_JSON, collection.title());
    links.add(new Link(Places.of(collection), "collection", Link.JSON, "What this collection is"));
    if (last != null) {
      Map<String, String> parameters = new LinkedHashMap<>(same);
      parameters.put(Format.PARAMETER, format.word());
      links.add(new Link(next(address, parameters, last), "next", Link.GEO_JSON, "The next page"));
    }
    return links;
  }

  static List<Link> linksOfOne(
      OgcCollection collection, FeatureRow row, Map<String, String> same, Format format) {
    List<Link> links =
        Places.itself(Places.of(collection, row.id()), same, format, Link.GEO_JSON, "This feature");
    links.add(
        new Link(Places.of(collection), "collection", Link.JSON, "The collection that it is in"));
    return links;
  }

  static void describe(HttpServletResponse response, OgcCrs crs) {
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

  private static Format format(QueryText text, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    return Format.of(
        text.find(Format.PARAMETER), request.getHeader(HttpHeaders.ACCEPT), Link.GEO_JSON);
  }
}
