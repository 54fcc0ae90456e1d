package org.greensward.security.account.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.account.AccountRepository;
import org.greensward.security.account.AccountSessions;
import org.greensward.security.account.NewPasswordField;
import org.greensward.security.account.PasswordPolicy;
import org.greensward.security.account.SignInSettings;
import org.greensward.security.apikey.ApiKeyRepository;
import org.greensward.security.audit.SignInAudit;
import org.greensward.security.secondfactor.SecondFactorRepository;
import org.greensward.security.signin.PasswordAuthenticator;
import org.greensward.security.signin.SavedForm;
import org.greensward.security.signin.SecondFactorAuthenticator;
import org.greensward.security.signin.SecondFactorPage;
import org.greensward.security.signin.SignInFlow;
import org.greensward.security.signin.SignInPage;
import org.greensward.web.Form;
import org.greensward.web.Page;
import org.greensward.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /account}: what somebody who signed in keeps of their own account. */
@Page
class AccountPage {
  private static final String HERE = "/account";

  private final AccountRepository accounts;
  private final PasswordAuthenticator doorkeeper;
  private final SignInFlow entrance;
  private final SecondFactorRepository factors;
  private final SecondFactorAuthenticator codes;
  private final AccountSessions sessions;
  private final SignInSettings settings;
  private final SignInAudit trail;
  private final ApiKeyRepository keys;

  AccountPage(
      AccountRepository accounts,
      PasswordAuthenticator doorkeeper,
      SignInFlow entrance,
      SecondFactorRepository factors,
      SecondFactorAuthenticator codes,
      AccountSessions sessions,
      SignInSettings settings,
      SignInAudit trail,
      ApiKeyRepository keys) {
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
    AccountPrincipal me = AccountPrincipal.get();
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
    AccountPrincipal me = AccountPrincipal.get();
    sessions.endOthers(me.account(), request.getSession().getId());
    trail.by(me.account(), "other-sessions-ended", request);
    flash.addFlashAttribute("notice", "account.others.ended");
    return Redirects.at(HERE, request);
  }

  @GetMapping("/account/password")
  String password(HttpServletRequest request, Model model) {
    model.addAttribute("form", Form.of(request, Map.of()));
    return passwordPage(model);
  }

  private String passwordPage(Model model) {
    model.addAttribute("me", AccountPrincipal.get());
    model.addAttribute("shortest", PasswordPolicy.SHORTEST);
    return "account-password";
  }

  @PostMapping("/account/password")
  String changePassword(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    AccountPrincipal me = AccountPrincipal.get();
    Form form = Form.sent(request);
    Optional<String> password = NewPasswordField.read(form, request, me.email(), me.name());
    if (password.isEmpty() || !provesPassword(form, me, request)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("form", form);
      return passwordPage(model);
    }
    accounts.setPassword(me.account(), doorkeeper.hash(password.get()));
    trail.by(me.account(), "password-changed", request);
    // All sessions of the account have ended with the old password; this one begins anew.
    entrance.enter(me, SavedForm.NOTHING, request, response);
    flash.addFlashAttribute("notice", "account.password.changed");
    return Redirects.at(HERE, request);
  }

  private boolean provesPassword(Form form, AccountPrincipal me, HttpServletRequest request) {
    String typed = request.getParameter("password");
    if (typed == null || typed.isEmpty()) {
      form.refuse("password", "form.required");
      return false;
    }
    PasswordAuthenticator.AuthenticationResult verdict = doorkeeper.confirm(me, typed, request);
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
    AccountPrincipal me = AccountPrincipal.get();
    SecondFactorPage.show(factors.preparing(me.account()), me, form, model);
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
    AccountPrincipal me = AccountPrincipal.get();
    Form form = Form.sent(request);
    if (!provesPassword(form, me, request) || !codes.confirms(form, me, request)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return setUpPage(form, model);
    }
    sessions.endOthers(me.account(), request.getSession().getId());
    flash.addFlashAttribute("codes", factors.recoveryCodes(me.account()));
    flash.addFlashAttribute("onward", HERE);
    return Redirects.at("/account/recovery-codes", request);
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
    AccountPrincipal me = AccountPrincipal.get();
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
      return Redirects.at(HERE, request);
    }
    if (factors.isInUse(me.account())) {
      flash.addFlashAttribute("codes", factors.recoveryCodes(me.account()));
      trail.by(me.account(), "recovery-codes-made", request);
    }
    flash.addFlashAttribute("onward", HERE);
    return Redirects.at("/account/recovery-codes", request);
  }
}
