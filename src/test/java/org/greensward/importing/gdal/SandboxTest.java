package org.greensward.importing.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.greensward.error.UserException;
import org.greensward.importing.dataset.ReadLimits;
import org.greensward.importing.read.GdalReader;
import org.greensward.importing.read.MadeFiles;
import org.greensward.importing.read.SourceReader;
import org.greensward.importing.read.StagedRows;
import org.greensward.layer.importing.ReadOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that want more than to be read. */
class SandboxTest {
  @TempDir Path folder;

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      String mine = "greensward-work-" + ProcessHandle.current().pid();
      assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.startsWith(mine));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.geojson", "a.gpkg", "a.csv", "a.gml", "a.kml", "a.tab", "a.json"})
  void virtualDatasetUnderAnotherNameReadsNothing(String name) {
    Path file =
        MadeFiles.write(
            folder.resolve(name),
            """
            <OGRVRTDataSource><OGRVRTLayer name="passwd">
            <SrcDataSource>CSV:/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>
            """);
    assertThat(StagedRows.refusal(file, ReadOptions.DEFAULT))
        .startsWith(name)
        .doesNotContain("root:");
  }

  @Test
  void remoteSchemaIsNotFetched() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/schema.xsd";
      assertThat(StagedRows.of(gmlWithSchemaAt(address)).count()).isEqualTo(1);
      catchThrowable(() -> StagedRows.of(geojsonWithCrsAt(address)));
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void fileThatOnlyWeMayReadIsReadAllTheSame() throws IOException {
    Path shp = MadeFiles.shapefile(folder);
    for (Path part : MadeFiles.parts(shp)) {
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    try (WorkFolder work = WorkFolder.make(true)) {
      assertThat(Files.getPosixFilePermissions(work.resolve(".")))
          .noneMatch(p -> p.name().startsWith("OTHERS"));
    }
    assertThat(StagedRows.of(shp).count()).isEqualTo(3);
  }

  @Test
  void memoryIsBounded() {
    String large = "\"a\":\"" + "x".repeat(60 << 20) + "\"";
    Path file = MadeFiles.write(folder.resolve("a.geojson"), verge(large));
    SourceReader reader =
        new GdalReader(new ReadLimits(Duration.ofMinutes(1), 200L << 20, 1L << 30));
    assertThatThrownBy(() -> reader.inspect(file, ReadOptions.DEFAULT))
        .isInstanceOf(UserException.class);
  }

  private Path gmlWithSchemaAt(String address) throws IOException {
    Path source = MadeFiles.write(folder.resolve("s.geojson"), verge("\"a\":1"));
    Path gml = MadeFiles.convert(source, folder.resolve("a.gml"), "GML");
    Files.delete(folder.resolve("a.xsd"));
    String linked =
        Files.readString(gml)
            .replaceFirst(
                "schemaLocation=\"([^\" ]*) [^\"]*\"", "schemaLocation=\"$1 " + address + "\"");
    assertThat(linked).contains(address);
    return MadeFiles.write(gml, linked);
  }

  private Path geojsonWithCrsAt(String address) {
    String link =
        "\"crs\":{\"type\":\"link\",\"properties\":{\"type\":\"ogcwkt\",\"href\":\""
            + address
            + "\"}}";
    return MadeFiles.write(
        folder.resolve("b.geojson"), verge("\"a\":1").replaceFirst("\"crs\":.*?}}", link));
  }

  private static String verge(String properties) {
    return MadeFiles.collection(MadeFiles.feature(properties, MadeFiles.SQUARE));
  }
}
