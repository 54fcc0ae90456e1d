package org.greensward.layer.feature;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal with a status of its own, told as a problem document with one sentence. */
public final class ProblemException extends ErrorResponseException {

  public ProblemException(HttpStatus status, String sentence) {
    super(status, ProblemDetail.forStatusAndDetail(status, sentence), null);
  }

  /** The same with a header. */
  public ProblemException with(String header, String value) {
    getHeaders().set(header, value);
    return this;
  }
}
