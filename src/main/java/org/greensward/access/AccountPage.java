package org.greensward.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /account}: what somebody who signed in keeps of their own account. */
@Page
class AccountPage {
  private static final String HERE = "/account";

  private final Accounts accounts;
  private final Doorkeeper doorkeeper;
  private final Entrance entrance;
  private final SecondFactors factors;
  private final CodeCheck codes;
  private final Sessions sessions;
  private final SignInSettings settings;
  private final SignInTrail trail;
  private final ApiKeys keys;

  AccountPage(
      Accounts accounts,
      Doorkeeper doorkeeper,
      Entrance entrance,
      SecondFactors factors,
      CodeCheck codes,
      Sessions sessions,
      SignInSettings settings,
      SignInTrail trail,
      ApiKeys keys) {
    this.accounts = accounts;
    this.doorkeeper = doorkeeper;
    this.entrance = entrance;
    this.factors = factors;
    this.codes = codes;
    this.sessions = sessions;
    this.settings = settings;
    this.trail = trail;
    this.keys = keys;
  }

  @GetMapping("/account")
  String show(HttpServletRequest request, Model model) {
    SignedIn me = SignedIn.get();
    model.addAttribute("me", me);
    model.addAttribute("factor", factors.isInUse(me.account()));
    model.addAttribute("required", settings.needsSecondFactor(me.role()));
    model.addAttribute("codesLeft", factors.recoveryCodesLeft(me.account()));
    model.addAttribute(
        "keys", keys.list(me.account()).stream().filter(key -> !key.isRevoked()).count());
    model.addAttribute("others", sessions.others(me.account(), request.getSession().getId()));
    return "account";
  }

  @PostMapping("/account/other-sessions")
  String endOthers(HttpServletRequest request, RedirectAttributes flash) {
    SignedIn me = SignedIn.get();
    sessions.endOthers(me.account(), request.getSession().getId());
    trail.by(me.account(), "other-sessions-ended", request);
    flash.addFlashAttribute("notice", "account.others.ended");
    return SeeOther.at(HERE, request);
  }

  @GetMapping("/account/password")
  String password(HttpServletRequest request, Model model) {
    model.addAttribute("form", Form.of(request, Map.of()));
    return passwordPage(model);
  }

  private String passwordPage(Model model) {
    model.addAttribute("me", SignedIn.get());
    model.addAttribute("shortest", Passwords.SHORTEST);
    return "account-password";
  }

  @PostMapping("/account/password")
  String changePassword(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    SignedIn me = SignedIn.get();
    Form form = Form.sent(request);
    Optional<String> password = NewPassword.read(form, request, me.email(), me.name());
    if (password.isEmpty() || !provesPassword(form, me, request)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("form", form);
      return passwordPage(model);
    }
    accounts.setPassword(me.account(), doorkeeper.hash(password.get()));
    trail.by(me.account(), "password-changed", request);
    // All sessions of the account have ended with the old password; this one begins anew.
    entrance.enter(me, Typed.NOTHING, request, response);
    flash.addFlashAttribute("notice", "account.password.changed");
    return SeeOther.at(HERE, request);
  }

  private boolean provesPassword(Form form, SignedIn me, HttpServletRequest request) {
    String typed = request.getParameter("password");
    if (typed == null || typed.isEmpty()) {
      form.refuse("password", "form.required");
      return false;
    }
    Doorkeeper.Verdict verdict = doorkeeper.confirm(me, typed, request);
    if (!verdict.isRight()) {
      SignInPage.refuse(form, "password", verdict);
    }
    return verdict.isRight();
  }

  @GetMapping("/account/second-factor")
  String setUp(HttpServletRequest request, Model model) {
    return setUpPage(Form.of(request, Map.of()), model);
  }

  private String setUpPage(Form form, Model model) {
    SignedIn me = SignedIn.get();
    CodePage.show(factors.preparing(me.account()), me, form, model);
    model.addAttribute("action", "/account/second-factor");
    return "second-factor";
  }

  /** The password is asked for too: a session left open must not lock its owner out. */
  @PostMapping("/account/second-factor")
  String confirm(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    SignedIn me = SignedIn.get();
    Form form = Form.sent(request);
    if (!provesPassword(form, me, request) || !codes.confirms(form, me, request)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return setUpPage(form, model);
    }
    sessions.endOthers(me.account(), request.getSession().getId());
    flash.addFlashAttribute("codes", factors.recoveryCodes(me.account()));
    flash.addFlashAttribute("onward", HERE);
    return SeeOther.at("/account/recovery-codes", request);
  }

  @GetMapping("/account/recovery-codes")
  String recoveryCodes(HttpServletRequest request, Model model) {
    model.addAttribute("form", Form.sent(request));
    return "recovery-codes";
  }

  /** New recovery codes, or no second factor any more where none is needed. */
  @PostMapping("/account/recovery-codes")
  String change(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    SignedIn me = SignedIn.get();
    Form form = Form.sent(request);
    boolean removes = form.value("change").equals("remove");
    if (!provesPassword(form, me, request)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("form", form);
      return "recovery-codes";
    }
    if (removes && !settings.needsSecondFactor(me.role())) {
      factors.remove(me.account());
      trail.by(me.account(), "second-factor-removed", request);
      flash.addFlashAttribute("notice", "account.factor.removed");
      return SeeOther.at(HERE, request);
    }
    if (factors.isInUse(me.account())) {
      flash.addFlashAttribute("codes", factors.recoveryCodes(me.account()));
      trail.by(me.account(), "recovery-codes-made", request);
    }
    flash.addFlashAttribute("onward", HERE);
    return SeeOther.at("/account/recovery-codes", request);
  }
}
