package org.greensward.engagement;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps and plans of single councils. What may be read and written is up to the audience. */
@Repository
public class StepRepository {
  private static final String STEPS =
      """
      SELECT s.id, s.day, s.step, s.words, s.minute, s.document,
             s.recorded_at AT TIME ZONE 'Europe/London' AS recorded_at,
             account_title(s.recorded_by) AS recorded_by,
             coalesce(s.recorded_by = audience_account(), false) AS mine,
             s.ended_at IS NULL AND l.id IS NULL AS standing, l.id IS NOT NULL AS corrected,
             s.end_reason
      FROM engagement_step s LEFT JOIN engagement_step l ON l.corrects = s.id
      """;

  private final JdbcClient jdbc;

  StepRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All steps of a council, those that no longer hold too, latest first. */
  public List<RecordedStep> list(long council) {
    return jdbc.sql(STEPS + "WHERE s.council_id = :council ORDER BY s.day DESC, s.id DESC")
        .param("council", council)
        .query(RecordedStep.class)
        .list();
  }

  /** A step of a council that holds. */
  public Optional<RecordedStep> findStanding(long council, long id) {
    return jdbc.sql(
            STEPS
                + "WHERE s.council_id = :council AND s.id = :id AND s.ended_at IS NULL"
                + " AND l.id IS NULL")
        .param("council", council)
        .param("id", id)
        .query(RecordedStep.class)
        .optional();
  }

  /** Records a step; the database says who did. */
  public void add(long council, NewStep step) {
    jdbc.sql(
            """
            INSERT INTO engagement_step (council_id, day, step, words, minute, document, corrects)
            VALUES (:council, :day, :step, :words, :minute, :document, :corrects)
            """)
        .param("council", council)
        .param("day", step.day())
        .param("step", step.step())
        .param("words", step.words(), Types.VARCHAR)
        .param("minute", step.minute(), Types.VARCHAR)
        .param("document", step.document(), Types.VARCHAR)
        .param("corrects", step.corrects(), Types.BIGINT)
        .update();
  }

  /** Ends a step; whether there was one that whoever asks may end. */
  public boolean end(long council, long id, String reason) {
    return jdbc.sql(
                """
                UPDATE engagement_step SET ended_at = now(), end_reason = :reason
                WHERE id = :id AND council_id = :council AND ended_at IS NULL
                """)
            .param("id", id)
            .param("council", council)
            .param("reason", reason)
            .update()
        == 1;
  }

  public EngagementPlan plan(long council) {
    return jdbc.sql(
            """
            SELECT next_step, next_date, point_authority, point_council, note,
                   xmin::text AS version
            FROM engagement_plan WHERE council_id = :council
            """)
        .param("council", council)
        .query(EngagementPlan.class)
        .optional()
        .orElse(EngagementPlan.NONE);
  }

  /** Writes a plan; false, and nothing written, when it is no longer as it was read. */
  public boolean save(long council, EngagementPlan plan) {
    return jdbc.sql(
                """
                INSERT INTO engagement_plan AS p (council_id, next_step, next_date, point_authority,
                                                  point_council, note)
                VALUES (:council, :nextStep, :nextDate, :pointAuthority, :pointCouncil, :note)
                ON CONFLICT (council_id) DO UPDATE
                SET next_step = excluded.next_step, next_date = excluded.next_date,
                    point_authority = excluded.point_authority,
                    point_council = excluded.point_council, note = excluded.note
                WHERE p.xmin::text = :version
                """)
            .param("council", council)
            .param("nextStep", plan.nextStep(), Types.VARCHAR)
            .param("nextDate", plan.nextDate(), Types.DATE)
            .param("pointAuthority", plan.pointAuthority(), Types.VARCHAR)
            .param("pointCouncil", plan.pointCouncil(), Types.VARCHAR)
            .param("note", plan.note(), Types.VARCHAR)
            .param("version", plan.version())
            .update()
        == 1;
  }

  public Delivery delivery(long council) {
    return jdbc.sql(
            """
            SELECT t.contact_role AS role, t.contact_email AS email, d.post_address,
                   coalesce(d.mail, true) AS mail
            FROM council c JOIN party t ON t.id = c.party_id
            LEFT JOIN council_delivery d ON d.council_id = c.id WHERE c.id = :council
            """)
        .param("council", council)
        .query(Delivery.class)
        .single();
  }

  public void save(long council, String postAddress, boolean mail) {
    jdbc.sql(
            """
            INSERT INTO council_delivery (council_id, post_address, mail)
            VALUES (:council, :postAddress, :mail)
            ON CONFLICT (council_id) DO UPDATE
            SET post_address = excluded.post_address, mail = excluded.mail
            """)
        .param("council", council)
        .param("postAddress", postAddress, Types.VARCHAR)
        .param("mail", mail)
        .update();
  }

  /**
   * Where a council is reached.
   *
   * @param role of its contact, such as Clerk; null when none is recorded
   * @param email of that role; null when none is recorded
   * @param postAddress in lines; null when none is recorded
   * @param mail whether it wants to hear of events by mail
   */
  public record Delivery(String role, String email, String postAddress, boolean mail) {}
}
