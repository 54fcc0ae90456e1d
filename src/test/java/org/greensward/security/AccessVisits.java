package org.greensward.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the door share: accounts of their own, and the steps that a browser takes. */
public final class AccessVisits {
  public static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();
  public static final TestAccounts PEOPLE = new TestAccounts(OWNER, DemonstrationApp.address());
  public static final String CLERK = "sign-in-clerk@example.org";
  public static final String OFFICER = "sign-in-officer@example.org";
  public static final String ADMINISTRATOR = "sign-in-administrator@example.org";
  public static final String OFFICE = "/councils/stantonbury-parish-council/office";
  private static final Pattern LINK = Pattern.compile("(/sign-in/link/[A-Za-z0-9_-]+)");

  private AccessVisits() {}

  public static void accounts() {
    PEOPLE.account(CLERK, AccountRole.COUNCIL, "Clerk", "stantonbury-parish-council");
    PEOPLE.account(OFFICER, AccountRole.OFFICER, "Landscape officer");
    PEOPLE.account(ADMINISTRATOR, AccountRole.ADMINISTRATOR, "Service desk");
    OWNER.sql("DELETE FROM sign_in_guard").update();
  }

  public static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(PEOPLE.address() + path))
        .header("Accept", "text/html");
  }

  public static HttpResponse<String> signIn(Session session, String email, String password) {
    return session.post("/sign-in", "/sign-in", Map.of("email", email, "password", password));
  }

  public static HttpResponse<String> code(Session session, String code) {
    return session.post("/sign-in/code", "/sign-in/code", Map.of("code", code));
  }

  public static HttpResponse<String> change(Session session, String before, String after) {
    return session.post(
        "/account/password",
        "/account/password",
        Map.of("password", before, "new-password", after, "new-password-again", after));
  }

  /** The path that an answer leads to; empty for none. */
  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replace(PEOPLE.address(), "");
  }

  public static String link(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return first(answer.body(), LINK.pattern());
  }

  public static String first(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  public static Map<String, String> hidden(String page) {
    return Pattern.compile("<input type=\"hidden\" name=\"(next|kept[^\"]*)\" value=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .collect(
            java.util.stream.Collectors.toMap(
                it -> it.group(1),
                it -> org.springframework.web.util.HtmlUtils.htmlUnescape(it.group(2)),
                (a, b) -> a));
  }

  public static long idOf(String email) {
    return OWNER
        .sql("SELECT id FROM account WHERE email = ? AND ended_at IS NULL")
        .param(email)
        .query(Long.class)
        .single();
  }

  public static List<String> actions(String email) {
    return OWNER
        .sql("SELECT action FROM audit WHERE subject = 'account' AND row_key = ?")
        .param(String.valueOf(idOf(email)))
        .query(String.class)
        .list();
  }

  public static byte[] base32(String text) {
    byte[] bytes = new byte[text.length() * 5 / 8];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (char letter : text.toCharArray()) {
      held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
      }
    }
    return bytes;
  }
}
