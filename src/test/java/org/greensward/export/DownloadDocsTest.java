package org.greensward.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.greensward.export.write.ExportFormat;
import org.greensward.layer.export.ExportField;
import org.greensward.layer.export.ExportLayer;
import org.junit.jupiter.api.Test;

/** The manual tells all columns, also by their short names, and each of these is told apart. */
class DownloadDocsTest {

  @Test
  void everyColumnIsInTheManual() throws Exception {
    String manual = Files.readString(Path.of("docs/downloads.md"));
    for (ExportLayer layer : ExportLayers.declared().all()) {
      int start = manual.indexOf("\n**" + layer.name() + "**");
      assertThat(start).as(layer.name()).isPositive();
      String columns = manual.substring(start, manual.indexOf("\n\n", start + 1));
      Set<String> shortNames = new HashSet<>();
      for (ExportField field : layer.fields()) {
        assertThat(columns).contains("`" + field.name() + "`", "`" + field.shortName() + "`");
        assertThat(shortNames.add(field.shortName())).as(field.shortName()).isTrue();
      }
      for (String source : layer.sources()) {
        assertThat(manual)
            .containsPattern("\\|[^|]*\\b" + layer.name() + "\\b[^|]*\\|[^|]*\\b" + source + "\\b");
      }
    }
    for (ExportFormat format : ExportFormat.values()) {
      assertThat(manual).contains("`" + format.key() + "`");
    }
  }
}
