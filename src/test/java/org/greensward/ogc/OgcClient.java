package org.greensward.ogc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.land.editing.EmbertonField;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRole;
import tools.jackson.databind.JsonNode;

/**
 * A program that changes features by a key.
 *
 * @param key null for none
 */
record OgcClient(String key) {
  static final String LAND = "/ogc/collections/land/items";
  static final String DRAFTS = "/ogc/collections/drafts/items";
  static final String GEO_JSON = "application/geo+json";
  static final String PATCH = "application/merge-patch+json";
  static final String GRID = "<http://www.opengis.net/def/crs/EPSG/0/27700>";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final TestAccounts PEOPLE =
      new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());

  static OgcClient officer() {
    return of("writer@example.org", AccountRole.OFFICER, true);
  }

  static OgcClient administrator() {
    return of("writer-admin@example.org", AccountRole.ADMINISTRATOR, true);
  }

  static OgcClient council(String slug) {
    return of("writer-" + slug + "@example.org", AccountRole.COUNCIL, true, slug);
  }

  static OgcClient of(String email, AccountRole role, boolean writes, String... councils) {
    PEOPLE.account(email, role, "Writer", councils);
    return new OgcClient(PEOPLE.key(email, writes));
  }

  static TestAccounts people() {
    return PEOPLE;
  }

  static void forgetKeys() {
    DemonstrationApp.ownerJdbc()
        .sql(
            "DELETE FROM api_key k USING account a"
                + " WHERE a.id = k.account_id AND a.email LIKE 'writer%'")
        .update();
  }

  /** A parcel of an area on the field of Emberton, in metres of the grid. */
  static String grass(String reference, int east, int north, int side) {
    return """
    {"type": "Feature", "geometry": %s,
     "properties": {"reference": "%s", "asset_type": "amenity grass"}}
    """
        .formatted(square(east, north, side), reference);
  }

  static String square(int east, int north, int side) {
    int x = 487500 + east;
    int y = 247900 + north;
    return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$d,%2$d],[%3$d,%2$d],[%3$d,%4$d],[%1$d,%4$d],[%1$d,%2$d]]]}"
        .formatted(x, y, x + side, y + side);
  }

  HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
    return send(
        method,
        path,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body),
        headers);
  }

  HttpResponse<byte[]> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (key != null) {
      all.addAll(List.of("Authorization", Http.basic(key)));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + path)).method(method, body);
    if (!all.isEmpty()) {
      request.headers(all.toArray(String[]::new));
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Records land in the grid's metres. */
  HttpResponse<byte[]> create(String feature) {
    return send("POST", LAND, feature, "Content-Type", GEO_JSON, "Content-Crs", GRID);
  }

  HttpResponse<byte[]> get(String path) {
    return send("GET", path, (String) null, "Accept", GEO_JSON);
  }

  JsonNode json(String path) {
    return Http.json(get(path));
  }

  /** Of a representation in degrees, or of another that the path asks for. */
  String tag(String path) {
    return etag(get(path));
  }

  HttpResponse<byte[]> put(String path, String tag, String feature) {
    return send("PUT", path, feature, "Content-Type", GEO_JSON, "If-Match", tag);
  }

  HttpResponse<byte[]> patch(String path, String tag, String patch) {
    return send("PATCH", path, patch, "Content-Type", PATCH, "If-Match", tag);
  }

  HttpResponse<byte[]> delete(String path, String tag) {
    return send("DELETE", path, (String) null, "If-Match", tag);
  }

  static String etag(HttpResponse<byte[]> response) {
    return header(response, "ETag");
  }

  static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  static String path(HttpResponse<byte[]> response) {
    return header(response, "Location").substring(DemonstrationApp.address().length());
  }

  static String detail(HttpResponse<byte[]> response) {
    return Http.json(response).path("detail").asString("");
  }

  /** A parcel of grass with corners that no system but the grid has whole numbers for: its path. */
  static String odd(EmbertonField field, String name) {
    return LAND
        + "/"
        + field.grass(
            name,
            null,
            "POLYGON((0.123456789 0.2,20.1 0.3,20.333333333 20.7,0.7 20.9,0.123456789 0.2))");
  }

  /** A parcel's shape to its last digit, and the version of its row. */
  static String stored(String path) {
    return DemonstrationApp.ownerJdbc()
        .sql("SELECT encode(ST_AsBinary(geom), 'hex') || ' ' || xmin FROM land WHERE reference = ?")
        .param(path.substring(path.lastIndexOf('/') + 1))
        .query(String.class)
        .single();
  }
}
