package org.greensward.security.signin;

import java.util.List;
import org.greensward.error.UserException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A provider of OpenID Connect, by which people may sign in besides a password.
 *
 * @param issuer the address of a provider of OpenID Connect, under which {@code
 *     /.well-known/openid-configuration} is; empty: none
 * @param clientId what the provider calls this service; its answers go to {@code /sign-in/answer}
 * @param clientSecret what the provider knows this service by
 * @param label what the button on the page says after "Sign in with"
 * @param secondFactorClaims values of the claims {@code amr} or {@code acr} which say that the
 *     provider asked for a second factor, so that ours is not asked for
 */
@ConfigurationProperties("greensward.sign-in.oidc")
record OidcSettings(
    @DefaultValue("") String issuer,
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("your organisation") String label,
    @DefaultValue("mfa") List<String> secondFactorClaims) {

  /**
   * @throws UserException when an issuer is set without what goes with it
   */
  OidcSettings {
    if (!issuer.isEmpty() && (clientId.isEmpty() || clientSecret.isEmpty())) {
      throw new UserException(
          "greensward.sign-in.oidc.issuer is set without client-id or client-secret; set all three.");
    }
  }

  boolean enabled() {
    return !issuer.isEmpty();
  }
}
