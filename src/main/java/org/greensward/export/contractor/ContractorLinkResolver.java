package org.greensward.export.contractor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greensward.database.OwnerDataSource;
import org.greensward.export.write.ExportFormat;
import org.greensward.security.account.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the holder of a secret may do at the door: it is asked as the owner, since the holder is
 * nobody whom the database knows. The rows themselves are read as the public.
 */
@Repository
class ContractorLinkResolver {
  private final JdbcClient door;
  private final TransactionTemplate transaction;

  ContractorLinkResolver(
      @OwnerDataSource JdbcClient door, @OwnerDataSource PlatformTransactionManager transactions) {
    this.door = door;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What a secret opens now; empty when there is none, it has ended or is revoked. */
  Optional<ActiveContractorLink> open(String token) {
    return door.sql(
            """
            SELECT l.id, p.id AS party, p.name AS contractor, slug(p.name) AS slug, l.ends_on,
                   l.purpose
            FROM contractor_link l JOIN party p ON p.id = l.party_id
            WHERE l.token_hash = :hash AND l.revoked_at IS NULL AND l.ends_on > london_today()
            """)
        .param("hash", Tokens.hash(token))
        .query(
            (row, n) ->
                new ActiveContractorLink(
                    row.getLong("id"),
                    row.getString("contractor"),
                    row.getString("slug"),
                    lots(row.getLong("id"), row.getLong("party")),
                    row.getObject("ends_on", LocalDate.class),
                    row.getString("purpose"),
                    accepted(row.getLong("id"))))
        .optional();
  }

  /** A lot that another contractor has by now is none of it. */
  private List<ActiveContractorLink.Lot> lots(long link, long contractor) {
    return door.sql(
            """
            SELECT lot.id, lot.name FROM contractor_link_lot x
            JOIN lot ON lot.id = x.lot_id JOIN contract k ON k.id = lot.contract_id
            WHERE x.link_id = :link AND k.contractor_id = :contractor ORDER BY lot.code
            """)
        .param("link", link)
        .param("contractor", contractor)
        .query(ActiveContractorLink.Lot.class)
        .list();
  }

  private List<String> accepted(long link) {
    return door.sql(
            """
            SELECT a.layer FROM licence_acceptance a
            JOIN layer_licence l ON l.layer = a.layer AND l.terms_version = a.version
            WHERE a.link_id = :link
            """)
        .param("link", link)
        .query(String.class)
        .list();
  }

  /**
   * Records that the holder accepts terms.
   *
   * @param versions by layer, as they were shown
   * @throws org.springframework.dao.DataIntegrityViolationException when one stands no longer
   */
  void accept(ActiveContractorLink link, Map<String, Integer> versions, String address) {
    transaction.executeWithoutResult(
        status -> {
          from(address);
          versions.forEach(
              (layer, version) ->
                  door.sql(
                          """
                          INSERT INTO licence_acceptance (layer, version, link_id)
                          VALUES (:layer, :version, :link) ON CONFLICT DO NOTHING
                          """)
                      .param("layer", layer)
                      .param("version", version)
                      .param("link", link.id())
                      .update());
        });
  }

  /** Notes in the trail that a file is made. */
  void noteDownload(ActiveContractorLink link, String layer, ExportFormat format, String address) {
    transaction.executeWithoutResult(
        status -> {
          from(address);
          door.sql(
                  """
                  SELECT audit_note('download', 'contractor_link', :link, NULL,
                    jsonb_build_object('layer', :layer::text, 'format', :format::text,
                                       'contractor', :contractor::text))
                  """)
              .param("link", String.valueOf(link.id()))
              .param("layer", layer)
              .param("format", format.ending())
              .param("contractor", link.contractor())
              .query((row, n) -> "")
              .single();
        });
  }

  private void from(String address) {
    door.sql("SELECT set_config('app.address', :address, true)")
        .param("address", address)
        .query(String.class)
        .single();
  }
}
