package org.greensward.forum;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greensward.web.SelectOption;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the advisory group and the parishes forum meet. */
@Repository
public class MeetingRepository {
  private static final String KINDS = "('advisory group', 'parishes forum')";

  private final JdbcClient jdbc;

  MeetingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A meeting.
   *
   * @param kind {@code advisory group} or {@code parishes forum}
   */
  record Meeting(long id, String forum, String kind, LocalDate day) {}

  /** All of them, latest first. */
  public List<Meeting> list() {
    return jdbc.sql(
            "SELECT m.id, f.name AS forum, f.kind, m.day FROM forum_meeting m"
                + " JOIN forum f ON f.id = m.forum_id WHERE f.kind IN "
                + KINDS
                + " ORDER BY m.day DESC, f.name")
        .query(Meeting.class)
        .list();
  }

  /** The last before a day, of forums of a kind. */
  public Optional<LocalDate> findLast(String kind, LocalDate before) {
    return jdbc.sql(
            """
            SELECT max(m.day) FROM forum_meeting m JOIN forum f ON f.id = m.forum_id
            WHERE f.kind = :kind AND m.day < :before HAVING count(*) > 0
            """)
        .param("kind", kind)
        .param("before", before)
        .query(LocalDate.class)
        .optional();
  }

  public List<SelectOption> listForums() {
    return jdbc.sql(
            "SELECT id::text AS value, name AS text FROM forum WHERE kind IN "
                + KINDS
                + " ORDER BY name")
        .query(SelectOption.class)
        .list();
  }

  public void add(long forum, LocalDate day) {
    jdbc.sql(
            "INSERT INTO forum_meeting (forum_id, day) VALUES (:forum, :day) ON CONFLICT DO NOTHING")
        .param("forum", forum)
        .param("day", day)
        .update();
  }

  public void remove(long id) {
    jdbc.sql("DELETE FROM forum_meeting WHERE id = :id").param("id", id).update();
  }
}
