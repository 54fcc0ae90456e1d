package org.greensward.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * What fails once the answer has begun cannot be told: a page or a problem would become a part of
 * the file. The fault is handed on to the server, which breaks the connection off, so that nobody
 * takes a part for the whole.
 */
@Component
class ResponseAborter implements HandlerExceptionResolver, Ordered {

  @Override
  public ModelAndView resolveException(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception fault) {
    if (!response.isCommitted()) {
      return null;
    }
    throw fault instanceof IOException broken
        ? new UncheckedIOException(broken)
        : new IllegalStateException("The answer was broken off", fault);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
