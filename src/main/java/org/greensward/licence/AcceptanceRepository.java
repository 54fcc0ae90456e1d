package org.greensward.licence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which terms stand, and who has accepted them: an account, in a version. */
@Repository
public class AcceptanceRepository {
  private final JdbcClient jdbc;

  AcceptanceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The layers whose terms, as they stand, an account has accepted. */
  Set<String> listAccepted(long account) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT a.layer FROM licence_acceptance a
                JOIN layer_licence l ON l.layer = a.layer AND l.terms_version = a.version
                WHERE a.account_id = :account
                """)
            .param("account", account)
            .query(String.class)
            .list());
  }

  /**
   * The terms of all layers that have a licence, in the order of {@link LicenceRepository#LAYERS}.
   *
   * @param account whose acceptances are told; 0 for the public, who has none and may read none
   */
  public List<LicenceTerms> list(long account) {
    String accepted =
        """
        (SELECT a.accepted_at FROM licence_acceptance a
         WHERE a.account_id = :account AND a.layer = l.layer AND a.version = l.terms_version)
        """;
    return jdbc.sql(
            """
            SELECT layer, flag, contractor_until, line, attribution, source, terms, terms_version,
                   %s AS accepted_at
            FROM layer_licence l
            ORDER BY array_position(CAST(:layers AS text[]), layer)
            """
                .formatted(account == 0 ? "CAST(NULL AS timestamptz)" : accepted))
        .param("account", account)
        .param("layers", LicenceRepository.LAYERS.toArray(String[]::new))
        .query(AcceptanceRepository::terms)
        .list();
  }

  public Optional<LicenceTerms> find(String layer, long account) {
    return list(account).stream().filter(it -> it.licence().layer().equals(layer)).findFirst();
  }

  /** For whoever asks; that it is done twice changes nothing. */
  void accept(String layer, int version) {
    jdbc.sql(
            "INSERT INTO licence_acceptance (layer, version) VALUES (:layer, :version)"
                + " ON CONFLICT DO NOTHING")
        .param("layer", layer)
        .param("version", version)
        .update();
  }

  /**
   * That somebody accepted terms, for officers.
   *
   * @param who the office, or the contractor whose link it was
   * @param stands whether it is the version that stands now
   */
  public record Accepted(
      long id, String layer, int version, String who, Instant at, boolean stands) {}

  /** What was accepted, latest first. */
  List<Accepted> listAll(long before, int most) {
    return jdbc.sql(
            """
            SELECT a.id, a.layer, a.version, a.accepted_at AS at,
                   coalesce(account_office(a.account_id), p.name || ', link ' || k.id) AS who,
                   coalesce(l.terms_version = a.version, false) AS stands
            FROM licence_acceptance a
            LEFT JOIN layer_licence l ON l.layer = a.layer
            LEFT JOIN contractor_link k ON k.id = a.link_id
            LEFT JOIN party p ON p.id = k.party_id
            WHERE :before = 0 OR a.id < :before
            ORDER BY a.id DESC LIMIT :most
            """)
        .param("before", before)
        .param("most", most)
        .query(
            (row, n) ->
                new Accepted(
                    row.getLong("id"),
                    row.getString("layer"),
                    row.getInt("version"),
                    row.getString("who"),
                    row.getTimestamp("at").toInstant(),
                    row.getBoolean("stands")))
        .list();
  }

  private static LicenceTerms terms(ResultSet row, int number) throws SQLException {
    return new LicenceTerms(
        LicenceRepository.licence(row, number),
        row.getInt("terms_version"),
        row.getTimestamp("accepted_at") == null
            ? null
            : row.getTimestamp("accepted_at").toInstant());
  }
}
