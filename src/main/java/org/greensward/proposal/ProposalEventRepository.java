package org.greensward.proposal;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What happened to proposals, for feeds and mails. Read as whoever asks, so that a council is told
 * of its own and an officer of all; drafts, and changes of them, are nobody's news. What one query
 * gives, another may ask itself:
 *
 * <pre>{@code
 * SELECT s.id, s.at, s.what, s.words, account_title(s.account_id), p.id, p.kind, p.council_id
 * FROM proposal_step s JOIN proposal p ON p.id = s.proposal_id
 * WHERE s.what NOT IN ('drafted', 'changed') AND s.id > :after
 * ORDER BY s.id
 * }</pre>
 */
@Repository
public class ProposalEventRepository {
  private final JdbcClient jdbc;

  ProposalEventRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A step that others are told of.
   *
   * @param id grows with time
   * @param number of the proposal, {@code P-00012}
   * @param kind its word
   * @param what {@code sent}, {@code asked back}, {@code accepted}, {@code declined} or {@code
   *     withdrawn}
   * @param words said with it; null for none
   * @param by the office of whoever took it; null for a program
   * @param address of the proposal, for its council
   */
  public record Event(
      long id,
      Instant at,
      String number,
      String kind,
      String what,
      String words,
      String by,
      String council,
      String councilName,
      String address) {}

  /** The latest, newest first. */
  public List<Event> listLatest(int most) {
    return listAfter(0, most);
  }

  /** Those after one that is known, newest first. */
  public List<Event> listAfter(long id, int most) {
    return jdbc.sql(
            """
            SELECT s.id, s.at, s.what, s.words, account_title(s.account_id) AS by_title,
                   p.id AS proposal, p.kind, c.slug, c.name
            FROM proposal_step s JOIN proposal p ON p.id = s.proposal_id
            JOIN council c ON c.id = p.council_id
            WHERE s.what NOT IN ('drafted', 'changed') AND s.id > :after
            ORDER BY s.id DESC LIMIT :most
            """)
        .param("after", id)
        .param("most", most)
        .query(
            (row, n) ->
                new Event(
                    row.getLong("id"),
                    row.getTimestamp("at").toInstant(),
                    Proposal.numberOf(row.getLong("proposal")),
                    row.getString("kind"),
                    row.getString("what"),
                    row.getString("words"),
                    row.getString("by_title"),
                    row.getString("slug"),
                    row.getString("name"),
                    "/councils/"
                        + row.getString("slug")
                        + "/office/proposals/"
                        + row.getLong("proposal")))
        .list();
  }
}
