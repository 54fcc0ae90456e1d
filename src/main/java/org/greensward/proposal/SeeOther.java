package org.greensward.proposal;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** After something was done: the page that shows it, to be asked for anew (303). */
final class SeeOther {
  private SeeOther() {}

  static RedirectView at(String path) {
    RedirectView view = new RedirectView(path, true);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExpandUriTemplateVariables(false);
    return view;
  }
}
