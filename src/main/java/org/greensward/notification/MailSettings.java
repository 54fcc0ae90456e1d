package org.greensward.notification;

import java.time.Duration;
import org.greensward.error.UserException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail about events. Nothing is sent unless {@code spring.mail.host} names a server and {@code
 * greensward.mail.site} says where the service is.
 *
 * @param site address of the service as people reach it, such as {@code
 *     https://greensward.example.org}: what links in mails begin with
 * @param from who mails come from; empty: the team's address of the authority
 * @param look how often the queue is looked at
 * @param firstPause after a failure, until it is tried again; each further one is twice as long,
 *     six hours at most
 * @param tries after how many failures a mail is given up, which officers see
 */
@ConfigurationProperties("greensward.mail")
public record MailSettings(
    @DefaultValue("") String site,
    @DefaultValue("") String from,
    @DefaultValue("15s") Duration look,
    @DefaultValue("1m") Duration firstPause,
    @DefaultValue("8") int tries) {
  private static final Duration LONGEST = Duration.ofHours(6);

  /**
   * @throws UserException when the site is no address, or the number of tries is not positive
   */
  public MailSettings {
    if (!site.isEmpty() && !site.matches("https?://[^\\s/]+(/\\S*[^/\\s])?")) {
      throw new UserException(
          "greensward.mail.site is \"%s\"; it must be an address such as https://host, without a slash at the end."
              .formatted(site));
    }
    if (tries < 1) {
      throw new UserException(
          "greensward.mail.tries is %d; it must be at least 1.".formatted(tries));
    }
  }

  /** How long to wait after so many failures, at least one. */
  Duration pauseAfter(int failures) {
    Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
