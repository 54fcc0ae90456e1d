package org.greensward.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.greensward.error.UnavailableException;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.account.AccountRepository;
import org.greensward.security.account.PasswordPolicy;
import org.greensward.security.account.Tokens;
import org.greensward.security.audit.SignInAudit;
import org.greensward.security.lockout.AccountLockout;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks passwords. An address without an account gets the same answer in the same time as one
 * with: both are guarded, and for both a hash is made.
 */
@Component
public class PasswordAuthenticator {
  /** Each check takes 16 MB and a processor: no more at once than there are of these. */
  private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors());

  private static final int PATIENCE_SECONDS = 10;

  private final AccountRepository accounts;
  private final AccountLockout guard;
  private final SignInAudit trail;
  private final PasswordEncoder encoder;
  private final Semaphore room = new Semaphore(AT_ONCE, true);
  private volatile String nobodys;

  PasswordAuthenticator(
      AccountRepository accounts,
      AccountLockout guard,
      SignInAudit trail,
      PasswordEncoder encoder) {
    this.accounts = accounts;
    this.guard = guard;
    this.trail = trail;
    this.encoder = encoder;
  }

  /**
   * What came of a password.
   *
   * @param account whose it is; null when it is wrong, or was not looked at
   * @param seconds until the next try; 0: at once
   */
  public record AuthenticationResult(AccountPrincipal account, long seconds) {
    public boolean isRight() {
      return account != null;
    }

    /** Whether the password was not looked at, after too many that were wrong. */
    boolean isClosed() {
      return account == null && seconds > 0;
    }
  }

  AuthenticationResult check(String email, String password, HttpServletRequest request) {
    AccountLockout.Attempt counted = guard.count(AccountLockout.Factor.PASSWORD, email);
    String nobodys = nobodys();
    Optional<AccountPrincipal> found = accounts.find(email);
    boolean right =
        matches(password, found.map(AccountPrincipal::passwordHash).orElse(nobodys))
            && found.isPresent();
    if (right && counted.isAllowed()) {
      guard.forget(AccountLockout.Factor.PASSWORD, email);
      return new AuthenticationResult(found.get().withoutSecret(), 0);
    }
    Long account = found.map(AccountPrincipal::account).orElse(null);
    trail.to(
        account,
        !counted.isAllowed() ? "sign-in-closed" : counted.last() ? "locked-out" : "sign-in-failed",
        request);
    return new AuthenticationResult(null, counted.seconds());
  }

  /** A hash that no password fits; made for the first who comes, whoever that is. */
  private String nobodys() {
    if (nobodys == null) {
      nobodys = hash(Tokens.token());
    }
    return nobodys;
  }

  /** Whether a password is that of somebody who has signed in already; guarded as at the door. */
  public AuthenticationResult confirm(
      AccountPrincipal me, String password, HttpServletRequest request) {
    return check(me.email(), password, request);
  }

  public String hash(String password) {
    return inTurn(() -> encoder.encode(PasswordPolicy.normal(password)));
  }

  private boolean matches(String password, String hash) {
    return inTurn(() -> encoder.matches(PasswordPolicy.normal(password), hash));
  }

  private <T> T inTurn(java.util.function.Supplier<T> work) {
    try {
      if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new UnavailableException(
            "Very many people are signing in; try again in a moment.", 5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("The service is stopping; try again in a moment.", 5);
    }
    try {
      return work.get();
    } finally {
      room.release();
    }
  }
}
