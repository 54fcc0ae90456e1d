package org.greensward.web;

import org.greensward.error.ForbiddenException;
import org.greensward.error.NotFoundException;
import org.greensward.error.RateLimitedException;
import org.greensward.error.UnavailableException;
import org.greensward.error.UserException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** How HTTP says what a refusal is. */
final class ErrorStatus {
  private ErrorStatus() {}

  /**
   * 404 for what is not there, 403 for what is not allowed, 429 for too often, 503 for later, else
   * 400.
   */
  static HttpStatus of(UserException refusal) {
    if (refusal instanceof NotFoundException) {
      return HttpStatus.NOT_FOUND;
    }
    if (refusal instanceof ForbiddenException) {
      return HttpStatus.FORBIDDEN;
    }
    if (refusal instanceof RateLimitedException) {
      return HttpStatus.TOO_MANY_REQUESTS;
    }
    return refusal instanceof UnavailableException
        ? HttpStatus.SERVICE_UNAVAILABLE
        : HttpStatus.BAD_REQUEST;
  }

  /** Not to be kept, and when to come again. */
  static HttpHeaders headers(UserException refusal) {
    HttpHeaders headers = new HttpHeaders();
    headers.setCacheControl("no-store");
    if (refusal instanceof UnavailableException later) {
      headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(later.seconds()));
    }
    return headers;
  }
}
