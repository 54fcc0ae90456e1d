package org.greensward.export.contractor;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.greensward.security.account.Tokens;
import org.greensward.web.SelectOption;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contractors' links as officers keep them. The audit trail tells when one was used. */
@Repository
class ContractorLinkService {
  static final int USUAL_DAYS = 90;

  private final JdbcClient jdbc;

  ContractorLinkService(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All links, latest first. */
  List<ContractorLink> list() {
    return jdbc.sql(
            """
            SELECT l.id, p.name AS contractor, x.lots, l.ends_on, l.purpose, l.created_at,
                   account_title(l.account_id) AS made_by,
                   CASE WHEN l.revoked_at IS NOT NULL THEN 'revoked'
                        WHEN l.ends_on <= london_today() THEN 'ended' ELSE 'open' END AS state,
                   (SELECT max(accepted_at) FROM licence_acceptance a WHERE a.link_id = l.id)
                     AS accepted,
                   u.last_used, u.downloads
            FROM contractor_link l
            JOIN party p ON p.id = l.party_id
            CROSS JOIN LATERAL (
              SELECT string_agg(lot.name, ', ' ORDER BY lot.code) AS lots
              FROM contractor_link_lot x JOIN lot ON lot.id = x.lot_id WHERE x.link_id = l.id) x
            CROSS JOIN LATERAL (
              SELECT max(at) AS last_used, count(*) AS downloads FROM audit
              WHERE subject = 'contractor_link' AND row_key = l.id::text
                AND action = 'download') u
            ORDER BY l.id DESC
            """)
        .query(
            (row, n) ->
                new ContractorLink(
                    row.getLong("id"),
                    row.getString("contractor"),
                    row.getString("lots"),
                    row.getObject("ends_on", LocalDate.class),
                    row.getString("purpose"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getString("made_by"),
                    row.getString("state"),
                    instant(row.getTimestamp("accepted")),
                    instant(row.getTimestamp("last_used")),
                    row.getLong("downloads")))
        .list();
  }

  private static Instant instant(Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  long countOpen() {
    return jdbc.sql(
            """
            SELECT count(*) FROM contractor_link
            WHERE revoked_at IS NULL AND ends_on > london_today()
            """)
        .query(Long.class)
        .single();
  }

  /** The contractors that have a contract with lots, by number and name. */
  List<SelectOption> listContractors() {
    return jdbc.sql(
            """
            SELECT p.id::text AS value, p.name AS text FROM party p
            WHERE p.kind = 'contractor' AND EXISTS (
              SELECT FROM contract k JOIN lot ON lot.contract_id = k.id
              WHERE k.contractor_id = p.id)
            ORDER BY p.name
            """)
        .query(SelectOption.class)
        .list();
  }

  /** The lots of a contractor's contracts, by number and name. */
  List<SelectOption> listLots(long contractor) {
    return jdbc.sql(
            """
            SELECT lot.id::text AS value, lot.name || ' (' || k.title || ')' AS text
            FROM contract k JOIN lot ON lot.contract_id = k.id
            WHERE k.contractor_id = :contractor ORDER BY k.term DESC, lot.code
            """)
        .param("contractor", contractor)
        .query(SelectOption.class)
        .list();
  }

  /** The latest end that a link may have; null for any. */
  LocalDate findLatestEnd() {
    return jdbc.sql("SELECT contractor_links_until() AS until")
        .query((row, n) -> new LocalDate[] {row.getObject("until", LocalDate.class)})
        .single()[0];
  }

  LocalDate today() {
    return jdbc.sql("SELECT london_today()").query(LocalDate.class).single();
  }

  /** The end that is offered: the usual time, or the latest one when that comes first. */
  LocalDate usualEnd() {
    LocalDate usual = today().plus(USUAL_DAYS, ChronoUnit.DAYS);
    LocalDate latest = findLatestEnd();
    return latest != null && latest.isBefore(usual) ? latest : usual;
  }

  /**
   * Makes a link and gives its secret, which is told once.
   *
   * @throws org.springframework.dao.DataAccessException when a rule of the database refuses it
   */
  String make(long contractor, List<Long> lots, LocalDate endsOn, String purpose) {
    String token = Tokens.token();
    long id =
        jdbc.sql(
                """
                INSERT INTO contractor_link (party_id, purpose, token_hash, ends_on)
                VALUES (:contractor, :purpose, :hash, :ends) RETURNING id
                """)
            .param("contractor", contractor)
            .param("purpose", purpose)
            .param("hash", Tokens.hash(token))
            .param("ends", endsOn)
            .query(Long.class)
            .single();
    for (long lot : lots) {
      jdbc.sql("INSERT INTO contractor_link_lot (link_id, lot_id) VALUES (:link, :lot)")
          .param("link", id)
          .param("lot", lot)
          .update();
    }
    return token;
  }

  /** Whether there was one to revoke. */
  boolean revoke(long id) {
    return jdbc.sql(
                "UPDATE contractor_link SET revoked_at = now() WHERE id = :id AND revoked_at IS NULL")
            .param("id", id)
            .update()
        > 0;
  }
}
