package org.greensward.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.greensward.refusal.NotThere;
import org.greensward.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells a browser what went wrong in a page that has a way on. Programs get problem documents, see
 * {@link Problems}; which of the two is answered is what {@code Accept} asks for.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {
  private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

  private final PageModels pages;

  PageErrors(PageModels pages) {
    this.pages = pages;
  }

  @ExceptionHandler(value = Refusal.class, produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
    RefusalStatus.headers(refusal)
        .forEach((name, values) -> response.setHeader(name, values.get(0)));
    ModelAndView page = page(RefusalStatus.of(refusal), request);
    page.addObject("sentence", refusal.getMessage());
    page.addObject("details", refusal.details());
    if (refusal instanceof NotThere missing) {
      page.addObject("suggestions", missing.suggestions());
    }
    return page;
  }

  /** Everything else: what Spring has a status for keeps it, the rest is a fault of ours. */
  @ExceptionHandler(value = Exception.class, produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView failed(Exception fault, HttpServletRequest request) {
    HttpStatusCode status =
        fault instanceof ErrorResponse known
            ? known.getStatusCode()
            : HttpStatus.INTERNAL_SERVER_ERROR;
    if (status.is5xxServerError()) {
      log.error("{} {}", request.getMethod(), request.getRequestURI(), fault);
    }
    return page(status, request);
  }

  private ModelAndView page(HttpStatusCode status, HttpServletRequest request) {
    return new ModelAndView(
        "error", Map.of("page", pages.page(request), "status", status.value()), status);
  }
}
