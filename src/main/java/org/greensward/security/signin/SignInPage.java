package org.greensward.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.greensward.error.ForbiddenException;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.account.EmailField;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /sign-in}: email address and password. */
@Page
public class SignInPage {
  private final PasswordAuthenticator doorkeeper;
  private final SignInFlow entrance;
  private final OidcSettings provider;

  SignInPage(PasswordAuthenticator doorkeeper, SignInFlow entrance, OidcSettings provider) {
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
    return page(form, SavedForm.carriedOn(request), model);
  }

  private String page(Form form, SavedForm typed, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("typed", typed);
    model.addAttribute("provider", provider.enabled() ? provider.label() : null);
    return "sign-in";
  }

  /** Where a form comes whose session is gone; what it sent is an attribute of the request. */
  @RequestMapping("/sign-in/again")
  String again(HttpServletRequest request, HttpServletResponse response, Model model) {
    if (!(request.getAttribute(SignInEntryPoint.TYPED) instanceof SavedForm typed)) {
      return "redirect:/sign-in";
    }
    if (AccountPrincipal.find().isEmpty()) {
      response.setStatus(HttpStatus.FORBIDDEN.value());
      Form form = Form.sent(request);
      if (typed.isEmpty()) {
        form.refuse("email", "sign-in.gone");
      }
      return page(form, typed, model);
    }
    if (typed.page() == null) {
      throw new ForbiddenException(
          "The page had stood open while you signed in anew. Nothing was changed; go back, load it again"
              + " and send it once more.");
    }
    Form.keep(request.getSession(), typed.path(), typed.fields());
    return Redirects.at(typed.page(), request);
  }

  @PostMapping("/sign-in")
  String signIn(HttpServletRequest request, HttpServletResponse response, Model model) {
    Form form = Form.sent(request);
    String email = EmailField.read(form);
    String password = request.getParameter("password");
    if (password == null || password.isEmpty()) {
      form.refuse("password", "form.required");
    }
    SavedForm typed = SavedForm.carriedOn(request);
    if (!form.isFaulty()) {
      PasswordAuthenticator.AuthenticationResult verdict =
          doorkeeper.check(email, password, request);
      if (verdict.isRight()) {
        return Redirects.at(
            entrance.admit(verdict.account(), false, typed, request, response), request);
      }
      refuse(form, "email", verdict);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page(form, typed, model);
  }

  /** The same words whether there is such an account or not. */
  public static void refuse(
      Form form, String field, PasswordAuthenticator.AuthenticationResult verdict) {
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
