package org.greensward.proposal.page;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greensward.error.ForbiddenException;
import org.greensward.proposal.Proposal;
import org.greensward.security.account.AccountPrincipal;
import org.greensward.web.DisplayFormats;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/restricted}: what is not public for whoever signed in, as GeoJSON, beside the public
 * tiles and in no cache: statuses that are coming, as the parishes of their councils, and proposals
 * that are not decided, as what they draw or the parcel that they are about.
 */
@RestController
class RestrictedController {
  private final JdbcClient jdbc;
  private final MessageSource messages;

  RestrictedController(JdbcClient jdbc, MessageSource messages) {
    this.jdbc = jdbc;
    this.messages = messages;
  }

  record Collection(String type, List<Feature> features) {}

  record Feature(String type, @JsonRawValue String geometry, Properties properties) {}

  /**
   * @param what {@code status} or {@code proposal}
   * @param title what the map says of it
   * @param status that is coming; null for a proposal
   * @param kind of the proposal; null for a status
   * @param address where more is told
   */
  record Properties(
      String what,
      String title,
      String council,
      List<String> parishes,
      String status,
      String since,
      String published,
      String number,
      String kind,
      String address) {}

  @GetMapping("/api/restricted")
  @Transactional(readOnly = true)
  public Collection restricted() {
    if (AccountPrincipal.find().isEmpty()) {
      throw new ForbiddenException("This is for people who signed in.");
    }
    List<Feature> features = new ArrayList<>(statuses());
    features.addAll(proposals());
    return new Collection("FeatureCollection", features);
  }

  private List<Feature> statuses() {
    return jdbc.sql(
            """
            SELECT c.name, c.slug, s.status, lower(s.valid) AS first, lower(s.valid)::text AS since, p.code,
                   to_char(s.published_from AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') AS published,
                   ST_AsGeoJSON(ST_Transform(ST_SimplifyPreserveTopology(p.geom, 3), 4326), 6) AS shape
            FROM status s JOIN council c ON c.id = s.council_id
            JOIN council_parish cp ON cp.council_id = c.id AND upper_inf(cp.valid)
            JOIN parish p ON p.code = cp.parish_code AND upper_inf(p.valid)
            WHERE is_coming(s) ORDER BY c.name, s.valid, p.code
            """)
        .query(
            (row, n) ->
                feature(
                    row.getString("shape"),
                    new Properties(
                        "status",
                        text(
                            "restricted.status",
                            row.getString("name"),
                            text("status." + row.getString("status")),
                            DisplayFormats.dateOf(row.getObject("first", LocalDate.class))),
                        row.getString("name"),
                        List.of(row.getString("code")),
                        row.getString("status"),
                        row.getString("since"),
                        row.getString("published"),
                        null,
                        null,
                        "/councils/" + row.getString("slug") + "/office")))
        .list();
  }

  private List<Feature> proposals() {
    return jdbc.sql(
            """
            SELECT p.id, p.kind, c.name, c.slug,
                   ST_AsGeoJSON(ST_Transform(coalesce(p.geom, l.geom), 4326), 7) AS shape
            FROM proposal p JOIN council c ON c.id = p.council_id
            LEFT JOIN land l ON l.reference = p.land_reference
            WHERE (p.state IN ('sent', 'asked back')
                   OR p.state = 'draft' AND p.council_id = ANY (audience_councils()))
              AND coalesce(p.geom, l.geom) IS NOT NULL
            ORDER BY p.id
            """)
        .query(
            (row, n) ->
                feature(
                    row.getString("shape"),
                    new Properties(
                        "proposal",
                        text(
                            "restricted.proposal",
                            Proposal.numberOf(row.getLong("id")),
                            text("proposal.kind." + row.getString("kind")),
                            row.getString("name")),
                        row.getString("name"),
                        null,
                        null,
                        null,
                        null,
                        Proposal.numberOf(row.getLong("id")),
                        row.getString("kind"),
                        "/councils/"
                            + row.getString("slug")
                            + "/office/proposals/"
                            + row.getLong("id"))))
        .list();
  }

  private String text(String key, Object... values) {
    return messages.getMessage(key, values, Locale.UK);
  }

  private static Feature feature(String shape, Properties properties) {
    return new Feature("Feature", shape, properties);
  }
}
