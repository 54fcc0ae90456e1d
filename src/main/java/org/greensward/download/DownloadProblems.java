package org.greensward.download;

import org.greensward.refusal.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells why a download is not given: 403 without an open licence, 503 while there are too many. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DownloadProblems {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notOpen(NotOpen refusal) {
    return answer(HttpStatus.FORBIDDEN).body(problem(HttpStatus.FORBIDDEN, refusal));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> busy(Busy refusal) {
    return answer(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(Busy.RETRY_SECONDS))
        .body(problem(HttpStatus.SERVICE_UNAVAILABLE, refusal));
  }

  private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static ProblemDetail problem(HttpStatus status, Refusal refusal) {
    return ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
  }
}
