package org.greensward.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.secondfactor.QrCode;
import org.greensward.security.secondfactor.SecondFactorRepository;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.PageModel;
import org.greensward.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /sign-in/code} and {@code /sign-in/set-up}: the second factor, asked for or set up, before
 * anything else can be reached.
 */
@Page
public class SecondFactorPage {
  private static final String ANEW = "redirect:/sign-in?failed=gone";

  private final SignInFlow entrance;
  private final SecondFactorAuthenticator codes;
  private final SecondFactorRepository factors;

  SecondFactorPage(
      SignInFlow entrance, SecondFactorAuthenticator codes, SecondFactorRepository factors) {
    this.entrance = entrance;
    this.codes = codes;
    this.factors = factors;
  }

  @GetMapping("/sign-in/code")
  String ask(HttpServletRequest request, Model model) {
    if (entrance.findWaiting(request).isEmpty()) {
      return ANEW;
    }
    model.addAttribute("form", Form.sent(request));
    return "sign-in-code";
  }

  @PostMapping("/sign-in/code")
  String answer(HttpServletRequest request, HttpServletResponse response, Model model) {
    Optional<SignInFlow.PendingSecondFactor> waiting = entrance.findWaiting(request);
    if (waiting.isEmpty()) {
      return ANEW;
    }
    Form form = Form.sent(request);
    AccountPrincipal account = waiting.get().account();
    if (codes.isRight(form, account, request, typed -> factors.check(account.account(), typed))) {
      return Redirects.at(
          entrance.enter(account, waiting.get().typed(), request, response), request);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    model.addAttribute("form", form);
    return "sign-in-code";
  }

  @GetMapping("/sign-in/set-up")
  String prepare(HttpServletRequest request, Model model) {
    return entrance
        .findWaiting(request)
        .filter(waiting -> !factors.isInUse(waiting.account().account()))
        .map(waiting -> page(waiting.account(), Form.sent(request), model))
        .orElse(ANEW);
  }

  private String page(AccountPrincipal account, Form form, Model model) {
    show(factors.preparing(account.account()), account, form, model);
    model.addAttribute("action", "/sign-in/set-up");
    return "second-factor";
  }

  /** What a page shows by which an app is set up. */
  public static void show(byte[] secret, AccountPrincipal account, Form form, Model model) {
    String service = model.getAttribute("page") instanceof PageModel page ? page.authority() : "";
    model.addAttribute(
        "code", QrCode.of(SecondFactorRepository.address(secret, service, account.email())));
    model.addAttribute("secret", SecondFactorRepository.inGroups(secret));
    model.addAttribute("form", form);
  }

  @PostMapping("/sign-in/set-up")
  String confirm(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    Optional<SignInFlow.PendingSecondFactor> waiting =
        entrance.findWaiting(request).filter(it -> !factors.isInUse(it.account().account()));
    if (waiting.isEmpty()) {
      return ANEW;
    }
    Form form = Form.sent(request);
    AccountPrincipal account = waiting.get().account();
    if (!codes.confirms(form, account, request)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return page(account, form, model);
    }
    String onward = entrance.enter(account, waiting.get().typed(), request, response);
    flash.addFlashAttribute("codes", factors.recoveryCodes(account.account()));
    flash.addFlashAttribute("onward", onward);
    return Redirects.at("/account/recovery-codes", request);
  }
}
