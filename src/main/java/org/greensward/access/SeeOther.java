package org.greensward.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/** The answer to a form that was taken: go and see another page. */
final class SeeOther {
  private SeeOther() {}

  /** The view that leads to a path of this service. */
  static String at(String path, HttpServletRequest request) {
    request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
    return "redirect:" + path;
  }
}
