package org.greensward.security.apikey;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.greensward.security.audit.NetworkAddress;
import org.greensward.web.SecurityProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in by a key, where programs ask for data. Elsewhere a key is as if it were not
 * shown: what opens accounts, and what changes the service by pages, is opened by people. Each
 * request is looked at for itself: there is no session, with a cookie or without, and so no token
 * against forgery. Who shows a key that is good for nothing gets nothing, not what is public.
 */
public final class ApiKeyAuthenticationFilter extends OncePerRequestFilter {
  private static final String OPENED = ApiKeyAuthenticationFilter.class.getName();
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final RequestMatcher FOR_PROGRAMS =
      new AndRequestMatcher(
          new OrRequestMatcher(
              Stream.of("/ogc/**", "/download/**", "/api/**")
                  .map(ApiKeyAuthenticationFilter::path)
                  .toList()),
          // The land editor's: it belongs to pages, and to the session of whoever draws.
          new NegatedRequestMatcher(path("/api/edit/**")));

  private final ApiKeyRepository keys;

  public ApiKeyAuthenticationFilter(ApiKeyRepository keys) {
    this.keys = keys;
  }

  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.pathPattern(pattern);
  }

  /** The key that this request was let in by. */
  public static Optional<ApiKeyRepository.Opened> opened(HttpServletRequest request) {
    return Optional.ofNullable((ApiKeyRepository.Opened) request.getAttribute(OPENED));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ApiKeyRepository.Opened> before = opened(request);
    if (before.isPresent()) {
      goOn(before.get(), request, response, chain); // on another thread, or after a failure
      return;
    }
    if (request.getDispatcherType() != DispatcherType.REQUEST || !FOR_PROGRAMS.matches(request)) {
      chain.doFilter(request, response);
      return;
    }
    response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    if (!ApiKeyExtractor.isIn(request)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      ApiKeyRepository.Opened opened =
          keys.open(ApiKeyExtractor.read(request), NetworkAddress.of(request));
      String refused = findRefusal(opened, request);
      if (refused == null) {
        request.setAttribute(OPENED, opened);
        goOn(opened, request, response, chain);
      } else {
        SecurityProblemWriter.write(response, HttpStatus.FORBIDDEN, refused);
      }
    } catch (ApiKeyExtractor.Refused e) {
      response.addHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Greensward\", charset=\"UTF-8\"");
      response.addHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Greensward\", error=\"invalid_token\"");
      SecurityProblemWriter.write(response, HttpStatus.UNAUTHORIZED, e.getMessage());
    }
  }

  /** Why a key may not do what is asked; null where it may. */
  private static String findRefusal(ApiKeyRepository.Opened opened, HttpServletRequest request) {
    if (READING.contains(request.getMethod())) {
      return null;
    }
    if (!opened.writes()) {
      return "The key \"%s\" only reads. To change things, make a key that may, under Your account."
          .formatted(opened.name());
    }
    // A browser that was once told a key sends it along with forms of other sites, too.
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null || site.equals("same-origin") || site.equals("none")
        ? null
        : "A page of another site changes nothing here.";
  }

  private static void goOn(
      ApiKeyRepository.Opened opened,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            opened.account(), null, opened.account().getAuthorities()));
    SecurityContextHolder.setContext(context);
    CsrfFilter.skipRequest(request);
    chain.doFilter(new WithoutSession(request), response);
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  /**
   * A request whose session, if its client has one, is not looked at, and that never begins one.
   */
  private static final class WithoutSession extends HttpServletRequestWrapper {
    WithoutSession(HttpServletRequest request) {
      super(request);
    }

    @Override
    public HttpSession getSession(boolean create) {
      if (create) {
        throw new IllegalStateException("who asks by a key has no session");
      }
      return null;
    }

    @Override
    public HttpSession getSession() {
      return getSession(true);
    }
  }
}
