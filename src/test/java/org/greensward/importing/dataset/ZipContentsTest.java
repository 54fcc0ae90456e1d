package org.greensward.importing.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.greensward.error.UserException;
import org.greensward.importing.read.GdalReader;
import org.greensward.importing.read.MadeFiles;
import org.greensward.importing.read.SourceReader;
import org.greensward.importing.read.StagedRows;
import org.greensward.layer.importing.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipContentsTest {
  @TempDir Path folder;

  @Test
  void shapefileInASubFolder() throws IOException {
    Path zip =
        MadeFiles.zip(
            folder.resolve("a.zip"), "deep/er/", MadeFiles.parts(MadeFiles.shapefile(folder)));
    assertThat(StagedRows.of(zip).column("name")).containsExactly("one", "two", "three");
  }

  @Test
  void geopackage() throws IOException {
    Path gpkg =
        MadeFiles.convert(MadeFiles.shapefile(folder), folder.resolve("verges.gpkg"), "GPKG");
    StagedRows staged = StagedRows.of(MadeFiles.zip(folder.resolve("a.gpkg.zip"), "", gpkg));
    assertThat(staged.count()).isEqualTo(3);
    assertThat(staged.source().driver()).isEqualTo("GPKG");
  }

  @Test
  void partsOfAShapefileAreMissing() throws IOException {
    Path shp = MadeFiles.shapefile(folder);
    Path dbf = Shapefile.sibling(shp, "dbf");
    assertThat(refusal(MadeFiles.zip(folder.resolve("a.zip"), "", shp)))
        .isEqualTo(
            "a.zip/verges.shp has no table (.dbf) beside it; give .shp, .dbf, .shx and .prj"
                + " together.");
    assertThat(refusal(MadeFiles.zip(folder.resolve("b.zip"), "", dbf)))
        .isEqualTo(
            "b.zip holds a table (.dbf) but not the Shapefile (.shp) it belongs to; zip .shp,"
                + " .dbf, .shx and .prj together.");
    assertThat(refusal(MadeFiles.zip(folder.resolve("c.zip"), "", Shapefile.sibling(shp, "prj"))))
        .isEqualTo("c.zip holds no file of a format that is read; zip a Shapefile or GeoPackage.");
  }

  @Test
  void severalDatasetsNeedALayer() throws IOException {
    Path shp = MadeFiles.shapefile(folder);
    Path hedges = MadeFiles.convert(shp, folder.resolve("hedges.gpkg"), "GPKG");
    Path trees = MadeFiles.convert(shp, folder.resolve("trees.gpkg"), "GPKG");
    Path zip = MadeFiles.zip(folder.resolve("a.zip"), "", hedges, trees);
    assertThat(refusal(zip))
        .isEqualTo("a.zip holds several datasets; say which with --layer, one of: hedges, trees.");
    StagedRows staged = StagedRows.of(zip, new ReadOptions(null, null, null, "trees"));
    assertThat(staged.count()).isEqualTo(3);
  }

  @Test
  void damagedOnes() throws IOException {
    Path zip =
        MadeFiles.zip(folder.resolve("a.zip"), "", MadeFiles.parts(MadeFiles.shapefile(folder)));
    byte[] whole = Files.readAllBytes(zip);
    String sentence =
        "a.zip is not a whole zip archive: it is cut short or damaged; copy or download it again.";
    MadeFiles.cut(zip, whole.length - 100);
    assertThat(refusal(zip)).isEqualTo(sentence);
    whole[60] ^= 0x55;
    Files.write(zip, whole);
    assertThat(refusal(zip)).isEqualTo(sentence);
    MadeFiles.cut(zip, 0);
    assertThat(refusal(zip)).isEqualTo("a.zip is empty; export or copy it again.");
  }

  @Test
  void oneThatUnpacksToTooMuch() throws IOException {
    Path large = MadeFiles.write(folder.resolve("large.geojson"), new byte[5 << 20]);
    Path zip = MadeFiles.zip(folder.resolve("bomb.zip"), "", large);
    assertThat(Files.size(zip)).isLessThan(10_000);
    SourceReader reader = new GdalReader(new ReadLimits(Duration.ofMinutes(1), 4L << 30, 1L << 20));
    UserException refusal =
        catchThrowableOfType(UserException.class, () -> reader.inspect(zip, ReadOptions.DEFAULT));
    assertThat(refusal)
        .hasMessage(
            "bomb.zip unpacks to more than 1 MB; unpack it yourself and give the file, or cut it"
                + " to your area.");
  }

  private static String refusal(Path file) {
    return StagedRows.refusal(file, ReadOptions.DEFAULT);
  }
}
