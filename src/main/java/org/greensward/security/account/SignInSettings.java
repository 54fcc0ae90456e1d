package org.greensward.security.account;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.greensward.error.UserException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * How people sign in.
 *
 * @param idle after how long without a request a session ends
 * @param secondFactor whether officers and administrators need a code from an app besides their
 *     password; {@code false} is for a demonstration only
 * @param linkLife how long a link that sets a password is good for
 * @param triesPerAddress how many tries to sign in one network address has in five minutes
 * @param exemptAddresses networks whose tries are not counted, such as {@code 10.0.0.0/8}
 * @param key any long random text: second factors are encrypted under it, on every node the same;
 *     empty: a file in the data folder, and with a database of one's own no encryption
 */
@ConfigurationProperties("greensward.sign-in")
public record SignInSettings(
    @DefaultValue("1h") Duration idle,
    @DefaultValue("true") boolean secondFactor,
    @DefaultValue("7d") Duration linkLife,
    @DefaultValue("60") int triesPerAddress,
    @DefaultValue({"127.0.0.0/8", "::1"}) List<String> exemptAddresses,
    @DefaultValue("") String key) {

  private static final Set<AccountRole> SECOND_FACTOR =
      Set.of(AccountRole.OFFICER, AccountRole.ADMINISTRATOR);
  private static final int SHORTEST_KEY = 24;

  /**
   * @throws UserException when a time is not positive, or a network is none
   */
  public SignInSettings {
    positive("idle", idle);
    positive("link-life", linkLife);
    if (triesPerAddress < 1) {
      throw new UserException(
          "greensward.sign-in.tries-per-address is %d; it must be at least 1."
              .formatted(triesPerAddress));
    }
    for (String network : exemptAddresses) {
      try {
        new IpAddressMatcher(network);
      } catch (IllegalArgumentException e) {
        throw new UserException(
            "greensward.sign-in.exempt-addresses has \"%s\", which is no network; write it as 10.0.0.0/8."
                .formatted(network),
            e);
      }
    }
    if (!key.isEmpty() && key.length() < SHORTEST_KEY) {
      throw new UserException(
          "greensward.sign-in.key has %d characters; it must have at least %d."
              .formatted(key.length(), SHORTEST_KEY));
    }
  }

  private static void positive(String name, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new UserException(
          "greensward.sign-in.%s is %s; it must be longer than nothing.".formatted(name, time));
    }
  }

  public boolean needsSecondFactor(AccountRole role) {
    return secondFactor && SECOND_FACTOR.contains(role);
  }
}
