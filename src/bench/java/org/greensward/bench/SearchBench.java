package org.greensward.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.greensward.bench.report.Percentiles;
import org.greensward.bench.report.TextTable;
import org.greensward.error.UserException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Benchmark of the search over HTTP, one request at a time: the time from the first byte sent to
 * the last received, and how often the expected name is among the hits.
 */
final class SearchBench {
  private static final double TARGET_MS = 20;
  private static final int WARM_UP = 100;
  private static final int SAMPLE = 400;
  private static final int SHORTEST = 6;
  private static final int SEED = 4;

  private final SearchFixture fixture;
  private final String address;
  private final PrintStream out;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Random random = new Random(SEED);

  SearchBench(SearchFixture fixture, String address, PrintStream out) {
    this.fixture = fixture;
    this.address = address;
    this.out = out;
  }

  /** The text that a user types, and the name or postcode that the hits should contain. */
  private record SearchQuery(String typed, String expected) {}

  void run(int rounds) throws IOException, InterruptedException {
    Map<String, List<SearchQuery>> kinds = queries();
    TextTable table = new TextTable("typed", "median ms", "p99 ms", "found %");
    List<Long> misspelt = new ArrayList<>();
    List<Long> all = new ArrayList<>();
    for (Map.Entry<String, List<SearchQuery>> kind : kinds.entrySet()) {
      List<SearchQuery> queries = kind.getValue();
      for (SearchQuery query : queries.subList(0, Math.min(WARM_UP, queries.size()))) {
        get(query);
      }
      List<Long> times = new ArrayList<>();
      int found = 0;
      for (int i = 0; i < rounds * queries.size(); i++) {
        SearchQuery query = queries.get(i % queries.size());
        long start = System.nanoTime();
        byte[] response = get(query);
        times.add(System.nanoTime() - start);
        found += containsHit(response, query.expected()) ? 1 : 0;
      }
      all.addAll(times);
      if (kind.getKey().contains("wrong")) {
        misspelt.addAll(times);
      }
      row(table, kind.getKey(), times, String.valueOf(Math.round(100.0 * found / times.size())));
    }
    row(table, "all with something wrong", misspelt, "");
    row(table, "all", all, "");
    table.lines().forEach(out::println);
    out.printf(
        Locale.ROOT,
        "Target: a median under %.0f ms, with something wrong too: %s%n",
        TARGET_MS,
        Math.max(median(all), median(misspelt)) < TARGET_MS ? "reached" : "MISSED");
  }

  private Map<String, List<SearchQuery>> queries() {
    List<String> places =
        fixture.sample(
            "name", "place WHERE kind = 'village' AND length(name) > " + SHORTEST, SAMPLE);
    List<String> streets = fixture.sample("name", "place WHERE kind = 'street'", SAMPLE);
    List<String> full =
        fixture.sample(
            "name || ', ' || split_part(within, ',', 1)", "place WHERE kind = 'street'", SAMPLE);
    List<String> postcodes = fixture.sample("code", "postcode", SAMPLE);
    Map<String, List<SearchQuery>> kinds = new LinkedHashMap<>();
    kinds.put("a whole name", places.stream().map(n -> new SearchQuery(n, n)).toList());
    kinds.put("a street", streets.stream().map(n -> new SearchQuery(n, n)).toList());
    kinds.put(
        "a street and its town",
        full.stream().map(n -> new SearchQuery(n, n.substring(0, n.indexOf(',')))).toList());
    kinds.put(
        "four letters of a name",
        places.stream().map(n -> new SearchQuery(n.substring(0, 4), n.substring(0, 4))).toList());
    kinds.put(
        "a street but for two letters",
        streets.stream().map(n -> new SearchQuery(n.substring(0, n.length() - 2), n)).toList());
    kinds.put(
        "one letter wrong", places.stream().map(n -> new SearchQuery(misspell(n), n)).toList());
    kinds.put(
        "two letters wrong",
        places.stream()
            .filter(n -> n.length() > SHORTEST + 2)
            .map(n -> new SearchQuery(misspell(misspell(n)), n))
            .toList());
    kinds.put(
        "two words, a letter wrong in one",
        streets.stream().map(n -> new SearchQuery(misspellFirstWord(n), n)).toList());
    kinds.put(
        "the first half of a postcode",
        postcodes.stream()
            .map(
                c ->
                    new SearchQuery(c.substring(0, c.length() - 3), c.substring(0, c.length() - 3)))
            .toList());
    kinds.put(
        "a postcode but for a letter",
        postcodes.stream().map(c -> new SearchQuery(c.substring(0, c.length() - 1), c)).toList());
    kinds.put("a whole postcode", postcodes.stream().map(c -> new SearchQuery(c, c)).toList());
    return kinds;
  }

  /** A name with one letter left out, doubled, replaced or swapped with the next. */
  private String misspell(String name) {
    int at = 1 + random.nextInt(name.length() - 2);
    String before = name.substring(0, at);
    String after = name.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + name.charAt(at) + name.charAt(at) + after;
      case 2 -> before + (char) ('a' + random.nextInt(26)) + after;
      default -> before + after.charAt(0) + name.charAt(at) + after.substring(1);
    };
  }

  private String misspellFirstWord(String street) {
    int blank = street.indexOf(' ');
    return blank < 3 ? street : misspell(street.substring(0, blank)) + street.substring(blank);
  }

  private byte[] get(SearchQuery query) throws IOException, InterruptedException {
    URI uri =
        URI.create(
            address + "/api/search?q=" + URLEncoder.encode(query.typed(), StandardCharsets.UTF_8));
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(uri).header("Accept", "application/json").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new UserException(
          "The search for " + query.typed() + " was answered " + response.statusCode());
    }
    return response.body();
  }

  private boolean containsHit(byte[] response, String expected) {
    for (JsonNode hit : json.readTree(response).get("hits")) {
      String name = hit.get("name").asString();
      if (name.startsWith(expected) || name.replace(" ", "").startsWith(expected)) {
        return true;
      }
    }
    return false;
  }

  private static void row(TextTable table, String kind, List<Long> nanos, String found) {
    table.add(
        kind,
        String.format(Locale.ROOT, "%.1f", median(nanos)),
        String.format(Locale.ROOT, "%.1f", percentile(nanos, 99)),
        found);
  }

  private static double median(List<Long> nanos) {
    return percentile(nanos, 50);
  }

  private static double percentile(List<Long> nanos, int percent) {
    return Percentiles.of(nanos.stream().mapToLong(Long::longValue).toArray(), percent) / 1e6;
  }
}
