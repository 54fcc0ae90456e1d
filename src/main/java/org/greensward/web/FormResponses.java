package org.greensward.web;

import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a form that was sent is answered. */
public final class FormResponses {
  private static final HttpStatusCode UNPROCESSABLE = HttpStatusCode.valueOf(422);

  private FormResponses() {}

  /** Leads to a page that tells what was done, by a text of the bundle and its values. */
  public static ModelAndView done(
      RedirectAttributes flash, String path, String notice, Object... values) {
    flash.addFlashAttribute("notice", notice);
    flash.addFlashAttribute("noticeValues", List.of(values));
    return new ModelAndView(Redirects.view(path));
  }

  /** Shows the page again with what is wrong; the model is as the method left it. */
  public static ModelAndView refused(String template) {
    ModelAndView page = new ModelAndView(template);
    page.setStatus(UNPROCESSABLE);
    return page;
  }
}
