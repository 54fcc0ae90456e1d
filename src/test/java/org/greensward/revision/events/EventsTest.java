package org.greensward.revision.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.greensward.DemonstrationApp;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.greensward.revision.LayerRevisions;
import org.greensward.revision.RevisionRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code /events} through the front door. */
class EventsTest {
  private static final int MOST = 40;

  private static ConfigurableApplicationContext context;
  private static String address;
  private static StoreFixture db;

  @BeforeAll
  static void start() {
    System.setProperty("greensward.live.listeners", "" + MOST);
    TestStore store = TestStore.empty();
    db = StoreFixture.in(store);
    db.parish(
        "E04000001",
        "POLYGON((480000 240000,480000 244000,484000 244000,484000 240000,480000 240000))");
    db.council("Near", "E04000001");
    db.status("Near", "none", "[2010-01-01,)");
    context = DemonstrationApp.start(store, "empty");
    address = DemonstrationApp.addressOf(context);
    System.clearProperty("greensward.live.listeners");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  /**
   * What another test changed is known by now, so that it is not taken for a change of this one.
   */
  @BeforeEach
  void awaitNode() {
    LayerRevisions known = context.getBean(LayerRevisions.class);
    await().until(() -> known.ofLayer("parishes") == revision("parishes"));
  }

  @Test
  void aChangeIsToldWithItsPlace() throws Exception {
    try (EventListener listener = EventListener.at(address, "")) {
      await().until(() -> listener.lastId() != null);
      changeStatus();
      await().until(() -> vector().equals(listener.lastId()));
      assertThat(listener.events())
          .anyMatch(e -> e.startsWith("{\"layer\":\"boundaries\",\"revision\":"))
          .anyMatch(e -> e.startsWith("{\"layer\":\"land\",\"revision\":" + revision("land")))
          .allMatch(
              e -> e.matches(".*,\"bbox\":\\[-0\\.83\\d+,52\\.05\\d+,-0\\.7\\d+,52\\.0\\d+]}"));
    }
  }

  @Test
  void whatWasMissedIsToldFirst() throws Exception {
    String before = vector();
    changeStatus();
    changeStatus();
    awaitNode();
    try (EventListener listener = EventListener.at(address, "?since=" + before);
        EventListener again = EventListener.at(address, "?since=land:1", "Last-Event-ID", before);
        EventListener upToDate = EventListener.at(address, "?since=" + vector())) {
      for (EventListener missed : List.of(listener, again)) {
        await().until(() -> vector().equals(missed.lastId()));
        assertThat(missed.events())
            .hasSizeGreaterThanOrEqualTo(3)
            .allMatch(e -> e.contains("bbox"));
      }
      await().until(() -> upToDate.lastId() != null);
      assertThat(upToDate.lastId()).isEqualTo(vector());
    }
  }

  /** Before the store's first changes nothing is known of where. */
  @Test
  void whatIsTooLongAgoIsEverywhere() throws Exception {
    try (EventListener listener = EventListener.at(address, "?since=parishes:0")) {
      await().until(() -> !listener.events().isEmpty());
      assertThat(listener.events())
          .first()
          .isEqualTo("{\"layer\":\"parishes\",\"revision\":" + revision("parishes") + "}");
    }
  }

  /** As after the database was set back to an older state. */
  @Test
  void whoIsAheadIsToldToFetchEverything() throws Exception {
    try (EventListener listener = EventListener.at(address, "?since=parishes:999999")) {
      await().until(() -> !listener.events().isEmpty());
      assertThat(listener.events())
          .first()
          .isEqualTo("{\"layer\":\"parishes\",\"revision\":" + revision("parishes") + "}");
      assertThat(listener.lastId()).isEqualTo(vector());
    }
  }

  @Test
  void manyChangesAtOnceAreToldTogether() throws Exception {
    try (EventListener listener = EventListener.at(address, "")) {
      await().until(() -> listener.lastId() != null);
      db.jdbc()
          .sql(
              "SELECT note_change('{context}', ARRAY[ST_SetSRID(ST_MakePoint(480000 + i, 240000),"
                  + " 27700)]) FROM generate_series(1, 100) i")
          .query((row, n) -> "")
          .list();
      long last = revision("context");
      await().until(() -> listener.lastId().contains("context:" + last));
      assertThat(listener.events())
          .filteredOn(event -> event.contains("context"))
          .singleElement()
          .asString()
          .contains("\"revision\":" + last, "bbox");
    }
  }

  /**
   * Two hundred who ask and never read; a hundred events; and all of it reaches the one who reads.
   */
  @Test
  void whoDoesNotReadDisturbsNobody() throws Exception {
    URI uri = URI.create(address);
    List<Socket> silent = new ArrayList<>();
    try (EventListener listener = EventListener.at(address, "")) {
      for (int i = 0; i < MOST / 2; i++) {
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket
            .getOutputStream()
            .write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        silent.add(socket);
      }
      await().until(() -> listener.lastId() != null);
      for (int i = 0; i < 20; i++) {
        changeStatus();
      }
      String last = vector();
      await().until(() -> last.equals(listener.lastId()));
      for (Socket socket : silent) {
        socket.close();
      }
      changeStatus();
      await().until(() -> vector().equals(listener.lastId()));
    }
  }

  @Test
  void thereIsRoomForSoManyAndThenASentence() throws Exception {
    List<EventListener> listeners = new ArrayList<>();
    try {
      await()
          .until(
              () -> {
                HttpResponse<String> response = tryToListen(listeners);
                return response != null
                    && response.statusCode() == 503
                    && response.body().contains("Too many maps are listening")
                    && response.headers().firstValue("Retry-After").isPresent();
              });
      assertThat(listeners).hasSizeLessThanOrEqualTo(MOST);
    } finally {
      listeners.forEach(EventListener::close);
    }
    // Those who left are noticed at the next thing to say.
    await()
        .until(
            () -> {
              changeStatus();
              try (EventListener listener = EventListener.at(address, "")) {
                return true;
              } catch (AssertionError e) {
                return false;
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"since=x", "since=land", "since=land:-1", "since=land:1;parishes:2"})
  void whatIsNoListOfRevisionsIsRefused(String query) throws Exception {
    HttpResponse<String> response = get("/events?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body()).contains("is not a list of revisions");
  }

  @Test
  void theEndOfTheServiceEndsThemAtOnce() throws Exception {
    TestStore store = TestStore.empty();
    ConfigurableApplicationContext other = DemonstrationApp.start(store, "empty");
    try (EventListener listener = EventListener.at(DemonstrationApp.addressOf(other), "")) {
      await().until(() -> listener.lastId() != null);
      other.close();
      await().until(listener::ended);
    }
  }

  private static HttpResponse<String> tryToListen(List<EventListener> listeners) throws Exception {
    try {
      listeners.add(EventListener.at(address, ""));
      return null;
    } catch (AssertionError full) {
      return get("/events");
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static void changeStatus() {
    db.jdbc()
        .sql("UPDATE status SET status = CASE status WHEN 'none' THEN 'interested' ELSE 'none' END")
        .update();
  }

  private static String vector() {
    return "boundaries:%d,context:%d,land:%d,parishes:%d"
        .formatted(
            revision("boundaries"), revision("context"), revision("land"), revision("parishes"));
  }

  private static long revision(String layer) {
    return new RevisionRepository(db.jdbc()).findRevision(layer).orElseThrow();
  }
}
