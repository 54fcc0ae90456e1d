package org.greensward.security.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.greensward.security.account.AccountPrincipal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns large files away from whoever may upload none, before a byte of them is kept: the token
 * against forgery is inside the body, so it would be read first.
 */
final class UploadSizeFilter extends OncePerRequestFilter {
  /** A form with all its texts, whose fields are kept for whoever has to sign in again. */
  private static final long MOST_OF_ANYBODY = 2_000_000;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    long length = request.getContentLengthLong();
    boolean large = length < 0 || length > MOST_OF_ANYBODY;
    if (type == null
        || !type.startsWith("multipart/")
        || !large
        || AccountPrincipal.find().filter(AccountPrincipal::isOfficer).isPresent()) {
      chain.doFilter(request, response);
    } else if (AccountPrincipal.find().isPresent()) {
      // Not as an error, whose page would read the body after all.
      response.setStatus(HttpStatus.FORBIDDEN.value());
      response.setContentType(MediaType.TEXT_PLAIN_VALUE);
      response.getWriter().write("Files of this size are uploaded by officers only.");
    } else {
      String page = URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8);
      response.sendRedirect("/sign-in?" + SavedForm.NEXT + '=' + page);
    }
  }
}
