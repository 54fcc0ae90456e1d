package org.greensward.ogc.common;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.greensward.layer.feature.OgcCollection;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The addresses of the API, as whoever asks reaches it, behind a proxy too. */
public final class OgcUrls {
  public static final String ROOT = "/ogc";

  private OgcUrls() {}

  /** The landing page's own address, without a slash at its end. */
  public static String root() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(ROOT).toUriString();
  }

  /** Where the service itself is, without a slash at its end. */
  public static String site() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
  }

  public static String of(OgcCollection collection) {
    return root() + "/collections/" + collection.id();
  }

  public static String itemsOf(OgcCollection collection) {
    return of(collection) + "/items";
  }

  /** A feature's address; a slash in its id stays one. */
  public static String of(OgcCollection collection, String feature) {
    String path =
        List.of(feature.split("/", -1)).stream()
            .map(part -> UriUtils.encodePathSegment(part, StandardCharsets.UTF_8))
            .collect(Collectors.joining("/"));
    return itemsOf(collection) + "/" + path;
  }

  /** An address with parameters. */
  public static String with(String address, Map<String, String> parameters) {
    return parameters.isEmpty()
        ? address
        : address
            + "?"
            + parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + UriUtils.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
  }

  /** The same with one parameter set. */
  public static String with(
      String address, Map<String, String> parameters, String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(name, value);
    return with(address, all);
  }

  /** The links of a resource to itself and to its other format. */
  public static List<Link> itself(
      String address, Map<String, String> parameters, OgcFormat format, String json, String title) {
    List<Link> links = new ArrayList<>();
    for (OgcFormat one : List.of(format, format.other())) {
      links.add(
          new Link(
              with(address, parameters, OgcFormat.PARAMETER, one.word()),
              one == format ? "self" : "alternate",
              one == OgcFormat.JSON ? json : Link.HTML,
              title + (one == OgcFormat.JSON ? " (JSON)" : " (HTML)")));
    }
    return links;
  }
}
