package org.greensward.web;

import org.greensward.error.UserException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells refusals as problem documents (RFC 9457): with their {@link ErrorStatus}. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

  @ExceptionHandler(UserException.class)
  ResponseEntity<ProblemDetail> refused(UserException refusal) {
    HttpStatus status = ErrorStatus.of(refusal);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
    if (!refusal.details().isEmpty()) {
      problem.setProperty("details", refusal.details());
    }
    return ResponseEntity.status(status)
        .headers(ErrorStatus.headers(refusal))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
