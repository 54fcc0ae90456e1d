package org.greensward.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.greensward.error.NotFoundException;
import org.greensward.error.UserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells a browser what went wrong in a page that has a way on. Whoever does not ask for HTML by its
 * name is a program and gets a problem document, see {@link ProblemHandler}; that is why this is no
 * advice, which would take any answer that {@code Accept} lets through.
 */
@Component
class PageErrorHandler implements HandlerExceptionResolver, Ordered {
  private static final Logger log = LoggerFactory.getLogger(PageErrorHandler.class);

  private static final List<String> OF_FORMS = List.of("GET", "HEAD", "POST");

  private final PageModelAdvice pages;

  PageErrorHandler(PageModelAdvice pages) {
    this.pages = pages;
  }

  @Override
  public ModelAndView resolveException(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception fault) {
    if (response.isCommitted() || !asksForPages(request)) {
      return null;
    }
    UserException refusal = UserException.findIn(fault);
    return refusal != null ? refused(refusal, request, response) : failed(fault, request);
  }

  private ModelAndView refused(
      UserException refusal, HttpServletRequest request, HttpServletResponse response) {
    ErrorStatus.headers(refusal).forEach((name, values) -> response.setHeader(name, values.get(0)));
    ModelAndView page = page(ErrorStatus.of(refusal), request);
    page.addObject("sentence", refusal.getMessage());
    page.addObject("details", refusal.details());
    if (refusal instanceof NotFoundException missing) {
      page.addObject("suggestions", missing.suggestions());
    }
    return page;
  }

  /** What Spring has a status for keeps it, the rest is a fault of ours. */
  private ModelAndView failed(Exception fault, HttpServletRequest request) {
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

  /** Forms are sent by GET and POST, and never as JSON. */
  private static boolean asksForPages(HttpServletRequest request) {
    String sent = request.getContentType();
    if (!OF_FORMS.contains(request.getMethod()) || sent != null && sent.contains("json")) {
      return false;
    }
    List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
    return accepted.stream().anyMatch(it -> it.contains(MediaType.TEXT_HTML_VALUE));
  }

  /** Before those that write problem documents, after {@link ResponseAborter}. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 1;
  }
}
