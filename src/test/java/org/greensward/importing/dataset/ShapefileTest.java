package org.greensward.importing.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.greensward.importing.read.MadeFiles;
import org.greensward.importing.read.StagedRows;
import org.greensward.layer.importing.ReadOptions;
import org.greensward.layer.importing.SourceLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapefileTest {
  private static final ReadOptions GRID = new ReadOptions("EPSG:27700", null, null, null);
  @TempDir Path folder;
  private Path shp;

  @BeforeEach
  void make() {
    shp = MadeFiles.shapefile(folder);
  }

  @Test
  void wholeOneIsReadAsItStands() {
    StagedRows staged = StagedRows.of(shp);
    assertThat(staged.count()).isEqualTo(3);
    assertThat(staged.column("name")).containsExactly("one", "two", "three");
    assertThat(staged.column("row_number")).containsExactly(1L, 2L, 3L);
    assertThat(staged.column("source_layer")).containsOnly("verges");
    assertThat(staged.source().remarks()).isEmpty();
    assertThat(staged.source().driver()).isEqualTo("ESRI Shapefile");
    assertThat(staged.source().layers())
        .containsExactly(
            new SourceLayer("verges", "Polygon", 3, "EPSG:27700", List.of("code", "name")));
    assertThat(staged.progress()).endsWith(3L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dbf | verges.shp has no table (.dbf) beside it; give .shp, .dbf, .shx and .prj together.
          prj | verges.shp has no .prj that says in which coordinate system it is; say which with --crs
          shp | There is no file
          """)
  void refusesOneWithout(String ending, String sentence) throws IOException {
    Files.delete(Shapefile.sibling(shp, ending));
    assertThat(StagedRows.refusal(shp, ReadOptions.DEFAULT)).startsWith(sentence);
  }

  @Test
  void withoutPrjItTakesTheOneThatIsSaid() throws IOException {
    Files.delete(Shapefile.sibling(shp, "prj"));
    assertThat(StagedRows.of(shp, GRID).count()).isEqualTo(3);
  }

  @Test
  void withoutIndexItMakesOneAndSaysSo() throws IOException {
    Files.delete(Shapefile.sibling(shp, "shx"));
    StagedRows staged = StagedRows.of(shp);
    assertThat(staged.count()).isEqualTo(3);
    assertThat(staged.source().remarks())
        .containsExactly("verges.shp: it has no index (.shx); one was made from the shapes.");
    assertThat(Shapefile.sibling(shp, "shx")).doesNotExist();
  }

  @Test
  void brokenIndexIsMadeAnew() throws IOException {
    MadeFiles.cut(Shapefile.sibling(shp, "shx"), 110);
    StagedRows staged = StagedRows.of(shp);
    assertThat(staged.count()).isEqualTo(3);
    assertThat(staged.source().remarks())
        .containsExactly(
            "verges.shp: its index (.shx) is damaged; it was made anew from the shapes.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shp | 0   | verges.shp is empty; export or copy it again.
          shp | 50  | verges.shp is not a Shapefile, whatever its name says; export it again as one.
          shp | 300 | verges.shp is cut short: its header says 508 bytes, it holds 300; copy or export it again.
          dbf | 20  | verges.shp: its table (.dbf) is not one; export the Shapefile again.
          dbf | 400 | verges.shp: its table (.dbf) is cut short, its header says 3 rows but it holds 1; copy or export it again.
          """)
  void refusesOneCutShort(String ending, int length, String sentence) throws IOException {
    MadeFiles.cut(Shapefile.sibling(shp, ending), length);
    assertThat(StagedRows.refusal(shp, ReadOptions.DEFAULT)).isEqualTo(sentence);
  }

  @Test
  void refusesTextNamedShp() {
    MadeFiles.write(shp, "This is the map of our verges. ".repeat(20));
    assertThat(StagedRows.refusal(shp, ReadOptions.DEFAULT))
        .isEqualTo(
            "verges.shp is not a Shapefile, whatever its name says; export it again as one.");
  }

  @Test
  void refusesATableOfAnother() throws IOException {
    byte[] dbf = Files.readAllBytes(Shapefile.sibling(shp, "dbf"));
    dbf[4] = 2;
    Files.write(Shapefile.sibling(shp, "dbf"), dbf);
    assertThat(StagedRows.refusal(shp, ReadOptions.DEFAULT))
        .isEqualTo(
            "verges.shp holds 3 shapes but its table (.dbf) 2 rows, so that they do not belong"
                + " together; export it again.");
  }

  @Test
  void rowsMarkedAsDeletedAreLeftOut() throws IOException {
    byte[] dbf = Files.readAllBytes(Shapefile.sibling(shp, "dbf"));
    int header = (dbf[8] & 0xff) + ((dbf[9] & 0xff) << 8);
    dbf[header] = '*';
    Files.write(Shapefile.sibling(shp, "dbf"), dbf);
    assertThat(StagedRows.of(shp).column("name")).containsExactly("two", "three");
  }

  @Test
  void refusesAPartOfOne() {
    assertThat(StagedRows.refusal(Shapefile.sibling(shp, "dbf"), ReadOptions.DEFAULT))
        .startsWith("verges.dbf is only a part of a Shapefile; give the .shp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTF-8        | UTF-8        | Hněvošický háj |
          windows-1250 | 1250         | Hněvošický háj |
          windows-1252 | ANSI 1252    | Café – verge   |
          ISO-8859-1   | 88591        | Café verge     |
          ISO-8859-1   |              | Café verge     | was read as ISO-8859-1
          ISO-8859-1   | <!doctype h> | Café verge     | .cpg names no encoding and was left aside
          UTF-8        |              | Café – verge   |
          US-ASCII     |              | Cafe verge     |
          """)
  void textIsRightInEveryEncoding(String in, String cpg, String text, String remark)
      throws IOException {
    writeName(text, Charset.forName(in));
    Path cpgFile = Shapefile.sibling(shp, "cpg");
    Files.deleteIfExists(cpgFile);
    if (cpg != null) {
      Files.writeString(cpgFile, cpg);
    }
    StagedRows staged = StagedRows.of(shp);
    assertThat(staged.column("name").get(0)).isEqualTo(text);
    if (remark == null) {
      assertThat(staged.source().remarks()).isEmpty();
    } else {
      assertThat(staged.source().remarks()).anySatisfy(r -> assertThat(r).contains(remark));
    }
  }

  @Test
  void encodingThatIsSaidGoesFirst() throws IOException {
    writeName("Hněvošický háj", Charset.forName("windows-1250"));
    ReadOptions options = new ReadOptions(null, null, "cp1250", null);
    assertThat(StagedRows.of(shp, options).column("name").get(0)).isEqualTo("Hněvošický háj");
  }

  @Test
  void refusesTextThatIsNotInTheEncodingThatTheFileSays() throws IOException {
    writeName("Café verge", StandardCharsets.ISO_8859_1);
    Files.writeString(Shapefile.sibling(shp, "cpg"), "UTF-8");
    assertThat(StagedRows.refusal(shp, ReadOptions.DEFAULT))
        .startsWith("verges.shp: the text of row 1 is not in the encoding that the file says");
  }

  @Test
  void refusesAnEncodingThatDoesNotExist() {
    assertThat(StagedRows.refusal(shp, new ReadOptions(null, null, "latin-eins", null)))
        .isEqualTo(
            "There is no encoding latin-eins; name one like --encoding UTF-8, ISO-8859-1 or"
                + " windows-1252.");
  }

  /** Puts a text into the first row's second column, with no language named in the header. */
  private void writeName(String text, Charset charset) throws IOException {
    Path file = Shapefile.sibling(shp, "dbf");
    byte[] dbf = Files.readAllBytes(file);
    int header = (dbf[8] & 0xff) + ((dbf[9] & 0xff) << 8);
    byte[] name = text.getBytes(charset);
    int at = header + 1 + 80;
    Arrays.fill(dbf, at, at + 80, (byte) ' ');
    System.arraycopy(name, 0, dbf, at, name.length);
    dbf[29] = 0;
    Files.write(file, dbf);
  }
}
