package org.greensward.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.security.TestAccounts.Session;
import org.greensward.security.account.AccountRole;
import org.junit.jupiter.api.Test;

/** Many requests of one session at once, as a page with a map makes them, or a GIS by a key. */
class CrowdTest {

  /** More than the owner has connections: none may hold one while it waits for another. */
  @Test
  void noRequestWaitsForAnother() throws Exception {
    TestAccounts people =
        new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
    people.account("crowd@example.org", AccountRole.OFFICER, "Landscape officer");
    Session session = people.signIn("crowd@example.org");
    everybodyIsAnswered(session, asking());
  }

  /** And of one key, which has a use of the day to note besides. */
  @Test
  void noRequestByAKeyWaitsForAnother() throws Exception {
    TestAccounts people =
        new TestAccounts(DemonstrationApp.ownerJdbc(), DemonstrationApp.address());
    people.account("crowd-clerk@example.org", AccountRole.COUNCIL, "Clerk", "olney-town-council");
    String key = people.key("crowd-clerk@example.org", false);
    everybodyIsAnswered(
        new Session(DemonstrationApp.address()), asking().header("Authorization", Http.basic(key)));
    assertThat(
            DemonstrationApp.ownerJdbc()
                .sql("SELECT count(*) FROM audit WHERE action = 'key-used' AND source LIKE ?")
                .param("%" + key.substring(43) + "%")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private static HttpRequest.Builder asking() {
    return HttpRequest.newBuilder(URI.create(DemonstrationApp.address() + "/api/restricted"));
  }

  private static void everybodyIsAnswered(Session session, HttpRequest.Builder request)
      throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(24);
    try {
      List<Future<Integer>> answers =
          IntStream.range(0, 96)
              .mapToObj(i -> crowd.submit(() -> session.send(request.copy()).statusCode()))
              .toList();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      crowd.shutdownNow();
    }
  }
}
