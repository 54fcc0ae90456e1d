package org.greensward.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.greensward.revision.WorkingDate;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every {@link Page} its {@link PageModel}, as {@code page}. */
@ControllerAdvice(annotations = Page.class, assignableTypes = BasicErrorController.class)
public class PageModelAdvice {
  static final String UNNAMED = "Greensward";

  private final JdbcClient jdbc;
  private final WorkingDate workingDate;

  PageModelAdvice(JdbcClient jdbc, WorkingDate workingDate) {
    this.jdbc = jdbc;
    this.workingDate = workingDate;
  }

  /** Without the database too, since a page that tells of a fault has the same layout. */
  @ModelAttribute("page")
  public PageModel page(HttpServletRequest request) {
    String section = sectionOf(request.getRequestURI());
    boolean embed = Embedding.isAskedFor(request);
    try {
      return read(section, embed);
    } catch (DataAccessException | TransactionException e) {
      return new PageModel(
          UNNAMED,
          UNNAMED,
          false,
          null,
          LocalDate.now(ZoneId.systemDefault()),
          section,
          embed,
          null,
          0);
    }
  }

  private PageModel read(String section, boolean embed) {
    return jdbc.sql(
            """
            SELECT coalesce(a.name, :unnamed) AS name,
                   coalesce(a.short_name, :unnamed) AS short_name,
                   coalesce(s.demonstration, false) AS demonstration,
                   s.notice,
                   CASE WHEN :known THEN
                     (SELECT count(*) FROM status
                      WHERE published_from > now() AND published_until IS NULL)
                   ELSE 0 END AS confidential
            FROM (VALUES (1)) AS one
            LEFT JOIN LATERAL (SELECT name, short_name FROM authority ORDER BY id LIMIT 1) a ON true
            LEFT JOIN store s ON true
            """)
        .param("unnamed", UNNAMED)
        .param("known", visitor() != null)
        .query(
            (row, number) ->
                new PageModel(
                    row.getString("name"),
                    row.getString("short_name"),
                    row.getBoolean("demonstration"),
                    row.getString("notice"),
                    workingDate.today(),
                    section,
                    embed,
                    embed ? null : visitor(),
                    row.getInt("confidential")))
        .single();
  }

  /** The page that a form on it names, so that it can be shown again when the session has ended. */
  @ModelAttribute("formPage")
  String formPage(HttpServletRequest request) {
    String sentFrom = request.getParameter(Form.PAGE);
    return sentFrom == null ? request.getRequestURI() : sentFrom;
  }

  private static CurrentUser visitor() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof CurrentUser visitor
        ? visitor
        : null;
  }

  private static String sectionOf(String path) {
    String[] parts = path.split("/", 3);
    return parts.length > 1 ? parts[1] : "";
  }
}
