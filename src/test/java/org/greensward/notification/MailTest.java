package org.greensward.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.greensward.Patience;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail of the queue, sent to a real server. */
class MailTest {
  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withPerMethodLifecycle(true);

  private JdbcClient jdbc;
  private DataSource source;
  private OutboxDispatcher post;

  @BeforeEach
  void store() {
    TestStore store = TestStore.empty();
    source = store.dataSource();
    jdbc = JdbcClient.create(source);
    StoreFixture fixture = new StoreFixture(jdbc);
    fixture.council("Ashby Parish Council");
    fixture.party("authority", "Authority");
    jdbc.sql("UPDATE party SET contact_email = 'clerk@ashby.example' WHERE kind = 'council'")
        .update();
    jdbc.sql(
            "INSERT INTO authority (party_id, name, short_name, team_email)"
                + " SELECT id, name, name, 'team@authority.example' FROM party"
                + " WHERE kind = 'authority'")
        .update();
  }

  @AfterEach
  void stop() {
    if (post != null) {
      post.stop();
    }
  }

  @Test
  void aStepIsToldToBothWithoutSayingWhich() throws Exception {
    record("Withdrawn after a quarrel");
    start(SERVER.getSmtp().getPort(), 3);
    assertThat(SERVER.waitForIncomingEmail(Patience.TIMEOUT.toMillis(), 2)).isTrue();
    MimeMessage[] mails = SERVER.getReceivedMessages();
    assertThat(Arrays.stream(mails).map(MailTest::recipient))
        .containsExactlyInAnyOrder("clerk@ashby.example", "team@authority.example");
    for (MimeMessage mail : mails) {
      String text = (String) mail.getContent();
      assertThat(mail.getSubject()).contains("Ashby Parish Council");
      assertThat(text)
          .contains("https://service.example/councils/ashby-parish-council/office/steps")
          .doesNotContainIgnoringCase("withdrawn")
          .doesNotContain("quarrel");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getMessageID()).startsWith("<greensward-");
    }
    await().until(() -> states().equals(List.of("sent", "sent")));
  }

  @Test
  void whatFailsIsTriedAgainMoreSeldomAndGivenUp() {
    int port = SERVER.getSmtp().getPort();
    SERVER.stop();
    record("words");
    start(port, 3);
    await().until(() -> states().equals(List.of("given up", "given up")));
    assertThat(jdbc.sql("SELECT DISTINCT tries FROM mail_outbox").query(Integer.class).single())
        .isEqualTo(3);
    assertThat(jdbc.sql("SELECT min(fault) FROM mail_outbox").query(String.class).single())
        .contains("connect");
    MailSettings usual =
        new MailSettings("https://x.example", "", Duration.ofSeconds(15), Duration.ofMinutes(1), 8);
    assertThat(List.of(1, 2, 5, 30).stream().map(usual::pauseAfter))
        .containsExactly(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(16),
            Duration.ofHours(6));
  }

  /** Two nodes on one queue: nothing is sent twice. */
  @Test
  void oneNodeSendsEachMail() {
    for (int i = 0; i < 10; i++) {
      record("step " + i);
    }
    start(SERVER.getSmtp().getPort(), 3);
    OutboxDispatcher other = post;
    start(SERVER.getSmtp().getPort(), 3);
    await().until(() -> states().stream().allMatch("sent"::equals));
    other.stop();
    assertThat(SERVER.getReceivedMessages()).hasSize(20);
  }

  @Test
  void whoWantsNoneAndWhatIsOldGetsNone() {
    record("old");
    jdbc.sql("UPDATE mail_outbox SET queued_at = now() - interval '8 days'").update();
    record("new");
    jdbc.sql("INSERT INTO council_delivery (council_id, mail) SELECT id, false FROM council")
        .update();
    start(SERVER.getSmtp().getPort(), 3);
    await().until(() -> states().equals(List.of("given up", "given up", "given up", "sent")));
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
  }

  private void record(String words) {
    jdbc.sql(
            "INSERT INTO engagement_step (council_id, day, step, words)"
                + " SELECT id, '2018-05-01', 'withdrawn', ? FROM council")
        .param(words)
        .update();
  }

  private void start(int port, int tries) {
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    server.setHost("127.0.0.1");
    server.setPort(port);
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("server", server);
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    post =
        new OutboxDispatcher(
            new OutboxRepository(jdbc),
            new JdbcTransactionManager(source),
            beans.getBeanProvider(JavaMailSender.class),
            new MailSettings(
                "https://service.example", "", Duration.ofMillis(50), Duration.ofMillis(1), tries),
            messages);
    post.start();
  }

  private List<String> states() {
    return jdbc.sql(
            "SELECT CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN given_up_at IS NOT NULL"
                + " THEN 'given up' ELSE 'waiting' END FROM mail_outbox ORDER BY 1")
        .query(String.class)
        .list();
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
