package org.greensward.ogc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.greensward.ogc.common.OgcUrls;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Lets web maps of other sites read the API, and nothing else of the service: without the session
 * of whoever looks at them, and with a key if they show one. The answer says the same whichever
 * site asks, so that it may be cached once for all; Spring's own filter makes it vary by the site.
 * It stands before the doors, whose refusals are to be read as well.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OgcCorsConfiguration extends OncePerRequestFilter {
  private static final PathPattern HERE =
      PathPatternParser.defaultInstance.parse(OgcUrls.ROOT + "/**");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String A_DAY = "86400";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    return !READING.contains(request.getMethod()) || !HERE.matches(path);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    if (isAskedBefore(request)) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS");
      response.setHeader(
          HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Authorization, If-None-Match");
      response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Content-Crs, ETag");
    chain.doFilter(request, response);
  }

  /** Whether a browser asks what it may ask, before it does. */
  private static boolean isAskedBefore(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader(HttpHeaders.ORIGIN) != null
        && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
  }
}
