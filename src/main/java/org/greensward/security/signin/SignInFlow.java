package org.greensward.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.account.AccountRepository;
import org.greensward.security.account.SignInSettings;
import org.greensward.security.account.Tokens;
import org.greensward.security.audit.SignInAudit;
import org.greensward.security.secondfactor.SecondFactorRepository;
import org.greensward.web.Form;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The way from a password that was right, or a provider that said who it is, into the service.
 * Until the second factor has been shown nobody is signed in: what is proven so far is noted in the
 * session, and no other page knows of it. Each step has a session of its own, so that none that was
 * planted or overheard before is good for anything after.
 */
@Component
public class SignInFlow {
  static final SecurityContextRepository CONTEXTS = new HttpSessionSecurityContextRepository();

  private static final String HALFWAY = SignInFlow.class.getName();
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final AccountRepository accounts;
  private final SecondFactorRepository factors;
  private final SignInSettings settings;
  private final SignInAudit trail;
  private final Clock clock;

  SignInFlow(
      AccountRepository accounts,
      SecondFactorRepository factors,
      SignInSettings settings,
      SignInAudit trail,
      Clock clock) {
    this.accounts = accounts;
    this.factors = factors;
    this.settings = settings;
    this.trail = trail;
    this.clock = clock;
  }

  /** Somebody whose second factor is still wanted. */
  private record PendingSignIn(long account, String stamp, Instant since, SavedForm typed)
      implements Serializable {}

  /** Who is half way in, and where they want to go. */
  record PendingSecondFactor(AccountPrincipal account, SavedForm typed) {}

  /**
   * Goes on after the first proof of who it is.
   *
   * @param complete whether no second is needed, since a provider has asked for it
   * @return the path to go to
   */
  String admit(
      AccountPrincipal account,
      boolean complete,
      SavedForm typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean inUse = factors.isInUse(account.account());
    if (complete || !inUse && !settings.needsSecondFactor(account.role())) {
      return enter(account, typed, request, response);
    }
    renewed(request)
        .setAttribute(
            HALFWAY,
            new PendingSignIn(account.account(), stamp(account.account()), clock.instant(), typed));
    return inUse ? "/sign-in/code" : "/sign-in/set-up";
  }

  /** Whoever has shown the first proof in this session, not long ago, and it still holds. */
  Optional<PendingSecondFactor> findWaiting(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(HALFWAY) instanceof PendingSignIn halfway)) {
      return Optional.empty();
    }
    if (halfway.since.plus(PATIENCE).isBefore(clock.instant())
        || !halfway.stamp.equals(stamp(halfway.account))) {
      session.removeAttribute(HALFWAY);
      return Optional.empty();
    }
    return accounts
        .find(halfway.account)
        .map(account -> new PendingSecondFactor(account.withoutSecret(), halfway.typed));
  }

  /** Signs in, and gives the path that it leads to. */
  public String enter(
      AccountPrincipal account,
      SavedForm typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    HttpSession session = renewed(request);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    AccountPrincipal kept = account.withoutSecret();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(kept, null, kept.getAuthorities()));
    SecurityContextHolder.setContext(context);
    CONTEXTS.saveContext(context, request, response);
    if (typed.page() != null && !typed.isEmpty()) {
      Form.keep(session, typed.path(), typed.fields());
    }
    accounts.noteSignIn(account.account());
    trail.by(account.account(), "sign-in", request);
    return typed.page() == null ? firstPage(account) : typed.page();
  }

  /** Where a role's work is. */
  private static String firstPage(AccountPrincipal account) {
    List<AccountPrincipal.Council> councils = account.councils();
    return switch (account.role()) {
      case OFFICER -> "/manage";
      case ADMINISTRATOR -> "/manage/accounts";
      case COUNCIL ->
          councils.size() == 1 ? "/councils/" + councils.get(0).slug() + "/office" : "/account";
    };
  }

  private static HttpSession renewed(HttpServletRequest request) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    return request.getSession(true);
  }

  /** Changes with the password. */
  private String stamp(long account) {
    return accounts
        .find(account)
        .map(found -> Tokens.base32(Tokens.hash(String.valueOf(found.passwordHash()))))
        .orElse("");
  }
}
