package org.greensward.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.greensward.Patience;
import org.greensward.licence.Licence;
import org.greensward.licence.LicenceFlag;
import org.greensward.licence.LicenceRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Downloads as a browser and a program get them. */
class DownloadHttpTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int AT_ONCE = 4;

  @ParameterizedTest
  @CsvSource({
    "gpkg, application/geopackage+sqlite3",
    "shp.zip, application/zip",
    "shp, application/zip",
    "geojson, application/geo+json",
    "csv, text/csv;charset=utf-8",
    "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "kml, application/vnd.google-earth.kml+xml",
    "tab, application/zip"
  })
  void aFileIsAnAttachmentThatNobodyKeeps(String ending, String type) throws Exception {
    HttpResponse<byte[]> file = get("/download/parishes." + ending + "?at=2014-06-01");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).isEqualToIgnoringCase(type);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"greensward-parishes-all-2014-06-01.");
    assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(file.body()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trees.gpkg|404|the layers are councils, parishes, statuses, land",
        "land.dwg|404|the formats are gpkg, shp, geojson, csv, xlsx, kml, tab",
        "land.gpkg?council=Olny|404|did you mean Olney Town Council",
        "land.gpkg?crs=3857|400|take 27700 (British National Grid) or 4326 (WGS84)",
        "land.gpkg?at=soon|400|at=soon is not a date",
        "land.kml?crs=27700|400|KML is always in WGS84",
        "land.gpkg?council=olney-town-council&forum=olney-ward-forum|400|give one of them"
      })
  void whatCannotBeIsAProblemThatSaysWhatCan(String path, int status, String said)
      throws Exception {
    HttpResponse<byte[]> answer = get("/download/" + path, "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .doesNotContain("greensward");
    assertThat(text(answer)).contains(said);
  }

  @Test
  void withoutAnOpenLicenceNothingMadeOfALayerIsGiven() throws Exception {
    Licence open = DownloadApp.bean(LicenceRepository.class).find("land").orElseThrow();
    LicenceRepository licences = new LicenceRepository(DownloadApp.jdbc());
    try {
      licences.set(
          new Licence(
              "land", LicenceFlag.PUBLIC_SECTOR_INTERNAL, null, "PSGA", "© Crown copyright", null));
      for (String layer : List.of("land", "pieces", "schedule")) {
        HttpResponse<byte[]> answer =
            get("/download/" + layer + ".geojson", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(answer)).contains("land is for public bodies only");
      }
      assertThat(get("/download/land.gpkg", "Accept", "text/html").statusCode()).isEqualTo(403);
      assertThat(get("/download/parishes.geojson").statusCode()).isEqualTo(200);
      assertThat(text(get("/download")))
          .contains("Land: for public bodies only.", "/sign-in?next=/download")
          .doesNotContain("/download/land.gpkg");
      DownloadApp.jdbc().sql("DELETE FROM layer_licence WHERE layer = 'land'").update();
      assertThat(text(get("/download/land.csv", "Accept", "application/json")))
          .contains("no licence is recorded for land");
    } finally {
      licences.set(open);
    }
    assertThat(get("/download/land.geojson").statusCode()).isEqualTo(200);
  }

  @Test
  void thePageListsLayersFormatsAndWhatToSay() throws Exception {
    String page = text(get("/download?council=olney-town-council&at=2014-06-01&crs=4326"));
    assertThat(page)
        .contains(
            "/download/land.gpkg?council=olney-town-council&amp;at=2014-06-01&amp;crs=4326",
            "Olney Town Council, as at 1 June 2014",
            "Office for National Statistics")
        .doesNotContain("/download/schedule.kml");
    assertThat(get("/download?council=nowhere", "Accept", "text/html").statusCode()).isEqualTo(404);
  }

  @Test
  void ofTooManyAtOnceSomeAreAskedToComeBack() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        slow.add(askAndReadNothing("/download/pieces.geojson"));
      }
      HttpResponse<byte[]> answer = awaitStatus(503, "/download/statuses.csv");
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("20");
      assertThat(text(answer)).contains("try again in 20 seconds");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    awaitStatus(200, "/download/statuses.csv");
  }

  @ParameterizedTest
  @CsvSource({"geojson", "gpkg"})
  void aClientWhoLeavesLeavesNothingBehind(String ending) throws Exception {
    Socket socket = askAndReadNothing("/download/land." + ending);
    socket.close();
    await().atMost(Patience.OF_WORK).until(() -> !isAnythingUnderWay());
    assertThat(get("/download/councils.gpkg").statusCode()).isEqualTo(200);
  }

  /** A transaction of an export, a child of GDAL, or a folder of one. */
  private static boolean isAnythingUnderWay() throws IOException {
    boolean children =
        ProcessHandle.current()
            .descendants()
            .anyMatch(p -> p.info().command().orElse("").endsWith("ogr2ogr"));
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      String mine = "greensward-work-" + ProcessHandle.current().pid();
      boolean folders = files.anyMatch(p -> p.getFileName().toString().startsWith(mine));
      return children
          || folders
          || DownloadApp.value(
              """
              SELECT EXISTS (SELECT FROM pg_stat_activity
                             WHERE datname = current_database() AND pid <> pg_backend_pid()
                               AND state <> 'idle' AND query LIKE '%piece_at%')
              """,
              Boolean.class);
    }
  }

  /** Small windows, so that what is not read soon waits on the other side. */
  private static Socket askAndReadNothing(String path) throws IOException {
    URI address = URI.create(DownloadApp.address());
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    if (path.endsWith("geojson")) {
      assertThat(in.read()).isEqualTo('H');
    }
    return socket;
  }

  private static HttpResponse<byte[]> awaitStatus(int status, String path) {
    return await()
        .until(() -> get(path, "Accept", "application/json"), it -> it.statusCode() == status);
  }

  private static HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(DownloadApp.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
