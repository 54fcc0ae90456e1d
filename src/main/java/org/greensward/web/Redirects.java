package org.greensward.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The answer to a form that was taken: another page to be asked for anew (303), so that a reload
 * sends nothing again.
 */
public final class Redirects {
  private Redirects() {}

  /** The name of the view that leads to a path of this service. */
  public static String at(String path, HttpServletRequest request) {
    request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
    return "redirect:" + path;
  }

  /** The view itself, for a method that answers with one of several. */
  public static RedirectView view(String path) {
    RedirectView view = new RedirectView(path, true);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExpandUriTemplateVariables(false);
    view.setExposeModelAttributes(false);
    return view;
  }
}
