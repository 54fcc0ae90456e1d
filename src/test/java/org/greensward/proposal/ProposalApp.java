package org.greensward.proposal;

import java.util.List;
import org.greensward.DemonstrationApp;
import org.greensward.database.TestStore;
import org.greensward.importing.DemonstrationStore;
import org.greensward.security.TestAccounts;
import org.greensward.security.account.AccountRole;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application on a demonstration of its own, in which councils propose and officers decide;
 * started once for the tests that ask.
 */
public final class ProposalApp {
  public static final String OFFICER = "landscape@example.org";
  public static final String OTHER_OFFICER = "renewal@example.org";
  public static final String STOKE = "stoke-goldington-parish-council";
  public static final String GAYHURST = "gayhurst-parish-meeting";
  public static final String RAVENSTONE = "ravenstone-parish-council";
  public static final String WESTON = "weston-underwood-parish-council";
  public static final String NORTH_CRAWLEY = "north-crawley-parish-council";

  private static ConfigurableApplicationContext context;
  private static TestStore store;
  private static TestAccounts people;

  private ProposalApp() {}

  /** People of the tests: two officers, and a clerk for each council, {@code SLUG@example.org}. */
  public static synchronized TestAccounts people() {
    if (people == null) {
      store = DemonstrationStore.copy();
      context = DemonstrationApp.start(store, "demonstration");
      Runtime.getRuntime().addShutdownHook(new Thread(context::close));
      people = new TestAccounts(store.jdbc(), DemonstrationApp.addressOf(context));
      people.account(OFFICER, AccountRole.OFFICER, "Landscape officer");
      people.account(OTHER_OFFICER, AccountRole.OFFICER, "Renewal officer");
      for (String slug : List.of(STOKE, GAYHURST, RAVENSTONE, WESTON, NORTH_CRAWLEY)) {
        people.account(clerkOf(slug), AccountRole.COUNCIL, "Clerk", slug);
      }
    }
    return people;
  }

  public static String clerkOf(String slug) {
    return slug + "@example.org";
  }

  public static String address() {
    return people().address();
  }

  public static JdbcClient jdbc() {
    people();
    return store.jdbc();
  }

  /** Parcels that lie whole in the parishes of a council, of a type, the largest first. */
  public static List<String> parcels(String slug, String assetType) {
    return jdbc()
        .sql(
            """
            SELECT l.reference FROM land l JOIN piece x ON x.land_id = l.id AND x.geom IS NULL
            JOIN parish p ON p.id = x.parish_id JOIN council_parish cp ON cp.parish_code = p.code
            JOIN council c ON c.id = cp.council_id
            WHERE c.slug = ? AND l.asset_type = ? ORDER BY l.quantity DESC, l.reference
            """)
        .param(slug)
        .param(assetType)
        .query(String.class)
        .list();
  }
}
