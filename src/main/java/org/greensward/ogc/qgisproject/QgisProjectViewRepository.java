package org.greensward.ogc.qgisproject;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.greensward.export.ExportScopeResolver;
import org.greensward.layer.export.ExportScope;
import org.greensward.revision.WorkingDate;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.account.AccountRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a project opens: at the parishes of the councils that whoever asks acts for. */
@Repository
class QgisProjectViewRepository {
  /** Part of an area's width and height that is shown around it. */
  private static final double MARGIN = 0.05;

  private final JdbcClient jdbc;
  private final ExportScopeResolver scopes;
  private final WorkingDate workingDate;

  QgisProjectViewRepository(JdbcClient jdbc, ExportScopeResolver scopes, WorkingDate workingDate) {
    this.jdbc = jdbc;
    this.scopes = scopes;
    this.workingDate = workingDate;
  }

  /**
   * The view of whoever asks.
   *
   * @param council the name or slug of the council to open at; null for those that they act for, or
   *     for all
   * @throws org.greensward.error.NotFoundException when there is none of that name
   */
  QgisProjectView of(String council) {
    LocalDate at = workingDate.today();
    boolean key =
        AccountPrincipal.find().filter(me -> me.role() != AccountRole.ADMINISTRATOR).isPresent();
    if (council != null) {
      ExportScope scope = scopes.find(council, null, at);
      return view(scope.title(), scope.slug(), scope.councils(), at, key);
    }
    List<AccountPrincipal.Council> own =
        AccountPrincipal.find().map(AccountPrincipal::councils).orElse(List.of());
    if (own.isEmpty()) {
      return view(authority(), "all", null, at, key);
    }
    return view(
        own.stream().map(AccountPrincipal.Council::name).collect(Collectors.joining(", ")),
        own.size() == 1 ? own.get(0).slug() : "councils",
        own.stream().map(AccountPrincipal.Council::id).toArray(Long[]::new),
        at,
        key);
  }

  private QgisProjectView view(
      String title, String slug, Long[] councils, LocalDate at, boolean key) {
    return jdbc.sql(
            """
            SELECT ST_XMin(e) AS west, ST_YMin(e) AS south, ST_XMax(e) AS east, ST_YMax(e) AS north
            FROM (SELECT coalesce(
                           ST_Extent(p.geom) FILTER (
                             WHERE CAST(:councils AS bigint[]) IS NULL
                                OR c.council_id = ANY (CAST(:councils AS bigint[]))),
                           ST_Extent(p.geom),
                           CAST('BOX(0 0, 700000 1300000)' AS box2d)) AS e
                  FROM parish p LEFT JOIN parish_council_at(:at) c ON c.parish_id = p.id
                  WHERE p.valid @> CAST(:at AS date)) x
            """)
        .param("councils", councils)
        .param("at", at)
        .query(
            (row, n) -> {
              double across = (row.getDouble("east") - row.getDouble("west")) * MARGIN;
              double up = (row.getDouble("north") - row.getDouble("south")) * MARGIN;
              return new QgisProjectView(
                  title,
                  slug,
                  row.getDouble("west") - across,
                  row.getDouble("south") - up,
                  row.getDouble("east") + across,
                  row.getDouble("north") + up,
                  key);
            })
        .single();
  }

  private String authority() {
    return jdbc.sql("SELECT name FROM authority ORDER BY id LIMIT 1")
        .query(String.class)
        .optional()
        .orElse("all local councils");
  }
}
