package org.greensward.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals and their steps, as whoever asks may see them. */
@Repository
public class ProposalRepository {
  private static final String PROPOSAL =
      """
      SELECT p.*, %s AS drawn, c.slug, c.name AS council, t.label AS asset_label,
             account_title(p.asked_by) AS asker, account_title(p.decided_by) AS decider
      FROM proposal p JOIN council c ON c.id = p.council_id
      LEFT JOIN asset_type t ON t.code = p.asset_type
      """
          .formatted(DrawnShape.TEXT.formatted("p.geom"));

  private final JdbcClient jdbc;

  ProposalRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Proposal> find(long id) {
    return jdbc.sql(PROPOSAL + "WHERE p.id = :id")
        .param("id", id)
        .query(ProposalRepository::proposal)
        .optional();
  }

  /** A council's own, the newest first. */
  public List<Proposal> listOf(long council) {
    return jdbc.sql(PROPOSAL + "WHERE p.council_id = :council ORDER BY p.id DESC")
        .param("council", council)
        .query(ProposalRepository::proposal)
        .list();
  }

  /** What officers have before them: longest waiting first. */
  public List<Proposal> listQueue(QueueFilter filter) {
    return jdbc.sql(
            PROPOSAL
                + """
                WHERE p.state = ANY (:states) AND (:kind = '' OR p.kind = :kind)
                  AND (:council = '' OR c.slug = :council)
                ORDER BY p.sent_at NULLS LAST, p.id
                """)
        .param("states", filter.words().toArray(String[]::new))
        .param("kind", filter.kind())
        .param("council", filter.council())
        .query(ProposalRepository::proposal)
        .list();
  }

  public List<ProposalEvent> listSteps(long id) {
    return jdbc.sql(
            """
            SELECT at, account_title(account_id) AS title, what, words FROM proposal_step
            WHERE proposal_id = :id ORDER BY id
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new ProposalEvent(
                    moment(row, "at"),
                    row.getString("title"),
                    row.getString("what"),
                    row.getString("words")))
        .list();
  }

  /** Writes a draft; gives its id. */
  long add(long council, ProposalKind kind, ProposalBody content) {
    return with(
            jdbc.sql(
                """
                INSERT INTO proposal (council_id, kind, evidence, words, reach, arrangement, start_on,
                                      land_reference, asset_type, geom)
                VALUES (:council, :kind, :evidence, :words, :reach, :arrangement, :start,
                        :land, :type, %s)
                RETURNING id
                """
                    .formatted(DrawnShape.READ)),
            content)
        .param("council", council)
        .param("kind", kind.word())
        .query(Long.class)
        .single();
  }

  /** Changes what it says, unless somebody else changed it since; whether it did. */
  boolean change(long id, int version, ProposalBody content) {
    return with(
                jdbc.sql(
                    """
                    UPDATE proposal
                    SET evidence = :evidence, words = :words, reach = :reach,
                        arrangement = :arrangement, start_on = :start, land_reference = :land,
                        asset_type = :type, geom = %s
                    WHERE id = :id AND version = :version
                    """
                        .formatted(DrawnShape.READ)),
                content)
            .param("id", id)
            .param("version", version)
            .update()
        > 0;
  }

  /** Takes a step, unless somebody else was quicker; whether it did. */
  public boolean move(long id, int version, ProposalState state, String answer, LocalDate replyBy) {
    return jdbc.sql(
                """
                UPDATE proposal SET state = :state, answer = :answer,
                       reply_by = coalesce(CAST(:reply AS date), reply_by)
                WHERE id = :id AND version = :version
                """)
            .param("id", id)
            .param("version", version)
            .param("state", state.word())
            .param("answer", answer)
            .param("reply", replyBy)
            .update()
        > 0;
  }

  /** The same for a proposal that is accepted, with the change that was applied. */
  public boolean accept(long id, int version, String answer, AppliedChange change) {
    return jdbc.sql(
                """
                UPDATE proposal SET state = 'accepted', answer = :answer, status_id = :status,
                       land_id = :land
                WHERE id = :id AND version = :version
                """)
            .param("id", id)
            .param("version", version)
            .param("answer", answer)
            .param("status", change.status())
            .param("land", change.land())
            .update()
        > 0;
  }

  private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec sql, ProposalBody content) {
    return sql.param("evidence", content.evidence())
        .param("words", content.words())
        .param("reach", content.reach())
        .param("arrangement", content.arrangement())
        .param("start", content.startOn())
        .param("land", content.landReference())
        .param("type", content.assetType())
        .param("geometry", content.geometry());
  }

  private static Proposal proposal(ResultSet row, int n) throws SQLException {
    return new Proposal(
        row.getLong("id"),
        row.getLong("council_id"),
        row.getString("slug"),
        row.getString("council"),
        ProposalKind.of(row.getString("kind")),
        ProposalState.of(row.getString("state")),
        row.getString("asker"),
        new ProposalBody(
            row.getString("evidence"),
            row.getString("words"),
            row.getString("reach"),
            row.getString("arrangement"),
            row.getObject("start_on", LocalDate.class),
            row.getString("land_reference"),
            row.getString("asset_type"),
            row.getString("drawn")),
        row.getString("asset_label"),
        moment(row, "sent_at"),
        row.getObject("reply_by", LocalDate.class),
        row.getString("answer"),
        moment(row, "decided_at"),
        row.getString("decider"),
        row.getObject("status_id", Long.class),
        row.getObject("land_id", Long.class),
        row.getInt("version"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }
}
