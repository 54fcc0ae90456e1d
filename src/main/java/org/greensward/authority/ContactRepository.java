package org.greensward.authority;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom to turn to: the bodies, and the authority's own ways. */
@Repository
public class ContactRepository {
  private final JdbcClient jdbc;

  ContactRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The contact of a body by its name. */
  public Optional<Contact> find(String name) {
    return jdbc.sql(
            """
            SELECT name, kind, contact_role AS role, contact_email AS email, contact_phone AS phone
            FROM party WHERE lower(name) = lower(:name)
            """)
        .param("name", name)
        .query(Contact.class)
        .optional();
  }

  /** The authority that runs the service; all texts null where there is none yet. */
  public AuthorityWays ways() {
    return jdbc.sql(
            """
            SELECT name, report_url, councillors_url, team_name, team_email FROM authority
            ORDER BY id LIMIT 1
            """)
        .query(AuthorityWays.class)
        .optional()
        .orElse(new AuthorityWays("Greensward", null, null, null, null));
  }

  /**
   * What an authority offers to those who want something done.
   *
   * @param reportUrl address with {@code {lon}}, {@code {lat}} and {@code {reference}} in it
   */
  public record AuthorityWays(
      String name, String reportUrl, String councillorsUrl, String teamName, String teamEmail) {

    /**
     * Where to report a problem at a place; null when the authority has no such address.
     *
     * @param lon WGS84 degrees, told with six decimals: a tenth of a metre
     * @param reference of the land; empty when there is none
     */
    public String reportAt(double lon, double lat, String reference) {
      if (reportUrl == null) {
        return null;
      }
      return reportUrl
          .replace("{lon}", degrees(lon))
          .replace("{lat}", degrees(lat))
          .replace("{reference}", URLEncoder.encode(reference, StandardCharsets.UTF_8));
    }

    private static String degrees(double degrees) {
      return String.format(Locale.ROOT, "%.6f", degrees);
    }
  }
}
