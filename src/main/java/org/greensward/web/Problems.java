package org.greensward.web;

import org.greensward.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells refusals as problem documents (RFC 9457): with their {@link RefusalStatus}. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  @ExceptionHandler(Refusal.class)
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    HttpStatus status = RefusalStatus.of(refusal);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
    if (!refusal.details().isEmpty()) {
      problem.setProperty("details", refusal.details());
    }
    return ResponseEntity.status(status)
        .headers(RefusalStatus.headers(refusal))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
