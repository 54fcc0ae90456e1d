package org.greensward.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.DemonstrationApp;
import org.greensward.access.People.Session;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the door share: accounts of their own, and the steps that a browser takes. */
final class Visits {
  static final JdbcClient OWNER = DemonstrationApp.ownerJdbc();
  static final People PEOPLE = new People(OWNER, DemonstrationApp.address());
  static final String CLERK = "sign-in-clerk@example.org";
  static final String OFFICER = "sign-in-officer@example.org";
  static final String ADMINISTRATOR = "sign-in-administrator@example.org";
  static final String OFFICE = "/councils/stantonbury-parish-council/office";
  private static final Pattern LINK = Pattern.compile("(/sign-in/link/[A-Za-z0-9_-]+)");

  private Visits() {}

  static void accounts() {
    PEOPLE.account(CLERK, Role.COUNCIL, "Clerk", "stantonbury-parish-council");
    PEOPLE.account(OFFICER, Role.OFFICER, "Landscape officer");
    PEOPLE.account(ADMINISTRATOR, Role.ADMINISTRATOR, "Service desk");
    OWNER.sql("DELETE FROM sign_in_guard").update();
  }

  static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(PEOPLE.address() + path))
        .header("Accept", "text/html");
  }

  static HttpResponse<String> signIn(Session session, String email, String password) {
    return session.post("/sign-in", "/sign-in", Map.of("email", email, "password", password));
  }

  static HttpResponse<String> code(Session session, String code) {
    return session.post("/sign-in/code", "/sign-in/code", Map.of("code", code));
  }

  static HttpResponse<String> change(Session session, String before, String after) {
    return session.post(
        "/account/password",
        "/account/password",
        Map.of("password", before, "new-password", after, "new-password-again", after));
  }

  /** The path that an answer leads to; empty for none. */
  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replace(PEOPLE.address(), "");
  }

  static String link(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return first(answer.body(), LINK.pattern());
  }

  static String first(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  static Map<String, String> hidden(String page) {
    return Pattern.compile("<input type=\"hidden\" name=\"(next|kept[^\"]*)\" value=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .collect(
            java.util.stream.Collectors.toMap(
                it -> it.group(1),
                it -> org.springframework.web.util.HtmlUtils.htmlUnescape(it.group(2)),
                (a, b) -> a));
  }

  static long idOf(String email) {
    return OWNER
        .sql("SELECT id FROM account WHERE email = ? AND ended_at IS NULL")
        .param(email)
        .query(Long.class)
        .single();
  }

  static List<String> actions(String email) {
    return OWNER
        .sql("SELECT action FROM audit WHERE subject = 'account' AND row_key = ?")
        .param(String.valueOf(idOf(email)))
        .query(String.class)
        .list();
  }

  static byte[] base32(String text) {
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
