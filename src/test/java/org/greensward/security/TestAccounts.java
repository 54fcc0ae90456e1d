package org.greensward.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greensward.DemonstrationApp;
import org.greensward.security.account.AccountRole;
import org.greensward.security.account.Tokens;
import org.greensward.security.apikey.ApiKeyExtractor;
import org.greensward.security.secondfactor.Totp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * People for tests: accounts made as the owner, and their sign-in over HTTP as a browser without
 * script does it.
 *
 * @param jdbc the store's owner
 * @param address where the application serves
 */
public record TestAccounts(JdbcClient jdbc, String address) {
  public static final String PASSWORD = "meadow-kerb-lantern-5";

  /** Says in itself how it was made: with the least of work, which checking it takes again. */
  private static final String HASH = new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD);

  private static final byte[] SECRET = "a second factor of tests".getBytes(StandardCharsets.UTF_8);
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  /** An account of a role; councils by their address. An account that is there already is kept. */
  public void account(String email, AccountRole role, String title, String... councils) {
    jdbc.sql(
            """
            INSERT INTO account (email, name, role, title)
            SELECT :email, :name, :role, :title
            WHERE NOT EXISTS (SELECT FROM account WHERE lower(email) = lower(:email))
            """)
        .param("email", email)
        .param("name", "Person of " + email)
        .param("role", role.word())
        .param("title", title)
        .update();
    jdbc.sql(
            """
            INSERT INTO account_secret (account_id, password_hash)
            SELECT id, :hash FROM account WHERE email = :email ON CONFLICT DO NOTHING
            """)
        .param("hash", HASH)
        .param("email", email)
        .update();
    jdbc.sql(
            """
            INSERT INTO account_factor (account_id, in_use, secret, sealed)
            SELECT id, true, :secret, false FROM account
            WHERE email = :email AND role <> 'council' ON CONFLICT DO NOTHING
            """)
        .param("secret", SECRET)
        .param("email", email)
        .update();
    for (String council : councils) {
      jdbc.sql(
              """
              INSERT INTO account_council SELECT a.id, c.id FROM account a, council c
              WHERE a.email = :email AND c.slug = :council ON CONFLICT DO NOTHING
              """)
          .param("email", email)
          .param("council", council)
          .update();
    }
  }

  /**
   * A key of an account, as a program shows it, without the pages that make one.
   *
   * @param writes whether it may change things
   */
  public String key(String email, boolean writes) {
    String key = ApiKeyExtractor.PREFIX + Tokens.token();
    jdbc.sql(
            """
            INSERT INTO api_key (account_id, name, key_hash, ending, writes)
            SELECT id, 'Test ' || :ending, :hash, :ending, :writes FROM account
            WHERE lower(email) = lower(:email) AND ended_at IS NULL
            """)
        .param("ending", key.substring(key.length() - 4))
        .param("hash", Tokens.hash(key))
        .param("writes", writes)
        .param("email", email)
        .update();
    return key;
  }

  /** Signs in, with the second factor where there is one, and keeps the session. */
  public Session signIn(String email) {
    Session session = new Session(address);
    HttpResponse<String> answer =
        session.post("/sign-in", "/sign-in", Map.of("email", email, "password", PASSWORD));
    if (answer.statusCode() == 303 && locationOf(answer).endsWith("/sign-in/code")) {
      answer = session.post("/sign-in/code", "/sign-in/code", Map.of("code", code(email)));
    }
    if (answer.statusCode() != 303 || locationOf(answer).contains("/sign-in")) {
      throw new IllegalStateException("not signed in: " + answer.statusCode());
    }
    return session;
  }

  /** A code that is right now, though it may have been used a moment ago. */
  public String code(String email) {
    jdbc.sql(
            """
            UPDATE account_factor SET last_step = 0
            WHERE account_id = (SELECT id FROM account
                                WHERE lower(email) = lower(:email) AND ended_at IS NULL)
            """)
        .param("email", email)
        .update();
    return Totp.code(SECRET, Totp.step(DemonstrationApp.CLOCK.instant()));
  }

  private static String locationOf(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** A browser's cookies; without sign-in, the public's. */
  public static final class Session {
    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    public Session(String address) {
      this.address = address;
    }

    public HttpResponse<String> get(String path) {
      return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html"));
    }

    public HttpResponse<String> getAs(String path, String accept) {
      return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", accept));
    }

    /** Sends a form whose page has its token against forgery; redirections are not followed. */
    public HttpResponse<String> post(String page, String action, Map<String, String> fields) {
      Matcher token = CSRF.matcher(get(page).body());
      String body =
          fields.entrySet().stream()
              .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
              .collect(Collectors.joining("&"));
      if (token.find()) {
        body += "&_csrf=" + encode(token.group(1));
      }
      return send(
          HttpRequest.newBuilder(URI.create(address + action))
              .header("Accept", "text/html")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Any request with the session's cookies. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /**
     * Sends a request and reads no more than the beginning of the answer, for one that has no end.
     */
    public HttpResponse<InputStream> open(HttpRequest.Builder request) {
      try {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** The session's cookie, for a browser that takes the session over; name and value. */
    public Map<String, String> cookies() {
      return cookies.getCookieStore().getCookies().stream()
          .collect(Collectors.toMap(cookie -> cookie.getName(), cookie -> cookie.getValue()));
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return address + Arrays.toString(cookies().keySet().toArray());
    }
  }
}
