package org.greensward.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.greensward.web.Form;
import org.springframework.stereotype.Component;

/**
 * Checks what was typed as a code, guarded for itself: a right password forgives no wrong codes.
 */
@Component
class CodeCheck {
  private final Guard guard;
  private final SignInTrail trail;
  private final SecondFactors factors;

  CodeCheck(Guard guard, SignInTrail trail, SecondFactors factors) {
    this.guard = guard;
    this.trail = trail;
    this.factors = factors;
  }

  /** Whether the field {@code code} holds a code that is right; says in the form what is not. */
  boolean isRight(
      Form form,
      SignedIn account,
      HttpServletRequest request,
      Function<String, SecondFactors.Answer> check) {
    String typed = form.required("code", 100);
    if (typed == null) {
      return false;
    }
    String what = String.valueOf(account.account());
    Guard.Try counted = guard.count(Guard.Kind.CODE, what);
    if (!counted.isAllowed()) {
      form.refuse("code", "sign-in.code.closed", SignInPage.inWords(counted.seconds()));
      trail.to(account.account(), "sign-in-closed", request);
      return false;
    }
    SecondFactors.Answer answer = check.apply(typed);
    if (answer == SecondFactors.Answer.WRONG) {
      form.refuse("code", "sign-in.code.wrong");
      trail.to(account.account(), counted.last() ? "locked-out" : "code-failed", request);
      return false;
    }
    guard.forget(Guard.Kind.CODE, what);
    if (answer == SecondFactors.Answer.RECOVERY_CODE) {
      trail.by(account.account(), "recovery-code-used", request);
    }
    return true;
  }

  /** Takes the second factor that is being set up into use, if its code is right. */
  boolean confirms(Form form, SignedIn account, HttpServletRequest request) {
    boolean right =
        isRight(
            form,
            account,
            request,
            typed ->
                factors.confirm(account.account(), typed)
                    ? SecondFactors.Answer.CODE
                    : SecondFactors.Answer.WRONG);
    if (right) {
      trail.by(account.account(), "second-factor-set", request);
    }
    return right;
  }
}
