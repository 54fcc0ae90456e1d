package org.greensward.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.greensward.database.TestStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 25,000 parcels of 200 corners, some 150 MB as text, leave a program with a heap of 64 MB. */
class ExportMemoryTest {
  private static final int PARCELS = 25_000;
  private static final TestStore STORE = TestStore.empty();

  @TempDir static Path folder;

  /** Without the triggers of land, which are not what is looked at here; each is one piece. */
  @BeforeAll
  static void addParcels() {
    JdbcClient jdbc = STORE.jdbc();
    jdbc.sql("INSERT INTO store (demonstration) VALUES (false)").update();
    jdbc.sql("ALTER TABLE land DISABLE TRIGGER USER").update();
    jdbc.sql(
            """
            INSERT INTO land (reference, asset_type, unit, geom)
            SELECT 'M-' || n, 'amenity grass', 'm2',
                   ST_Buffer(ST_Point(400000 + 50 * (n % 200), 200000 + 50 * (n / 200), 27700), 20, 50)
            FROM generate_series(1, :parcels) n
            """)
        .param("parcels", PARCELS)
        .update();
    jdbc.sql("INSERT INTO piece (land_id, drawn, quantity) SELECT id, drawn, quantity FROM land")
        .update();
    jdbc.sql("ALTER TABLE land ENABLE TRIGGER USER").update();
  }

  @Test
  void aStreamHoldsAFewRows() throws Exception {
    Path file = export("geojson");
    assertThat(Files.size(file)).isGreaterThan(100L << 20);
    assertThat(ReadBack.value(file, "SELECT count(*) FROM pieces"))
        .isEqualTo(String.valueOf(PARCELS));
  }

  @Test
  void aFileMadeByGdalDoesNotPassThroughOurMemory() throws Exception {
    assertThat(ReadBack.value(export("gpkg"), "SELECT count(*) FROM pieces_areas"))
        .isEqualTo(String.valueOf(PARCELS));
  }

  @Test
  void aWorkbookLeavesSheetByPart() throws Exception {
    assertThat(ReadBack.value(export("xlsx"), "SELECT count(*) FROM pieces"))
        .isEqualTo(String.valueOf(PARCELS));
  }

  private static Path export(String format) throws Exception {
    Path file = folder.resolve("pieces." + format);
    ProcessBuilder program =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.greensward.cli.Greensward",
                "export",
                "pieces",
                "--all",
                "--format",
                format,
                "--out",
                file.toString()));
    program.environment().put("GREENSWARD_DATABASE_URL", STORE.url());
    program.redirectErrorStream(true);
    Process process = program.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("Not for the public: no licence is recorded for land");
    return file;
  }
}
