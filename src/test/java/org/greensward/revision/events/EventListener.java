package org.greensward.revision.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Somebody who listens to {@code /events}, with a plain HTTP client. */
final class EventListener implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Stream<String> body;

  private EventListener(HttpResponse<Stream<String>> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    this.body = response.body();
    Thread reader = new Thread(this::read);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * @param query what follows the path, such as {@code ?since=land:3}
   * @param headers names and values in turn
   */
  static EventListener at(String address, String query, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/events" + query));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new EventListener(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofLines()));
  }

  private void read() {
    try {
      body.forEach(lines::add);
    } catch (UncheckedIOException | IllegalStateException e) {
      // Closed, by us or by the server.
    }
    lines.add("end");
  }

  /** The data of the events so far. */
  List<String> events() {
    return lines.stream().filter(l -> l.startsWith("data: ")).map(l -> l.substring(6)).toList();
  }

  /** The last id, which says how far it has heard; null before the first. */
  String lastId() {
    return lines.stream()
        .filter(line -> line.startsWith("id: "))
        .map(line -> line.substring(4))
        .reduce((a, b) -> b)
        .orElse(null);
  }

  boolean ended() {
    return lines.contains("end");
  }

  @Override
  public void close() {
    body.close();
  }
}
