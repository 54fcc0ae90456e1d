package org.greensward.security.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a service without administrators gets its first: there is no default password. */
@Component
public class FirstAdministrator {
  private final PasswordResetTokens links;

  FirstAdministrator(PasswordResetTokens links) {
    this.links = links;
  }

  /**
   * A link, good for once.
   *
   * @param path its address without the service's own
   */
  public record Invitation(String path, Instant until) {}

  /** A new link, which takes the place of the one before; empty when there is an administrator. */
  public Optional<Invitation> invite() {
    if (links.hasAdministrator()) {
      return Optional.empty();
    }
    PasswordResetTokens.Offer offer = links.offerFirst();
    return Optional.of(new Invitation(offer.path(), offer.until()));
  }
}
