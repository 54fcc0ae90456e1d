package org.greensward.importing.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greensward.error.UserException;
import org.greensward.importing.ImportService.Preview;
import org.greensward.importing.RowDifference;
import org.greensward.layer.importing.ImportReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Uploads as officers see them. */
@Repository
class UploadRepository {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_LISTED = 50;
  private static final String UPLOADS =
      """
      SELECT id, account_title(account_id) AS by, layer, file_name, bytes, source, licence, state,
             uploaded_at, worked_at < now() - interval '2 minutes' AS silent, step, sentence,
             details, edition_id, options
      FROM upload
      """;

  private final JdbcClient jdbc;

  UploadRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long add(
      String layer,
      String fileName,
      long bytes,
      Map<String, String> options,
      String source,
      String licence) {
    return jdbc.sql(
            """
            INSERT INTO upload (layer, file_name, bytes, options, source, licence)
            VALUES (:layer, :file, :bytes, CAST(:options AS jsonb), :source, :licence) RETURNING id
            """)
        .param("layer", layer)
        .param("file", fileName)
        .param("bytes", bytes)
        .param("options", JSON.writeValueAsString(options))
        .param("source", source)
        .param("licence", licence)
        .query(Long.class)
        .single();
  }

  /** The latest, newest first. */
  List<Upload> list() {
    return jdbc.sql(UPLOADS + "ORDER BY uploaded_at DESC LIMIT :most")
        .param("most", MOST_LISTED)
        .query(UploadRepository::upload)
        .list();
  }

  Optional<Upload> find(long id) {
    return jdbc.sql(UPLOADS + "WHERE id = :id")
        .param("id", id)
        .query(UploadRepository::upload)
        .optional();
  }

  Map<String, String> options(long id) {
    return JSON.readValue(
        jdbc.sql("SELECT options FROM upload WHERE id = :id")
            .param("id", id)
            .query(String.class)
            .single(),
        new TypeReference<>() {});
  }

  Optional<ImportReport> findReport(long id) {
    return findJson(id, "report").map(ImportReport::ofJson);
  }

  List<RowDifference> listDifferences(long id) {
    return findJson(id, "differences")
        .map(json -> JSON.readValue(json, new TypeReference<List<RowDifference>>() {}))
        .orElse(List.of());
  }

  private Optional<String> findJson(long id, String column) {
    return jdbc.sql(
            "SELECT " + column + " FROM upload WHERE id = :id AND " + column + " IS NOT NULL")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** A sign of life. */
  void at(long id, String step) {
    jdbc.sql("UPDATE upload SET step = :step, worked_at = clock_timestamp() WHERE id = :id")
        .param("step", step)
        .param("id", id)
        .update();
  }

  /**
   * Notes the result of a check.
   *
   * @param step what its page says besides; null for nothing
   */
  void checked(long id, Preview preview, String step) {
    jdbc.sql(
            """
            UPDATE upload SET state = 'checked', step = :step, sentence = NULL, details = '{}',
              report = CAST(:report AS jsonb), differences = CAST(:differences AS jsonb)
            WHERE id = :id
            """)
        .param("step", step)
        .param("report", preview.report().toJson())
        .param("differences", JSON.writeValueAsString(preview.differences()).replace("\\u0000", ""))
        .param("id", id)
        .update();
  }

  void refused(long id, UserException refusal) {
    jdbc.sql(
            """
            UPDATE upload SET state = 'refused', step = NULL, sentence = :sentence, details = :details
            WHERE id = :id
            """)
        .param("sentence", refusal.getMessage())
        .param("details", refusal.details().toArray(String[]::new))
        .param("id", id)
        .update();
  }

  void applied(long id, ImportReport report) {
    jdbc.sql(
            """
            UPDATE upload SET state = 'applied', step = NULL, edition_id = :edition,
              report = CAST(:report AS jsonb)
            WHERE id = :id
            """)
        .param("edition", report.edition())
        .param("report", report.toJson())
        .param("id", id)
        .update();
  }

  /** Moves an upload from one state to another; false when it is not in that state any more. */
  boolean move(long id, List<String> from, String to) {
    return jdbc.sql(
                """
                UPDATE upload SET state = :to, worked_at = clock_timestamp()
                WHERE id = :id AND state IN (:from)
                """)
            .param("to", to)
            .param("id", id)
            .param("from", from)
            .update()
        == 1;
  }

  private static Upload upload(ResultSet row, int n) throws SQLException {
    return new Upload(
        row.getLong("id"),
        row.getString("by"),
        row.getString("layer"),
        row.getString("file_name"),
        row.getLong("bytes"),
        row.getString("source"),
        row.getString("licence"),
        row.getString("state"),
        row.getObject("uploaded_at", OffsetDateTime.class),
        row.getBoolean("silent"),
        row.getString("step"),
        row.getString("sentence"),
        List.of((String[]) row.getArray("details").getArray()),
        row.getObject("edition_id", Long.class));
  }
}
