package org.greensward.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greensward.DemonstrationApp;
import org.greensward.database.TestStore;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.greensward.security.account.FirstAdministrator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A new service: its first administrator, its limit for each network address, and signing in by a
 * provider of OpenID Connect, which this test is, with keys and manners of its own.
 */
class EmptyServiceTest {
  private static final Provider PROVIDER = new Provider();
  private static ConfigurableApplicationContext context;
  private static TestAccounts people;

  @BeforeAll
  static void start() {
    context =
        DemonstrationApp.start(
            TestStore.empty(),
            "empty",
            Map.of(
                "greensward.sign-in.tries-per-address", 3,
                "greensward.sign-in.oidc.issuer", PROVIDER.address(),
                "greensward.sign-in.oidc.client-id", "greensward",
                "greensward.sign-in.oidc.client-secret", "hush",
                "greensward.sign-in.oidc.label", "Example Council"));
    people =
        new TestAccounts(
            context.getBean("ownerJdbc", JdbcClient.class), DemonstrationApp.addressOf(context));
    people.account("officer@example.org", AccountRole.OFFICER, "Landscape officer");
  }

  @AfterAll
  static void stop() {
    context.close();
    PROVIDER.server.stop(0);
  }

  @Test
  void theFirstAdministratorIsMadeByTheLinkThatWasToldLast() {
    FirstAdministrator first = context.getBean(FirstAdministrator.class);
    String old = first.invite().orElseThrow().path();
    String link = first.invite().orElseThrow().path();
    Session session = new Session(people.address());
    assertThat(session.get(old).statusCode()).isEqualTo(404);
    Map<String, String> typed = new HashMap<>();
    typed.put("email", "desk@example.org");
    typed.put("new-password", "heron barrow oak");
    typed.put("new-password-again", "heron barrow oak");
    HttpResponse<String> faulty = session.post(link, link, typed);
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body()).contains("value=\"desk@example.org\"", "This cannot be empty");
    typed.put("name", "Dee Desk");
    typed.put("title", "Service desk");
    HttpResponse<String> made = session.post(link, link, typed);
    assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in/set-up");
    assertThat(first.invite()).isEmpty();
    assertThat(session.get(link).statusCode()).isEqualTo(404);
  }

  @Test
  void oneNetworkAddressMayTryOnlySoOften() {
    for (int i = 0; i < 3; i++) {
      assertThat(tryFrom("203.0.113.9").statusCode()).isEqualTo(422);
    }
    HttpResponse<String> refused = tryFrom("203.0.113.9");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("300");
    assertThat(refused.body()).contains("Too many people have tried to sign in");
    assertThat(tryFrom("203.0.113.10").statusCode()).isEqualTo(422);
    for (int i = 0; i < 5; i++) {
      assertThat(tryFrom("127.0.0.1").statusCode()).isEqualTo(422);
    }
  }

  private static HttpResponse<String> tryFrom(String address) {
    Session session = new Session(people.address());
    Matcher token =
        Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
            .matcher(session.get("/sign-in").body());
    assertThat(token.find()).isTrue();
    return session.send(
        HttpRequest.newBuilder(URI.create(people.address() + "/sign-in"))
            .header("Accept", "text/html")
            .header("X-Forwarded-For", address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("email=none&_csrf=" + token.group(1))));
  }

  @Test
  void whoHasAnAccountIsLetInAfterTheirSecondFactor() {
    Session session = new Session(people.address());
    assertThat(session.get("/sign-in").body()).contains("Sign in with Example Council");
    assertThat(signIn(session, Map.of("email", "Officer@example.org", "email_verified", true)))
        .isEqualTo("/sign-in/code");
    HttpResponse<String> in =
        session.post(
            "/sign-in/code", "/sign-in/code", Map.of("code", people.code("officer@example.org")));
    assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/councils");
    assertThat(session.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aProviderThatAskedForASecondFactorIsBelieved() {
    Session session = new Session(people.address());
    Map<String, Object> claims =
        Map.of(
            "email", "officer@example.org", "email_verified", true, "amr", List.of("pwd", "mfa"));
    assertThat(signIn(session, claims)).isEqualTo("/councils");
    assertThat(session.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyElseIsLetIn() {
    for (Map<String, Object> claims :
        List.<Map<String, Object>>of(
            Map.of("email", "officer@example.org", "email_verified", false),
            Map.of("email", "officer@example.org"),
            Map.of("email", "stranger@example.org", "email_verified", true),
            Map.of("email", "officer@example.org", "email_verified", true, "nonce", "other"))) {
      Session session = new Session(people.address());
      assertThat(signIn(session, claims)).isEqualTo("/sign-in?failed=provider");
      assertThat(session.get("/account").statusCode()).isEqualTo(302);
    }
  }

  /** From the button through the provider and back; gives where it leads. */
  private static String signIn(Session session, Map<String, Object> claims) {
    PROVIDER.claims = claims;
    HttpResponse<String> answer =
        session.post("/sign-in", "/sign-in/provider", Map.of("next", "/councils"));
    for (int i = 0; i < 3; i++) {
      String next = answer.headers().firstValue("Location").orElseThrow();
      URI there = URI.create(people.address()).resolve(next);
      answer = session.send(HttpRequest.newBuilder(there).header("Accept", "text/html"));
    }
    return answer.headers().firstValue("Location").orElseThrow().replace(people.address(), "");
  }

  private static final class Provider {
    private final RSAKey key;
    private final HttpServer server;
    private volatile Map<String, Object> claims = Map.of();
    private volatile String nonce;

    Provider() {
      try {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
      server.createContext(
          "/.well-known/openid-configuration",
          it ->
              json(
                  it,
                  """
                  {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
                   "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                   "response_types_supported": ["code"], "subject_types_supported": ["public"],
                   "id_token_signing_alg_values_supported": ["RS256"]}
                  """
                      .formatted(address())));
      server.createContext("/keys", it -> json(it, new JWKSet(key.toPublicJWK()).toString()));
      server.createContext("/authorize", this::authorize);
      server.createContext("/token", this::token);
      server.start();
    }

    String address() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void authorize(HttpExchange exchange) throws IOException {
      Map<String, String> asked = new HashMap<>();
      for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
        String[] both = pair.split("=", 2);
        asked.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
      }
      nonce = asked.get("nonce");
      exchange
          .getResponseHeaders()
          .set("Location", asked.get("redirect_uri") + "?code=abc&state=" + asked.get("state"));
      exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
      JWTClaimsSet.Builder said =
          new JWTClaimsSet.Builder()
              .issuer(address())
              .audience("greensward")
              .subject("42")
              .issueTime(Date.from(Instant.now()))
              .expirationTime(Date.from(Instant.now().plusSeconds(60)))
              .claim("nonce", nonce);
      claims.forEach(said::claim);
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), said.build());
      try {
        token.sign(new RSASSASigner(key));
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
      json(
          exchange,
          "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \"%s\"}"
              .formatted(token.serialize()));
    }

    private static void json(HttpExchange exchange, String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }
  }
}
