package org.greensward.security.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.apikey.ApiKeyExtractor;
import org.greensward.security.apikey.ApiWriteAuthenticationFilter;
import org.greensward.web.SecurityProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What is said to whoever may not go on: sign in first, in a page for people, with what they typed
 * kept; a problem document for a program.
 */
final class SignInEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {
  static final String TYPED = SavedForm.class.getName();
  private static final Set<String> READING = Set.of("GET", "HEAD");

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException, ServletException {
    if (!asksForPages(request)) {
      SecurityProblemWriter.write(
          response,
          HttpStatus.UNAUTHORIZED,
          ApiKeyExtractor.isIn(request)
              ? "A key opens /ogc, /download and /api. Sign in for this."
              : "Sign in first: the session has ended.");
    } else if (READING.contains(request.getMethod())) {
      String query = request.getQueryString();
      String here = request.getRequestURI() + (query == null ? "" : '?' + query);
      response.sendRedirect(
          "/sign-in?" + SavedForm.NEXT + '=' + URLEncoder.encode(here, StandardCharsets.UTF_8));
    } else {
      carryOn(request, response);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException, ServletException {
    boolean known = AccountPrincipal.find().isPresent();
    if (!asksForPages(request) || ApiWriteAuthenticationFilter.isChange(request)) {
      SecurityProblemWriter.write(
          response,
          known ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED,
          e instanceof CsrfException
              ? "The session has ended, or the token against forgery is missing; load the page again."
              : "This is not for you to see or to change.");
    } else if (e instanceof CsrfException) {
      carryOn(request, response);
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }

  /** A form whose session is gone: its page comes again, after signing in where that is needed. */
  private static void carryOn(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    if (path.equals("/sign-out")) {
      response.sendRedirect("/");
    } else if (path.startsWith("/sign-in/")) {
      response.sendRedirect(path.startsWith("/sign-in/link/") ? path : "/sign-in");
    } else {
      request.setAttribute(
          TYPED,
          path.equals("/sign-in") ? SavedForm.carriedOn(request) : SavedForm.leftBehind(request));
      request.getRequestDispatcher("/sign-in/again").forward(request, response);
    }
  }

  private static boolean asksForPages(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
  }
}
