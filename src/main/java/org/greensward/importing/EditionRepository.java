package org.greensward.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import org.greensward.layer.importing.ImportReport;
import org.greensward.layer.importing.ImportRequest;
import org.greensward.layer.importing.SourceFile;
import org.greensward.layer.importing.SourceLayer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of each import: which file, when, and what was found in it. */
final class EditionRepository {
  private static final int BUFFER = 1 << 16;

  private final JdbcClient jdbc;

  EditionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Begins an edition; its report follows with {@link #finish}.
   *
   * @param sha256 of the file
   */
  long begin(ImportRequest request, String sha256, SourceFile file, long features) {
    String crs =
        file.layers().stream()
            .map(SourceLayer::crs)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return jdbc.sql(
            """
            INSERT INTO edition (layer, file_name, sha256, source, licence, crs, features, report)
            VALUES (:layer, :file, :sha256, :source, :licence, nullif(:crs, ''), :features, '{}')
            RETURNING id""")
        .param("layer", request.layer())
        .param("file", request.fileName())
        .param("sha256", sha256)
        .param("source", request.source())
        .param("licence", request.licence())
        .param("crs", crs)
        .param("features", features)
        .query(Long.class)
        .single();
  }

  void finish(long edition, ImportReport report) {
    jdbc.sql("UPDATE edition SET report = CAST(:report AS jsonb) WHERE id = :id")
        .param("report", report.toJson())
        .param("id", edition)
        .update();
  }

  /** What tells a file from any other. */
  static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
