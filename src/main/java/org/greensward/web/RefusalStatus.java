package org.greensward.web;

import org.greensward.refusal.NotAllowed;
import org.greensward.refusal.NotThere;
import org.greensward.refusal.Refusal;
import org.greensward.refusal.TooMany;
import org.greensward.refusal.TryLater;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** How HTTP says what a refusal is. */
final class RefusalStatus {
  private RefusalStatus() {}

  /**
   * 404 for what is not there, 403 for what is not allowed, 429 for too often, 503 for later, else
   * 400.
   */
  static HttpStatus of(Refusal refusal) {
    if (refusal instanceof NotThere) {
      return HttpStatus.NOT_FOUND;
    }
    if (refusal instanceof NotAllowed) {
      return HttpStatus.FORBIDDEN;
    }
    if (refusal instanceof TooMany) {
      return HttpStatus.TOO_MANY_REQUESTS;
    }
    return refusal instanceof TryLater ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST;
  }

  /** Not to be kept, and when to come again. */
  static HttpHeaders headers(Refusal refusal) {
    HttpHeaders headers = new HttpHeaders();
    headers.setCacheControl("no-store");
    if (refusal instanceof TryLater later) {
      headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(later.seconds()));
    }
    return headers;
  }
}
