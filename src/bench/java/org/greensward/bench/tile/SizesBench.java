package org.greensward.bench.tile;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.greensward.bench.report.TextTable;
import org.greensward.layer.tile.geometry.TileCoord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the gzip'd size of the demonstration's tiles: the largest of each layer at each zoom. Up
 * to zoom 16, where geometry is complete, it requests all tiles; beyond, the children of the
 * largest of the zoom before, since a tile holds a part of its parent.
 */
public final class SizesBench {
  private static final List<String> LAYERS = List.of("parishes", "boundaries", "land", "context");
  private static final int LAST_ZOOM = 18;
  private static final int COMPLETE_ZOOM = 16;
  private static final int HEAVIEST = 100;
  private static final int MOST = 150_000;

  private final String address;

  /**
   * @param address where the demonstration is served, without a slash at the end
   */
  public SizesBench(String address) {
    this.address = address;
  }

  /** Prints the table; a size that is too large is marked. */
  public void run(PrintStream out) throws IOException, InterruptedException {
    List<List<String>> columns = new ArrayList<>();
    for (String layer : LAYERS) {
      columns.add(largest(layer));
    }
    TextTable table =
        new TextTable("zoom", LAYERS.get(0), LAYERS.get(1), LAYERS.get(2), LAYERS.get(3));
    for (int zoom = 0; zoom <= LAST_ZOOM; zoom++) {
      List<String> row = new ArrayList<>(List.of("" + zoom));
      for (List<String> column : columns) {
        row.add(column.get(zoom));
      }
      table.add(row.toArray(String[]::new));
    }
    out.printf(Locale.ROOT, "Bytes of the largest tile, gzip'd; over %,d is marked with !%n", MOST);
    table.lines().forEach(out::println);
  }

  private List<String> largest(String layer) throws IOException, InterruptedException {
    List<String> largest = new ArrayList<>();
    List<TileResponse> before = List.of();
    JsonNode bounds = bounds(layer);
    for (int zoom = 0; zoom <= LAST_ZOOM; zoom++) {
      List<TileCoord> tiles = zoom <= COMPLETE_ZOOM ? within(bounds, zoom) : under(before);
      before = TileResponse.fetchAll(address, layer, tiles);
      int most = before.stream().mapToInt(t -> t.sent().length).max().orElse(0);
      largest.add(String.format(Locale.ROOT, "%,d%s", most, most >= MOST ? " !" : ""));
    }
    return largest;
  }

  private JsonNode bounds(String layer) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/tiles/" + layer + ".json")).build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return JsonMapper.shared().readTree(answer.body()).path("bounds");
  }

  /** All tiles of a zoom within west, south, east and north in degrees. */
  private static List<TileCoord> within(JsonNode bounds, int zoom) {
    TileCoord northWest = tileAt(bounds.get(0).asDouble(), bounds.get(3).asDouble(), zoom);
    TileCoord southEast = tileAt(bounds.get(2).asDouble(), bounds.get(1).asDouble(), zoom);
    List<TileCoord> tiles = new ArrayList<>();
    for (int x = northWest.x(); x <= southEast.x(); x++) {
      for (int y = northWest.y(); y <= southEast.y(); y++) {
        tiles.add(new TileCoord(zoom, x, y));
      }
    }
    return tiles;
  }

  /** The tile that a place in degrees lies in. */
  static TileCoord tileAt(double longitude, double latitude, int zoom) {
    double across = (longitude + 180) / 360;
    double radians = Math.toRadians(latitude);
    double down = (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
    int side = 1 << zoom;
    return new TileCoord(zoom, (int) Math.floor(across * side), (int) Math.floor(down * side));
  }

  private static List<TileCoord> under(List<TileResponse> tiles) {
    List<TileCoord> children = new ArrayList<>();
    tiles.stream()
        .sorted(Comparator.comparingInt((TileResponse t) -> t.sent().length).reversed())
        .limit(HEAVIEST)
        .map(TileResponse::tile)
        .forEach(
            t -> {
              for (int i = 0; i < 4; i++) {
                children.add(new TileCoord(t.z() + 1, 2 * t.x() + i % 2, 2 * t.y() + i / 2));
              }
            });
    return children;
  }
}
