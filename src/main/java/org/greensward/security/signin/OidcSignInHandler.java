package org.greensward.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.greensward.error.NotFoundException;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.security.account.AccountRepository;
import org.greensward.security.audit.SignInAudit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Signing in by a provider of OpenID Connect. What it says of somebody is believed as far as their
 * email address, verified; what they may, the account with that address says. Its tokens are not
 * kept. It is looked up when the first person comes, so that the service starts without it.
 */
@Component
class OidcSignInHandler {
  static final String NAME = "provider";
  static final String TO = "/sign-in/to";
  static final String ANSWER = "/sign-in/answer";

  private static final Logger log = LoggerFactory.getLogger(OidcSignInHandler.class);
  private static final String TYPED = OidcSignInHandler.class.getName();

  private final OidcSettings settings;
  private final AccountRepository accounts;
  private final SignInFlow entrance;
  private final SignInAudit trail;
  private volatile ClientRegistration registration;

  OidcSignInHandler(
      OidcSettings settings, AccountRepository accounts, SignInFlow entrance, SignInAudit trail) {
    this.settings = settings;
    this.accounts = accounts;
    this.entrance = entrance;
    this.trail = trail;
  }

  /** Adds the provider's answers to what the service takes; nothing where none is set. */
  void open(HttpSecurity http) throws Exception {
    if (!settings.enabled()) {
      return;
    }
    http.oauth2Login(
        of ->
            of.clientRegistrationRepository(this::find)
                .authorizedClientRepository(new NoTokens())
                .loginPage("/sign-in")
                .authorizationEndpoint(to -> to.baseUri(TO))
                .redirectionEndpoint(from -> from.baseUri(ANSWER))
                .loginProcessingUrl(ANSWER)
                .withObjectPostProcessor(new NotKept())
                .successHandler(this::answered)
                .failureHandler(
                    (request, response, fault) -> {
                      log.warn("The provider's answer was refused: {}", fault.getMessage());
                      failed(request, response);
                    }));
  }

  private ClientRegistration find(String id) {
    if (!id.equals(NAME)) {
      return null;
    }
    if (registration == null) {
      registration =
          ClientRegistrations.fromIssuerLocation(settings.issuer())
              .registrationId(NAME)
              .clientId(settings.clientId())
              .clientSecret(settings.clientSecret())
              .scope("openid", "email", "profile")
              .redirectUri("{baseUrl}" + ANSWER)
              .build();
    }
    return registration;
  }

  /**
   * Sends somebody to the provider, and notes where they want to go after.
   *
   * @return the path to go to; empty when the provider cannot be reached
   */
  Optional<String> depart(SavedForm typed, HttpServletRequest request) {
    if (!settings.enabled()) {
      throw new NotFoundException(
          "This service has no other way to sign in than email address and password.");
    }
    try {
      find(NAME);
    } catch (RuntimeException e) {
      log.warn("The provider {} cannot be reached: {}", settings.issuer(), e.getMessage());
      return Optional.empty();
    }
    request.getSession(true).setAttribute(TYPED, typed);
    return Optional.of(TO + '/' + NAME);
  }

  private void answered(
      HttpServletRequest request, HttpServletResponse response, Authentication proof)
      throws IOException {
    SecurityContextHolder.clearContext();
    Optional<AccountPrincipal> account =
        proof.getPrincipal() instanceof OidcUser user ? find(user) : Optional.empty();
    if (account.isEmpty()) {
      failed(request, response);
      return;
    }
    HttpSession session = request.getSession(false);
    SavedForm typed =
        session != null && session.getAttribute(TYPED) instanceof SavedForm before
            ? before
            : SavedForm.NOTHING;
    boolean complete = hasSecondFactor((OidcUser) proof.getPrincipal());
    response.sendRedirect(
        entrance.admit(account.get().withoutSecret(), complete, typed, request, response));
  }

  private Optional<AccountPrincipal> find(OidcUser user) {
    return Boolean.TRUE.equals(user.getEmailVerified()) && user.getEmail() != null
        ? accounts.find(user.getEmail())
        : Optional.empty();
  }

  private boolean hasSecondFactor(OidcUser user) {
    List<String> methods = user.getIdToken().getAuthenticationMethods();
    return Stream.concat(
            methods == null ? Stream.empty() : methods.stream(),
            Stream.ofNullable(user.getIdToken().getAuthenticationContextClass()))
        .anyMatch(settings.secondFactorClaims()::contains);
  }

  private void failed(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    trail.to(null, "provider-failed", request);
    response.sendRedirect("/sign-in?failed=provider");
  }

  /** What the provider says signs nobody in by itself: the session never holds it. */
  private static final class NotKept
      implements ObjectPostProcessor<OAuth2LoginAuthenticationFilter> {
    @Override
    public <F extends OAuth2LoginAuthenticationFilter> F postProcess(F filter) {
      filter.setSecurityContextRepository(new NullSecurityContextRepository());
      return filter;
    }
  }

  /** We ask the provider who it is, and for nothing later. */
  private static final class NoTokens implements OAuth2AuthorizedClientRepository {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // of the interface
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
        String id, Authentication who, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Not kept.
    }

    @Override
    public void removeAuthorizedClient(
        String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {
      // There is none.
    }
  }
}
