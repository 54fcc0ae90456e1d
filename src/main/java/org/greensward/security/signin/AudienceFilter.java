package org.greensward.security.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Optional;
import org.greensward.database.Audience;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.apikey.ApiKeyAuthenticationFilter;
import org.greensward.security.apikey.ApiKeyRepository;
import org.greensward.security.audit.NetworkAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the audience of a request to its thread, and keeps answers to those who signed in out of
 * every cache: the same address says other things to others.
 */
public final class AudienceFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<AccountPrincipal> signedIn = AccountPrincipal.find();
    if (signedIn.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Audience audience = signedIn.get().audience(NetworkAddress.of(request));
    String key =
        ApiKeyAuthenticationFilter.opened(request).map(ApiKeyRepository.Opened::name).orElse(null);
    try (Audience.Bound bound = Audience.bind(key == null ? audience : audience.by(key))) {
      chain.doFilter(request, new Uncached(response));
    }
  }

  /** So that what is done for a request on another thread, or after a failure, has its audience. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static final class Uncached extends HttpServletResponseWrapper {
    Uncached(HttpServletResponse response) {
      super(response);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    @Override
    public void setHeader(String name, String value) {
      if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
        super.addHeader(name, value);
      }
    }

    @Override
    public void reset() {
      super.reset();
      super.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
  }
}
