package org.greensward.proposal.decision;

import org.greensward.proposal.Proposal;
import org.greensward.revision.WorkingDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an officer is likely to enter, from what lies nearby. */
@Repository
class DecisionSuggestions {
  private final JdbcClient jdbc;
  private final WorkingDate workingDate;

  DecisionSuggestions(JdbcClient jdbc, WorkingDate workingDate) {
    this.jdbc = jdbc;
    this.workingDate = workingDate;
  }

  /**
   * For land that is missing.
   *
   * @param reference the next free number in the series of the nearest parcel
   * @param owner of the nearest parcel; may be null
   * @param lot of the nearest parcel; may be null
   * @param name of its street or park; may be null
   */
  record Likely(String reference, Long owner, Long lot, String name) {}

  Likely forMissing(long proposal) {
    return jdbc.sql(
            """
            WITH nearest AS (
              SELECT l.owner_id, l.lot_id, l.name, n.prefix, n.digits
              FROM land l CROSS JOIN LATERAL (
                SELECT regexp_replace(l.reference, '[0-9]+$', '') AS prefix,
                       length(substring(l.reference FROM '[0-9]+$')) AS digits) n
              WHERE n.digits <= 12
              ORDER BY l.geom <-> (SELECT geom FROM proposal WHERE id = :proposal) LIMIT 1
            ), series AS (
              SELECT max(substring(l.reference FROM '[0-9]+$')::numeric) + 1 AS next
              FROM land l, nearest n
              WHERE l.reference ~ '[0-9]{1,12}$'
                AND regexp_replace(l.reference, '[0-9]+$', '') = n.prefix
            )
            SELECT n.prefix || lpad(s.next::text, greatest(n.digits, length(s.next::text)), '0')
                     AS reference,
                   n.owner_id AS owner, n.lot_id AS lot, n.name
            FROM series s, nearest n
            """)
        .param("proposal", proposal)
        .query(Likely.class)
        .optional()
        .orElse(new Likely(null, null, null, null));
  }

  /** Whether the council that proposes looks after the parcel by its agreement now. */
  boolean isLookedAfterBy(Proposal proposal) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM piece_at(:at) x WHERE x.reference = :reference
                             AND x.council_id = :council AND x.status = 'devolved')
            """)
        .param("at", workingDate.today())
        .param("reference", proposal.content().landReference())
        .param("council", proposal.councilId())
        .query(Boolean.class)
        .single();
  }
}
