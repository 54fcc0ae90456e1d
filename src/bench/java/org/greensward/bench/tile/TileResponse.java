package org.greensward.bench.tile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.greensward.error.UserException;
import org.greensward.layer.tile.geometry.TileCoord;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP response to the request of a tile.
 *
 * @param etag empty where it had none
 * @param sent the body as it travelled
 * @param zipped whether that was compressed by gzip
 * @param raw bytes of the body unpacked
 * @param features how many it holds; -1 where it is no GeoJSON
 */
record TileResponse(
    TileCoord tile, String etag, byte[] sent, boolean zipped, int raw, int features) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int PARALLEL_REQUESTS = 4;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Requests tiles of land from a server, some in parallel; in the order of the list. */
  static List<TileResponse> fetchAll(String address, List<TileCoord> tiles)
      throws IOException, InterruptedException {
    return fetchAll(address, "land", tiles);
  }

  /** Requests tiles of a layer from a server, some in parallel; in the order of the list. */
  static List<TileResponse> fetchAll(String address, String layer, List<TileCoord> tiles)
      throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(PARALLEL_REQUESTS);
    try {
      List<Future<TileResponse>> pending = new ArrayList<>();
      for (TileCoord tile : tiles) {
        String url = address + TileList.path(layer, tile, "geojson");
        pending.add(workers.submit(() -> fetch(url, tile)));
      }
      List<TileResponse> responses = new ArrayList<>();
      for (Future<TileResponse> one : pending) {
        responses.add(one.get());
      }
      return responses;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UserException refusal) {
        throw refusal;
      }
      throw new IOException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static TileResponse fetch(String url, TileCoord tile)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = send(url, "");
    if (response.statusCode() != 200) {
      throw new UserException(
          "The tile " + url + " was answered with " + response.statusCode() + ".");
    }
    boolean zipped = response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
    byte[] sent = response.body();
    byte[] raw = sent;
    if (zipped) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
        raw = in.readAllBytes();
      }
    }
    return new TileResponse(
        tile,
        response.headers().firstValue("ETag").orElse(""),
        sent,
        zipped,
        raw.length,
        JSON.readTree(raw).path("features").size());
  }

  /** The status of a conditional request with an ETag. */
  static int status(String url, String etag) throws IOException, InterruptedException {
    return send(url, etag).statusCode();
  }

  /** The ETag that a server gives to an address. */
  static String etag(String url) throws IOException, InterruptedException {
    return send(url, "").headers().firstValue("ETag").orElse("");
  }

  private static HttpResponse<byte[]> send(String url, String etag)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).header("Accept-Encoding", "gzip");
    if (!etag.isEmpty()) {
      request.header("If-None-Match", etag);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
