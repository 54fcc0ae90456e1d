package org.greensward.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.audit.SignInAudit;
import org.greensward.security.lockout.AccountLockout;
import org.greensward.security.secondfactor.SecondFactorRepository;
import org.greensward.web.Form;
import org.springframework.stereotype.Component;

/**
 * Checks what was typed as a code, guarded for itself: a right password forgives no wrong codes.
 */
@Component
public class SecondFactorAuthenticator {
  private final AccountLockout guard;
  private final SignInAudit trail;
  private final SecondFactorRepository factors;

  SecondFactorAuthenticator(
      AccountLockout guard, SignInAudit trail, SecondFactorRepository factors) {
    this.guard = guard;
    this.trail = trail;
    this.factors = factors;
  }

  /** Whether the field {@code code} holds a code that is right; says in the form what is not. */
  boolean isRight(
      Form form,
      AccountPrincipal account,
      HttpServletRequest request,
      Function<String, SecondFactorRepository.Answer> check) {
    String typed = form.required("code", 100);
    if (typed == null) {
      return false;
    }
    String what = String.valueOf(account.account());
    AccountLockout.Attempt counted = guard.count(AccountLockout.Factor.CODE, what);
    if (!counted.isAllowed()) {
      form.refuse("code", "sign-in.code.closed", SignInPage.inWords(counted.seconds()));
      trail.to(account.account(), "sign-in-closed", request);
      return false;
    }
    SecondFactorRepository.Answer answer = check.apply(typed);
    if (answer == SecondFactorRepository.Answer.WRONG) {
      form.refuse("code", "sign-in.code.wrong");
      trail.to(account.account(), counted.last() ? "locked-out" : "code-failed", request);
      return false;
    }
    guard.forget(AccountLockout.Factor.CODE, what);
    if (answer == SecondFactorRepository.Answer.RECOVERY_CODE) {
      trail.by(account.account(), "recovery-code-used", request);
    }
    return true;
  }

  /** Takes the second factor that is being set up into use, if its code is right. */
  public boolean confirms(Form form, AccountPrincipal account, HttpServletRequest request) {
    boolean right =
        isRight(
            form,
            account,
            request,
            typed ->
                factors.confirm(account.account(), typed)
                    ? SecondFactorRepository.Answer.CODE
                    : SecondFactorRepository.Answer.WRONG);
    if (right) {
      trail.by(account.account(), "second-factor-set", request);
    }
    return right;
  }
}
