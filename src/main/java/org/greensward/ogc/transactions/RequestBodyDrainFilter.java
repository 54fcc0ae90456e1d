package org.greensward.ogc.transactions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import org.greensward.ogc.common.OgcUrls;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets whoever sends too much finish sending, so that they hear why it is refused: a connection
 * that is closed while its client still sends takes the answer with it. What comes is thrown away,
 * and only so much of it for so long.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestBodyDrainFilter extends OncePerRequestFilter {
  private static final Set<String> SENDING = Set.of("POST", "PUT", "PATCH");
  private static final long MOST = 32_000_000;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // Whoever waits to be told to go on has sent nothing.
    return !SENDING.contains(request.getMethod())
        || !request.getRequestURI().startsWith(request.getContextPath() + OgcUrls.ROOT + "/")
        || request.getHeader(HttpHeaders.EXPECT) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } finally {
      throwAway(request);
    }
  }

  private static void throwAway(HttpServletRequest request) {
    byte[] buffer = new byte[1 << 16];
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      InputStream body = request.getInputStream();
      long taken = 0;
      int read = 0;
      while (read >= 0 && taken < MOST && System.nanoTime() < end) {
        read = body.read(buffer);
        taken += read;
      }
    } catch (IOException e) {
      // Its client has gone, and with it whom to answer.
    }
  }
}
