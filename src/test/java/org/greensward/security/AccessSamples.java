package org.greensward.security;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An address of each kind that can be asked for, about Olney wherever it is about a council, and
 * rows that are not public to be found there.
 */
final class AccessSamples {
  static final String COUNCIL = "olney-town-council";
  static final String ANOTHER = "lavendon-parish-council";

  private final JdbcClient jdbc;
  private final Map<String, String> paths = new HashMap<>();

  private AccessSamples(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static AccessSamples make(JdbcClient jdbc) {
    AccessSamples samples = new AccessSamples(jdbc);
    samples.add();
    return samples;
  }

  private void add() {
    String land =
        jdbc.sql("SELECT reference FROM land ORDER BY id LIMIT 1").query(String.class).single();
    paths.put("/tiles/{layer}/{z}/{x}/{file}", "/tiles/parishes/10/510/337.geojson");
    paths.put("/tiles/{layer}.json", "/tiles/parishes.json");
    paths.put("/download/{layer}.{format}", "/download/statuses.csv");
    paths.put("/postcodes/{code}", "/postcodes/" + postcode());
    paths.put("/land/{reference}", "/land/" + land);
    paths.put("/help/{reader}", "/help/clerk");
    paths.put("/who", "/who?lon=-0.7&lat=52.15");
    paths.put("/search", "/search?q=olney");
    paths.put("/api/search", "/api/search?q=olney");
    paths.put("/manage/uploads/{id}", "/manage/uploads/" + upload());
    paths.put("/manage/accounts/{id}", "/manage/accounts/" + atTheDoor());
    jdbc.sql(
            "INSERT INTO audit_origin (transaction_id, address)"
                + " VALUES (pg_current_xact_id(), '192.0.2.7')")
        .update();
    claim(COUNCIL);
    claim(ANOTHER);
    desk(ANOTHER, "another@example.org");
    desk(COUNCIL, "its@example.org");
    licences();
    paths.put("/licences/{layer}", "/licences/land");
    paths.put("/manage/{name}", "/manage/council");
    paths.put("/manage/{name}/new", "/manage/party/new");
    paths.put("/manage/{name}/{key}", "/manage/authority/1");
    paths.put("/manage/{name}/{key}/end", "/manage/forum/1/end");
    paths.put("/manage/council/{council}/status", "/manage/council/" + council() + "/status");
    paths.put("/manage/status/{id}/end", "/manage/status/" + latest("status") + "/end");
    paths.put("/manage/agreements/{status}", "/manage/agreements/" + agreed());
    paths.put("/manage/land/{reference}", "/manage/land/" + land);
    paths.put("/manage/board/{slug}/steps/{id}", step("/manage/board/"));
    paths.put(
        "/councils/{slug}/office/steps/{id}",
        step("/councils/").replace("/steps", "/office/steps"));
    paths.put(
        "/manage/letters/templates/{id}", "/manage/letters/templates/" + latest("letter_template"));
    paths.put("/manage/proposals/{id}", "/manage/proposals/" + latest("proposal"));
    paths.put(
        "/councils/{slug}/office/proposals/{id}",
        "/councils/" + COUNCIL + "/office/proposals/" + latest("proposal"));
    paths.put(
        "/councils/{slug}/office/notes/{id}",
        "/councils/" + COUNCIL + "/office/notes/" + latest("council_note"));
    paths.put(
        "/councils/{slug}/office/feeds/{id}",
        "/councils/" + COUNCIL + "/office/feeds/" + latest("feed_link"));
    paths.put("/manage/feeds/{id}", "/manage/feeds/" + latest("feed_link"));
    paths.put("/manage/mail/{id}", "/manage/mail/" + latest("mail_outbox"));
    paths.put("/api/edit/frame", "/api/edit/frame?lon=-0.7&lat=52.1");
    paths.put("/api/edit/neighbours", "/api/edit/neighbours?box=487500,247850,487700,247950");
    addOgc();
    paths.put("/manage/board/changes", "/manage/board/changes?since=2018-01-01");
    paths.put("/manage/board/changes.pdf", "/manage/board/changes.pdf?since=2018-01-01");
  }

  /** The history of statuses, a council, and a tile in which there is one. */
  private void addOgc() {
    String tile = "/10/337/510.mvt";
    paths.put("/ogc/collections/{id}", "/ogc/collections/statuses");
    paths.put(
        "/ogc/collections/{id}/items/{*feature}", "/ogc/collections/councils/items/" + COUNCIL);
    paths.put("/ogc/tileMatrixSets/{set}", "/ogc/tileMatrixSets/WebMercatorQuad");
    for (String[] place :
        new String[][] {
          {"/ogc/tiles", "/ogc/tiles"},
          {"/ogc/collections/{id}/tiles", "/ogc/collections/parishes/tiles"}
        }) {
      String set = place[1] + "/WebMercatorQuad";
      paths.put(place[0], place[1]);
      paths.put(place[0] + "/{set}", set);
      paths.put(place[0] + "/{set}/{tileMatrix}/{tileRow}/{tileCol}.mvt", set + tile);
    }
  }

  /** What a council and officers have of each other: a row in each table of the desk. */
  private void desk(String council, String clerk) {
    for (String row :
        new String[] {
          "proposal (council_id, kind, reach, asked_by)"
              + " SELECT c.id, 'interest', 'influence', a.id",
          "engagement_step (council_id, day, step, recorded_by)"
              + " SELECT c.id, DATE '2018-05-01', 'told', a.id",
          "engagement_plan (council_id, next_step) SELECT c.id, 'maps'",
          "council_delivery (council_id) SELECT c.id",
          "council_note (council_id, body, account_id) SELECT c.id, 'matrix', a.id",
          "feed_link (council_id, account_id, token_hash)"
              + " SELECT c.id, a.id, sha256(gen_random_uuid()::text::bytea)"
        }) {
      jdbc.sql(
              "INSERT INTO "
                  + row
                  + " FROM council c, account a, set_config('app.account', a.id::text, true)"
                  + " WHERE c.slug = :council AND a.email = :clerk"
                  + " ON CONFLICT DO NOTHING")
          .param("council", council)
          .param("clerk", clerk)
          .update();
    }
  }

  /** Accepted terms of everybody who can, and a contractor's link. */
  private void licences() {
    jdbc.sql(
            """
            INSERT INTO licence_acceptance (layer, version, account_id)
            SELECT l.layer, l.terms_version, a.id FROM layer_licence l, account a
            WHERE l.layer = 'places' AND a.email IN
              ('its@example.org', 'another@example.org', 'matrix-officer@example.org')
            ON CONFLICT DO NOTHING
            """)
        .update();
    jdbc.sql(
            """
            INSERT INTO contractor_link (party_id, purpose, token_hash, ends_on)
            SELECT contractor_id, 'matrix', sha256(gen_random_uuid()::text::bytea), '2099-01-01'
            FROM contract ORDER BY id LIMIT 1
            """)
        .update();
    jdbc.sql(
            """
            INSERT INTO contractor_link_lot
            SELECT l.id, lot.id FROM contractor_link l
            JOIN contract k ON k.contractor_id = l.party_id JOIN lot ON lot.contract_id = k.id
            WHERE l.purpose = 'matrix' ON CONFLICT DO NOTHING
            """)
        .update();
  }

  private long latest(String table) {
    return jdbc.sql("SELECT max(id) FROM " + table).query(Long.class).single();
  }

  private long council() {
    return jdbc.sql("SELECT id FROM council WHERE slug = ?")
        .param(COUNCIL)
        .query(Long.class)
        .single();
  }

  private long agreed() {
    return jdbc.sql("SELECT max(status_id) FROM agreement").query(Long.class).single();
  }

  private String step(String before) {
    return before + COUNCIL + "/steps/" + latest("engagement_step");
  }

  /** A status with an agreement that is not public yet. */
  private void claim(String council) {
    jdbc.sql(
            """
            WITH claim AS (
              SELECT claim_status(c.id, v.id, 'devolved', '[2031-04-01,2032-04-01)', 'agency',
                                  'illustrative', 'matrix', NULL, now() + interval '1 day') AS id
              FROM council c, service v WHERE c.slug = :council)
            SELECT id FROM claim
            """)
        .param("council", council)
        .query(Long.class)
        .single();
    jdbc.sql(
            """
            INSERT INTO agreement_cover (agreement_id, asset_type, covers)
            SELECT g.id, 'hedge', false FROM agreement g JOIN status s ON s.id = g.status_id
            WHERE s.source = 'matrix' ON CONFLICT DO NOTHING
            """)
        .update();
  }

  /** A row in each table of the door, for an officer's account, whose id is given. */
  private long atTheDoor() {
    long account =
        jdbc.sql("SELECT id FROM account WHERE email = 'matrix-officer@example.org'")
            .query(Long.class)
            .single();
    for (String row :
        new String[] {
          "account_recovery VALUES (:account, '\\x00')",
          "account_link (account_id, token_hash, expires_at)"
              + " VALUES (:account, '\\x00', now() + interval '1 hour')",
          "api_key (account_id, name, key_hash, ending)"
              + " VALUES (:account, 'Matrix', sha256('matrix'), 'abcd')",
          "sign_in_guard VALUES (sign_in_key('matrix', :account::text), 1, now(), now())",
          "spring_session VALUES ('matrix', 'matrix', 0, 0, 1, 32503680000000, :account::text)",
          "spring_session_attributes SELECT 'matrix', 'matrix', '\\x00' WHERE :account > 0"
        }) {
      jdbc.sql("INSERT INTO " + row + " ON CONFLICT DO NOTHING").param("account", account).update();
    }
    return account;
  }

  private String postcode() {
    return jdbc.sql("SELECT code FROM postcode ORDER BY code LIMIT 1").query(String.class).single();
  }

  private long upload() {
    return jdbc.sql(
            """
            INSERT INTO upload (account_id, layer, file_name, bytes, state)
            SELECT id, 'forums', 'matrix.csv', 1, 'discarded' FROM account
            WHERE email = 'matrix-officer@example.org' RETURNING id
            """)
        .query(Long.class)
        .single();
  }

  /** The path to ask for an address of the document. */
  String path(String address) {
    String known = paths.get(address);
    if (known != null) {
      return known;
    }
    for (Map.Entry<String, String> sample : paths.entrySet()) {
      // What is done to a row stands below its own address.
      if (address.startsWith(sample.getKey() + "/")) {
        return sample.getValue() + filled(address.substring(sample.getKey().length()));
      }
    }
    return filled(address);
  }

  private static String filled(String address) {
    return address.replace("{slug}", COUNCIL).replaceAll("\\{[a-zA-Z]+\\}", "1");
  }

  /** Some of it is kept for ever by triggers, which the owner's maintenance may leave out. */
  void remove() {
    jdbc.sql(
            """
            DO $$
            DECLARE
              councils bigint[] := ARRAY(SELECT id FROM council
                WHERE slug IN ('olney-town-council', 'lavendon-parish-council'));
              kept text;
            BEGIN
              PERFORM set_config('session_replication_role', 'replica', true);
              DELETE FROM proposal_step WHERE proposal_id IN
                (SELECT id FROM proposal WHERE council_id = ANY (councils));
              DELETE FROM mail_outbox WHERE event_id IN
                (SELECT id FROM event WHERE council_id = ANY (councils));
              FOREACH kept IN ARRAY ARRAY['proposal', 'event', 'engagement_step', 'engagement_plan',
                  'council_delivery', 'council_note', 'feed_link'] LOOP
                EXECUTE format('DELETE FROM %I WHERE council_id = ANY ($1)', kept) USING councils;
              END LOOP;
            END $$
            """)
        .update();
    jdbc.sql("DELETE FROM status WHERE published_from > now()").update();
    jdbc.sql("UPDATE status SET published_until = NULL WHERE published_until > now()").update();
    jdbc.sql("DELETE FROM contractor_link WHERE purpose = 'matrix'").update();
    jdbc.sql("DELETE FROM licence_acceptance WHERE layer = 'places'").update();
    jdbc.sql("DELETE FROM audit_origin WHERE address = '192.0.2.7'").update();
    jdbc.sql("DELETE FROM account_recovery WHERE code_hash = '\\x00'").update();
    jdbc.sql("DELETE FROM account_link WHERE token_hash = '\\x00'").update();
    jdbc.sql("DELETE FROM api_key WHERE name = 'Matrix'").update();
    jdbc.sql("DELETE FROM sign_in_guard WHERE failures = 1").update();
    jdbc.sql("DELETE FROM spring_session WHERE session_id = 'matrix'").update();
    jdbc.sql("DELETE FROM upload WHERE file_name = 'matrix.csv'").update();
  }
}
