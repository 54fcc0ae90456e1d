package org.greensward.security.account;

import java.time.Duration;
import org.greensward.error.UserException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the audit trail can be traced to people. The trail itself is kept for ever.
 *
 * @param keepAddresses how long it is known from which network address something was done
 * @param keepNames how long name and email address of an account are kept after it ended
 */
@ConfigurationProperties("greensward.audit")
record RetentionSettings(
    @DefaultValue("90d") Duration keepAddresses, @DefaultValue("730d") Duration keepNames) {

  /**
   * @throws UserException when a time is negative
   */
  RetentionSettings {
    if (keepAddresses.isNegative() || keepNames.isNegative()) {
      throw new UserException(
          "greensward.audit.keep-addresses and keep-names are %s and %s; neither can be negative."
              .formatted(keepAddresses, keepNames));
    }
  }
}
