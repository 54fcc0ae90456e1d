package org.greensward.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;

/** Feeds, as readers have them. */
class FeedTest {
  private static final String CHICHELEY = "chicheley-parish-meeting";
  private static final String TYRINGHAM = "tyringham-and-filgrave-parish-meeting";
  private static final TestAccounts PEOPLE =
      new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
  private static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();

  private static Session officer;
  private static Session chicheley;

  @BeforeAll
  static void people() {
    PEOPLE.account("letters@example.org", AccountRole.OFFICER, "Partnership officer");
    PEOPLE.account("chicheley@example.org", AccountRole.COUNCIL, "Chair", CHICHELEY);
    officer = PEOPLE.signIn("letters@example.org");
    chicheley = PEOPLE.signIn("chicheley@example.org");
  }

  @AfterAll
  static void takeBack() {
    OWNER
        .sql(
            "UPDATE engagement_step SET ended_at = now(), end_reason = 'test' WHERE ended_at IS"
                + " NULL")
        .update();
  }

  @Test
  void feedsAreAtomAndASecretOpensOneUntilItEnds() throws Exception {
    HttpResponse<byte[]> open = feed("/feed.atom", "");
    assertThat(open.headers().firstValue("Cache-Control")).contains("max-age=300, public");
    Document all = parsed(open.body());
    assertThat(all.getElementsByTagNameNS("*", "entry").getLength()).isEqualTo(50);
    assertThat(open.headers().firstValue("Last-Modified")).isPresent();
    String tag = open.headers().firstValue("ETag").orElseThrow();
    assertThat(feed("/feed.atom", tag).statusCode()).isEqualTo(304);
    assertThat(new String(open.body(), StandardCharsets.UTF_8)).contains("rel=\"next\"");
    assertThat(new String(feed("/feed.atom?page=2", "").body(), StandardCharsets.UTF_8))
        .contains("Parish Council: No interest recorded from 1 April 2010");

    OWNER
        .sql(
            "INSERT INTO engagement_step (council_id, day, step) SELECT id, '2018-03-01', 'told'"
                + " FROM council WHERE slug IN (?, ?)")
        .param(CHICHELEY)
        .param(TYRINGHAM)
        .update();
    String office = "/councils/" + CHICHELEY + "/office/feeds";
    assertThat(chicheley.post(office, office, Map.of()).statusCode()).isEqualTo(303);
    String page = chicheley.get(office).body();
    String secret = secretOf(page);
    assertThat(chicheley.get(office).body()).doesNotContain(secret);
    HttpResponse<byte[]> closed = feed(secret, "");
    assertThat(closed.headers().firstValue("Cache-Control")).contains("no-cache, private");
    String text = new String(closed.body(), StandardCharsets.UTF_8);
    assertThat(parsed(closed.body()).getElementsByTagNameNS("*", "id").getLength()).isPositive();
    assertThat(text)
        .contains("Chicheley Parish Meeting: told, 1 March 2018")
        .doesNotContain("Tyringham");
    Matcher end = Pattern.compile("action=\"(/councils/[^\"]*/feeds/[0-9]+/end)\"").matcher(page);
    assertThat(end.find()).isTrue();
    assertThat(chicheley.post(office, end.group(1), Map.of()).statusCode()).isEqualTo(303);
    assertThat(feed(secret, "").statusCode()).isEqualTo(404);
    assertThat(feed("/manage/feed.atom", "").statusCode()).isEqualTo(401);
    assertThat(officer.get("/manage/feed.atom").body()).contains("Tyringham", "Chicheley");
  }

  private static String secretOf(String page) {
    Matcher secret = Pattern.compile("(/feeds/[A-Za-z0-9_-]{43}\\.atom)").matcher(page);
    assertThat(secret.find()).isTrue();
    return secret.group(1);
  }

  private static HttpResponse<byte[]> feed(String path, String tag) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + path));
    return send(tag.isEmpty() ? request.build() : request.header("If-None-Match", tag).build());
  }

  private static Document parsed(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
