package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import tools.jackson.databind.JsonNode;

/** Asks the API of the running demonstration, as a client of the standard would. */
public final class OgcService {
  public static final List<String> COLLECTIONS =
      List.of(
          "councils",
          "parishes",
          "statuses",
          "land",
          "land_areas",
          "land_lines",
          "land_points",
          "pieces",
          "forums",
          "wards");

  private OgcService() {}

  static Stream<String> collections() {
    return COLLECTIONS.stream();
  }

  public static String root() {
    return DemonstrationApp.address() + "/ogc";
  }

  /** A resource, for a program, which must be there. */
  public static JsonNode json(String path) {
    HttpResponse<byte[]> response = get(path);
    assertThat(response.statusCode()).as("%s: %s", path, text(response)).isEqualTo(200);
    return Http.json(response);
  }

  public static HttpResponse<byte[]> get(String path, String... headers) {
    return Http.get("/ogc" + path, headers);
  }

  /** What follows a link of a response. */
  public static JsonNode follow(JsonNode link) {
    String href = link.get("href").asString();
    assertThat(href).startsWith(root());
    return json(href.substring(root().length()));
  }

  /** The links of a relation, in order. */
  public static List<JsonNode> links(JsonNode document, String relation) {
    List<JsonNode> links = new ArrayList<>();
    for (JsonNode link : document.get("links")) {
      if (link.get("rel").asString().equals(relation)) {
        links.add(link);
      }
    }
    return links;
  }

  public static JsonNode link(JsonNode document, String relation) {
    List<JsonNode> links = links(document, relation);
    assertThat(links).as("links of relation %s", relation).isNotEmpty();
    return links.get(0);
  }

  public static List<String> ids(JsonNode features) {
    List<String> ids = new ArrayList<>();
    features.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
    return ids;
  }

  public static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
