package org.greensward.proposal;

import java.time.LocalDate;
import java.time.Period;
import org.greensward.error.UserException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What councils are promised.
 *
 * @param replyWithin how long after a proposal is sent its council has a reply, in calendar days
 *     ({@code 28d})
 */
@ConfigurationProperties("greensward.proposals")
public record ProposalSettings(@DefaultValue("28d") Period replyWithin) {
  public ProposalSettings {
    if (replyWithin.isNegative() || replyWithin.isZero()) {
      throw new UserException(
          "greensward.proposals.reply-within is %s; a reply takes a day at least."
              .formatted(replyWithin));
    }
  }

  /** The last day for a reply to what is sent on a day. */
  LocalDate replyBy(LocalDate sent) {
    return sent.plus(replyWithin);
  }
}
