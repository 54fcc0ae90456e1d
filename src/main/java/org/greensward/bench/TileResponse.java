package org.greensward.bench;

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
import org.greensward.refusal.Refusal;
import org.greensward.tile.TileCoord;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tile as a server sent it.
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
  private static final int AT_A_TIME = 4;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Asks a server for tiles of land, some at the same time; in the order of the list. */
  static List<TileResponse> fetchAll(String address, List<TileCoord> tiles)
      throws IOException, InterruptedException {
    return fetchAll(address, "land", tiles);
  }

  /** Asks a server for tiles of a layer, some at the same time; in the order of the list. */
  static List<TileResponse> fetchAll(String address, String layer, List<TileCoord> tiles)
      throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<TileResponse>> asked = new ArrayList<>();
      for (TileCoord tile : tiles) {
        String url = address + TileList.path(layer, tile, "geojson");
        asked.add(workers.submit(() -> fetch(url, tile)));
      }
      List<TileResponse> made = new ArrayList<>();
      for (Future<TileResponse> one : asked) {
        made.add(one.get());
      }
      return made;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new IOException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static TileResponse fetch(String url, TileCoord tile)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = send(url, "");
    if (answer.statusCode() != 200) {
      throw new Refusal("The tile " + url + " was answered with " + answer.statusCode() + ".");
    }
    boolean zipped = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
    byte[] sent = answer.body();
    byte[] raw = sent;
    if (zipped) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
        raw = in.readAllBytes();
      }
    }
    return new TileResponse(
        tile,
        answer.headers().firstValue("ETag").orElse(""),
        sent,
        zipped,
        raw.length,
        JSON.readTree(raw).path("features").size());
  }

  /** The status with which a server answers a client that has the tile of an ETag. */
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
