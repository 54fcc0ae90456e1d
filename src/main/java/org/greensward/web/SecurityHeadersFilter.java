package org.greensward.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser may do with our pages: run and load what comes from here, and from the hosts that
 * the setting {@code greensward.web.content-hosts} adds, and stand in a frame of another site only
 * where the page is made for it ({@code embed=1}).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeadersFilter extends OncePerRequestFilter {
  private final String policy;

  SecurityHeadersFilter(WebSettings settings) {
    this.policy = policy(settings);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean embed = Embedding.isAskedFor(request);
    response.setHeader(
        "Content-Security-Policy",
        policy + (embed ? "frame-ancestors *" : "frame-ancestors 'none'"));
    if (!embed) {
      response.setHeader("X-Frame-Options", "DENY");
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Permissions-Policy", "geolocation=(self), camera=(), microphone=()");
    chain.doFilter(request, response);
  }

  /** The policy, but for who may frame a page. */
  @Override
  public String toString() {
    return policy;
  }

  private static String policy(WebSettings settings) {
    String hosts =
        String.join("", settings.contentHosts().stream().map(host -> " " + host).toList());
    String images = settings.baseMapOrigin().map(origin -> " " + origin).orElse("");
    return "default-src 'none'; script-src 'self'%1$s; style-src 'self'%1$s; font-src 'self'%1$s; "
            .formatted(hosts)
        + "img-src 'self' data:%s%s; connect-src 'self'%s; ".formatted(hosts, images, hosts)
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; ";
  }
}
