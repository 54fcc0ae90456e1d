package org.greensward.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greensward.DemonstrationApp;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address, asked as every audience: docs/access.md says who gets what, and this that it is
 * so.
 */
class AccessMatrixTest {
  private static final JdbcClient JDBC = DemonstrationApp.ownerJdbc();
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Map<String, Session> SESSIONS = new LinkedHashMap<>();
  private static final Map<String, String> TOKENS = new LinkedHashMap<>();
  private static AccessSamples samples;

  @BeforeAll
  static void signInAsEverybody() {
    TestAccounts people = new TestAccounts(JDBC, DemonstrationApp.address());
    people.account("its@example.org", AccountRole.COUNCIL, "Clerk", "olney-town-council");
    people.account("another@example.org", AccountRole.COUNCIL, "Clerk", "lavendon-parish-council");
    people.account("matrix-officer@example.org", AccountRole.OFFICER, "Landscape officer");
    people.account("matrix-admin@example.org", AccountRole.ADMINISTRATOR, "IT");
    SESSIONS.put("public", new Session(DemonstrationApp.address()));
    SESSIONS.put("its council", people.signIn("its@example.org"));
    SESSIONS.put("another council", people.signIn("another@example.org"));
    SESSIONS.put("officer", people.signIn("matrix-officer@example.org"));
    SESSIONS.put("administrator", people.signIn("matrix-admin@example.org"));
    samples = AccessSamples.make(JDBC);
    SESSIONS.forEach(
        (audience, session) -> {
          Matcher token = CSRF.matcher(session.get("/account").body());
          if (token.find()) {
            TOKENS.put(audience, token.group(1));
          }
        });
  }

  @AfterAll
  static void putBack() {
    samples.remove();
  }

  @Test
  void everyAddressIsInTheDocument() {
    Set<String> served = new TreeSet<>();
    for (RequestMappingInfo mapping :
        DemonstrationApp.<RequestMappingHandlerMapping>bean("requestMappingHandlerMapping")
            .getHandlerMethods()
            .keySet()) {
      Set<?> methods = mapping.getMethodsCondition().getMethods();
      for (String pattern : mapping.getPatternValues()) {
        String address = pattern.replaceAll("\\{([a-zA-Z]+):(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}");
        if (methods.isEmpty()) {
          served.add("GET " + address);
        }
        methods.forEach(method -> served.add(method + " " + address));
      }
    }
    served.remove("GET ${server.error.path:${error.path:/error}}");
    served.remove("GET /error");
    Set<String> documented = new TreeSet<>();
    AccessDocument.read("Addresses").forEach(line -> documented.add(line.toString()));
    assertThat(documented).as("addresses of docs/access.md").isEqualTo(served);
  }

  @Test
  void everyAudienceGetsWhatTheDocumentSays() {
    List<AccessDocument.Line> lines = AccessDocument.read("Addresses");
    List<String> differences =
        AccessDocument.AUDIENCES.parallelStream()
            .flatMap(audience -> lines.stream().flatMap(line -> differences(line, audience)))
            .toList();
    assertThat(differences).isEmpty();
  }

  private static Stream<String> differences(AccessDocument.Line line, String audience) {
    String word = line.words().get(audience).equals("told") ? "yes" : line.words().get(audience);
    if (!line.kind().equals("GET") && word.equals("yes")) {
      return Stream.empty(); // what is allowed is done by the tests of each part
    }
    String outcome = outcome(line, audience);
    return outcome.equals(word)
        ? Stream.empty()
        : Stream.of("%s, %s: %s, not %s".formatted(audience, line, outcome, word));
  }

  /**
   * What an answer means; a write is sent with its token, so that it is not refused for want of it.
   */
  private static String outcome(AccessDocument.Line line, String audience) {
    Session session = SESSIONS.get(audience);
    String path = samples.path(line.name());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + path))
            .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html,*/*");
    if (!line.kind().equals("GET")) {
      String body = "_csrf=" + TOKENS.getOrDefault(audience, "");
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .method(line.kind(), HttpRequest.BodyPublishers.ofString(body));
    }
    HttpResponse<InputStream> answer = session.open(request);
    try (InputStream body = answer.body()) {
      String beginning = new String(body.readNBytes(beginningOf(answer)), StandardCharsets.UTF_8);
      return outcome(path, answer.statusCode(), answer.headers(), beginning);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of pages all, to see whether it is the door; a stream of events would never end. */
  private static int beginningOf(HttpResponse<InputStream> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return type.startsWith("text/html") ? 1_000_000 : 0;
  }

  private static String outcome(String path, int status, HttpHeaders headers, String page) {
    boolean toTheDoor =
        status / 100 == 3 && headers.firstValue("Location").orElse("").contains("/sign-in");
    if (toTheDoor
        || status == 401
        || !path.equals("/sign-in") && page.contains("action=\"/sign-in\"")) {
      return "sign in";
    }
    if (status == 403 || status == 404) {
      return "no";
    }
    return status < 400 ? "yes" : "status " + status;
  }
}
