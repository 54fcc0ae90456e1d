package org.greensward.security.apikey;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.web.SecurityProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks programs that change features at {@code /ogc} for a key, before a session is begun for them
 * and before anything that they send is read.
 */
public final class ApiWriteAuthenticationFilter extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Whether a request is to change a feature; no form of ours does. */
  public static boolean isChange(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/ogc/") && !READING.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isChange(request) || AccountPrincipal.find().isPresent()) {
      chain.doFilter(request, response);
      return;
    }
    response.addHeader(
        HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Greensward\", charset=\"UTF-8\"");
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Greensward\"");
    SecurityProblemWriter.write(
        response,
        HttpStatus.UNAUTHORIZED,
        "The public reads and changes nothing: show an API key that may change things, or sign in"
            + " and send the token against forgery.");
  }
}
