package org.greensward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Asks the running demonstration, as another program would. */
public final class Http {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private Http() {}

  /**
   * @param path from the root, such as {@code /api/summary}
   * @param headers names and values in turn
   */
  public static HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The same, showing a key as GIS do: as the password of HTTP Basic. */
  public static HttpResponse<byte[]> getAs(String key, String path, String... headers) {
    return send("GET", path, withKey(basic(key), headers));
  }

  private static String[] withKey(String authorization, String... headers) {
    return Stream.concat(Stream.of("Authorization", authorization), Stream.of(headers))
        .toArray(String[]::new);
  }

  /**
   * A request without a body.
   *
   * @param headers names and values in turn
   */
  public static HttpResponse<byte[]> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** What the header {@code Authorization} says with a key as the password of HTTP Basic. */
  public static String basic(String key) {
    byte[] pair = ("any user:" + key).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** What the header {@code Authorization} says with a key as Bearer token. */
  public static String bearer(String key) {
    return "Bearer " + key;
  }

  public static JsonNode json(String path) {
    return json(get(path));
  }

  public static JsonNode parse(String json) {
    return JSON.readTree(json);
  }

  public static JsonNode json(HttpResponse<byte[]> response) {
    return JSON.readTree(response.body());
  }
}
