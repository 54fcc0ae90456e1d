package org.greensward.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.greensward.database.OwnerDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the mails of the queue, one at a time. A mail says that something happened and where to
 * read it, never what; it goes to a role's address. It may arrive twice when a node stops between
 * sending and noting it: both have the same message id.
 */
@Component
@ConditionalOnWebApplication
class OutboxDispatcher implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxDispatcher.class);

  private final OutboxRepository outbox;
  private final TransactionTemplate transaction;
  private final JavaMailSender server;
  private final MailSettings settings;
  private final MessageSource messages;
  private volatile ScheduledExecutorService rounds;

  OutboxDispatcher(
      OutboxRepository outbox,
      @OwnerDataSource PlatformTransactionManager transactions,
      ObjectProvider<JavaMailSender> server,
      MailSettings settings,
      MessageSource messages) {
    this.outbox = outbox;
    this.transaction = new TransactionTemplate(transactions);
    this.server = server.getIfAvailable();
    this.settings = settings;
    this.messages = messages;
  }

  /** Whether mail is sent at all. */
  boolean isConfigured() {
    return server != null && !settings.site().isEmpty();
  }

  @Override
  public void start() {
    if (server != null && settings.site().isEmpty()) {
      log.warn("No mail is sent: spring.mail.host is set, but greensward.mail.site is not");
    }
    rounds =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "mail");
              thread.setDaemon(true);
              return thread;
            });
    if (isConfigured()) {
      long pause = settings.look().toMillis();
      rounds.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  private void round() {
    try {
      outbox.giveUpStale(text("engage.mail.stale"));
      while (isRunning() && Boolean.TRUE.equals(transaction.execute(status -> sendNext()))) {
        // as long as there is one
      }
    } catch (RuntimeException e) {
      log.warn("The queue of mails cannot be read; trying again", e);
    }
  }

  /** Whether there was one. */
  private boolean sendNext() {
    Optional<OutboxRepository.Waiting> next = outbox.take();
    next.ifPresent(this::send);
    return next.isPresent();
  }

  private void send(OutboxRepository.Waiting mail) {
    if (mail.address() == null) {
      outbox.giveUp(mail.id(), text("engage.mail.no-address"));
      return;
    }
    try {
      server.send(message(mail));
      outbox.sent(mail.id());
    } catch (MailException | MessagingException e) {
      failed(mail, e);
    }
  }

  private void failed(OutboxRepository.Waiting mail, Exception fault) {
    int failures = mail.tries() + 1;
    if (failures >= settings.tries()) {
      log.warn("Mail {} is given up after {} tries", mail.id(), failures);
      outbox.giveUp(mail.id(), fault.getMessage());
    } else {
      outbox.failed(mail.id(), fault.getMessage(), settings.pauseAfter(failures));
    }
  }

  private MimeMessage message(OutboxRepository.Waiting mail) throws MessagingException {
    String from = settings.from().isEmpty() ? mail.sender() : settings.from();
    if (from == null) {
      throw new MessagingException(text("engage.mail.no-sender"));
    }
    MimeMessage message = new Identified(server.createMimeMessage(), idOf(mail, from));
    MimeMessageHelper helper = new MimeMessageHelper(message, "UTF-8");
    helper.setTo(mail.address());
    helper.setFrom(from);
    String about = mail.council() == null ? mail.authority() : mail.council();
    helper.setSubject(text("engage.mail.subject", about));
    helper.setText(
        text(
            "engage.mail.text." + mail.recipient(),
            about,
            messages.getMessage(
                "engage.mail.kind." + mail.kind(), null, text("engage.mail.kind.other"), Locale.UK),
            settings.site() + mail.link(),
            mail.authority()));
    // Nobody's holiday notice shall come back (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private static String idOf(OutboxRepository.Waiting mail, String from) {
    return "<greensward-" + mail.id() + from.substring(from.indexOf('@')) + ">";
  }

  private String text(String key, Object... values) {
    return messages.getMessage(key, values, Locale.UK);
  }

  /** A message that keeps its id when it is saved again. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(MimeMessage source, String id) throws MessagingException {
      super(source.getSession());
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  @Override
  public void stop() {
    ScheduledExecutorService running = rounds;
    rounds = null;
    if (running != null) {
      running.shutdown();
    }
  }

  @Override
  public boolean isRunning() {
    return rounds != null;
  }
}
