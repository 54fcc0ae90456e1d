package org.greensward.web;

import org.greensward.store.WorkingDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page of this package its {@link PageModel}, as {@code page}. */
@ControllerAdvice(basePackageClasses = PageModels.class)
class PageModels {
  private final JdbcClient jdbc;
  private final WorkingDate workingDate;

  PageModels(JdbcClient jdbc, WorkingDate workingDate) {
    this.jdbc = jdbc;
    this.workingDate = workingDate;
  }

  @ModelAttribute("page")
  PageModel page() {
    return jdbc.sql(
            """
            SELECT coalesce(a.name, 'Greensward') AS name,
                   coalesce(a.short_name, 'Greensward') AS short_name,
                   coalesce(s.demonstration, false) AS demonstration,
                   s.notice
            FROM (VALUES (1)) AS one
            LEFT JOIN LATERAL (SELECT name, short_name FROM authority ORDER BY id LIMIT 1) a ON true
            LEFT JOIN store s ON true
            """)
        .query(
            (row, number) ->
                new PageModel(
                    row.getString("name"),
                    row.getString("short_name"),
                    row.getBoolean("demonstration"),
                    row.getString("notice"),
                    workingDate.today()))
        .single();
  }
}
