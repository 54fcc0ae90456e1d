package org.greensward.importing.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.greensward.error.UserException;
import org.greensward.importing.read.MadeFiles;
import org.greensward.importing.read.StagedRows;
import org.greensward.layer.importing.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV, Excel and OpenDocument tables. */
class CsvTableTest {
  @TempDir Path folder;

  @Test
  void everyValueIsTextAndEmptyIsNull() {
    StagedRows staged =
        StagedRows.of(
            csv(
                "code,lon,lat,WKT,from\n"
                    + "007,-0.7,52.0,POINT(1 1),01/04/2014\n"
                    + "b,,\"\",,2014/04/01\n"));
    assertThat(staged.rows().get(0))
        .containsEntry("code", "007")
        .containsEntry("lon", "-0.7")
        .containsEntry("wkt", "POINT(1 1)")
        .containsEntry("from", "01/04/2014")
        .containsEntry("geom", null);
    assertThat(staged.rows().get(1))
        .containsEntry("lon", null)
        .containsEntry("lat", null)
        .containsEntry("from", "2014/04/01");
    assertThat(staged.source().layers().get(0).geometryType()).isEqualTo("None");
    assertThat(staged.source().layers().get(0).crs()).isNull();
  }

  @Test
  void quotesSeparatorsAndLineEndsInValues() {
    StagedRows staged =
        StagedRows.of(
            csv("code,name\r\n1,\"a, \"\"b\"\"\"\r\n2,\"two\r\nlines\"\r\n3,back\\slash\tn\r\n"));
    assertThat(staged.column("name")).containsExactly("a, \"b\"", "two\nlines", "back\\slash\tn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"code,name\n1,Olney\n", "code;name\n1;Olney\n", "code\tname\n1\tOlney"})
  void separatorIsFound(String text) {
    assertThat(StagedRows.of(csv(text)).column("name")).containsExactly("Olney");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTF-8        | false
          UTF-16       | false
          ISO-8859-1   | true
          """)
  void encodingIsFound(String charset, boolean remark) {
    Path file =
        MadeFiles.write(
            folder.resolve("councils.csv"),
            "code,name\n1,Café\n".getBytes(Charset.forName(charset)));
    StagedRows staged = StagedRows.of(file);
    assertThat(staged.column("name")).containsExactly("Café");
    assertThat(staged.source().remarks()).hasSize(remark ? 1 : 0);
  }

  @Test
  void byteOrderMarkIsNoPartOfTheFirstColumn() {
    assertThat(StagedRows.of(csv("\ufeffcode,name\n1,Café\n")).column("code")).containsExactly("1");
  }

  @Test
  void rowsWithoutValuesAreLeftOutAndTheOthersKeepTheirNumbers() {
    StagedRows staged = StagedRows.of(csv("code,name\n1,a\n\n,\n4,d\n,\n"));
    assertThat(staged.count()).isEqualTo(2);
    assertThat(staged.column("row_number")).containsExactly(1L, 4L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | councils.csv is empty; export or copy it again.
          'code,name@'           | councils.csv holds no rows below its header; export it again.
          'code,name@,@'         | councils.csv holds no rows below its header; export it again.
          'code@1@'              | councils.csv has one column only; separate columns by commas, semicolons or tabs.
          'code,@1,2@'           | councils.csv: column 2 has no name in the header; give it one.
          'code,Code@1,2@'       | councils.csv: its header has two columns Code; rename one.
          'a,b@1,2@3@4,5,6@'     | councils.csv: its header has 2 columns, but row 2 has 1 columns and 1 more differ too; put values that hold a separator into double quotes.
          'a,b@1,"2@3,4@'        | councils.csv: a double quote opened in line 2 is never closed; close it.
          """)
  void refuses(String text, String sentence) {
    assertThat(StagedRows.refusal(csv(text.replace('@', '\n')), ReadOptions.DEFAULT))
        .isEqualTo(sentence);
  }

  @Test
  void everyRowOfTheWrongLengthIsListed() {
    UserException refusal =
        catchThrowableOfType(UserException.class, () -> StagedRows.of(csv("a,b\n1,2\n3\n4,5,6\n")));
    assertThat(refusal.details()).containsExactly("row 2 has 1 columns", "row 3 has 3 columns");
  }

  @Test
  void refusesAWrongEncodingThatIsSaid() {
    Path file =
        MadeFiles.write(
            folder.resolve("councils.csv"),
            "code,name\n1,Café\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(StagedRows.refusal(file, new ReadOptions(null, null, "UTF-8", null)))
        .isEqualTo("councils.csv: its text is not valid UTF-8; say the right one with --encoding.");
  }

  @ParameterizedTest
  @CsvSource({"xlsx,XLSX", "ods,ODS"})
  void firstSheetOfAWorkbookWithDatesInIso(String ending, String driver) {
    Path source = csv("code,Start date,n\na,2014-04-01,1.5\nb,2015-12-31,2\n");
    Path book =
        MadeFiles.convert(
            source, folder.resolve("book." + ending), driver, "-oo", "AUTODETECT_TYPE=YES");
    StagedRows staged = StagedRows.of(book);
    assertThat(staged.column("start_date")).containsExactly("2014-04-01", "2015-12-31");
    assertThat(staged.column("code")).containsExactly("a", "b");
    assertThat(staged.source().layers().get(0).fields()).containsExactly("code", "Start date", "n");
  }

  private Path csv(String text) {
    return MadeFiles.write(folder.resolve("councils.csv"), text);
  }
}
