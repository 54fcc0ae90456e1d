package org.greensward.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.greensward.refusal.NotAllowed;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /sign-in}: email address and password. */
@Page
class SignInPage {
  private final Doorkeeper doorkeeper;
  private final Entrance entrance;
  private final OidcSettings provider;

  SignInPage(Doorkeeper doorkeeper, Entrance entrance, OidcSettings provider) {
    this.doorkeeper = doorkeeper;
    this.entrance = entrance;
    this.provider = provider;
  }

  @GetMapping("/sign-in")
  String show(
      @RequestParam(required = false) String next,
      @RequestParam(required = false) String failed,
      HttpServletRequest request,
      Model model) {
    Form form = Form.sent(request);
    if (failed != null) {
      form.refuse("email", failed.equals("provider") ? "sign-in.provider.failed" : "sign-in.gone");
    }
    return page(form, Typed.carriedOn(request), model);
  }

  private String page(Form form, Typed typed, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("typed", typed);
    model.addAttribute("provider", provider.enabled() ? provider.label() : null);
    return "sign-in";
  }

  /** Where a form comes whose session is gone; what it sent is an attribute of the request. */
  @RequestMapping("/sign-in/again")
  String again(HttpServletRequest request, HttpServletResponse response, Model model) {
    if (!(request.getAttribute(AtTheDoor.TYPED) instanceof Typed typed)) {
      return "redirect:/sign-in";
    }
    if (SignedIn.find().isEmpty()) {
      response.setStatus(HttpStatus.FORBIDDEN.value());
      Form form = Form.sent(request);
      if (typed.isEmpty()) {
        form.refuse("email", "sign-in.gone");
      }
      return page(form, typed, model);
    }
    if (typed.page() == null) {
      throw new NotAllowed(
          "The page had stood open while you signed in anew. Nothing was changed; go back, load it again"
              + " and send it once more.");
    }
    Form.keep(request.getSession(), typed.path(), typed.fields());
    return SeeOther.at(typed.page(), request);
  }

  @PostMapping("/sign-in")
  String signIn(HttpServletRequest request, HttpServletResponse response, Model model) {
    Form form = Form.sent(request);
    String email = EmailField.read(form);
    String password = request.getParameter("password");
    if (password == null || password.isEmpty()) {
      form.refuse("password", "form.required");
    }
    Typed typed = Typed.carriedOn(request);
    if (!form.isFaulty()) {
      Doorkeeper.Verdict verdict = doorkeeper.check(email, password, request);
      if (verdict.isRight()) {
        return SeeOther.at(
            entrance.admit(verdict.account(), false, typed, request, response), request);
      }
      refuse(form, "email", verdict);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page(form, typed, model);
  }

  /** The same words whether there is such an account or not. */
  static void refuse(Form form, String field, Doorkeeper.Verdict verdict) {
    if (verdict.isClosed()) {
      form.refuse(field, "sign-in.closed", inWords(verdict.seconds()));
    } else {
      form.refuse(field, field.equals("email") ? "sign-in.failed" : "account.password.wrong");
    }
  }

  static String inWords(long seconds) {
    long minutes = (seconds + 59) / 60;
    return seconds < 60
        ? seconds + (seconds == 1 ? " second" : " seconds")
        : minutes + (minutes == 1 ? " minute" : " minutes");
  }
}
