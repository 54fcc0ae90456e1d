package org.greensward.engagement.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greensward.authority.ContactRepository;
import org.greensward.revision.WorkingDate;
import org.greensward.web.DisplayFormats;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the places of letters are filled with, for each council. */
@Repository
class MergeFields {
  private final JdbcClient jdbc;
  private final ContactRepository contacts;
  private final WorkingDate workingDate;
  private final MessageSource messages;
  private final DisplayFormats formats;

  MergeFields(
      JdbcClient jdbc,
      ContactRepository contacts,
      WorkingDate workingDate,
      MessageSource messages,
      DisplayFormats formats) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.workingDate = workingDate;
    this.messages = messages;
    this.formats = formats;
  }

  /**
   * A letter's council and values.
   *
   * @param values by the names of the places
   */
  record Addressee(long id, String slug, String name, Map<String, String> values) {}

  /** The councils of the ids, by name, with the values of a letter of a day. */
  List<Addressee> of(Collection<Long> councils, LocalDate day) {
    return jdbc.sql(
            """
            SELECT c.id, c.slug, c.name, c.kind, coalesce(t.contact_role, 'Clerk') AS clerk_title,
                   d.post_address, s.status, s.since, p.next_step, p.next_date,
                   p.point_authority, p.point_council, upper(g.term) - 1 AS agreement_until,
                   f.names AS forum, l.parcels, l.area_m2
            FROM council c
            JOIN party t ON t.id = c.party_id
            JOIN council_status_at(:today) s ON s.council_id = c.id
            LEFT JOIN agreement g ON g.status_id = s.status_id
            LEFT JOIN council_delivery d ON d.council_id = c.id
            LEFT JOIN engagement_plan p ON p.council_id = c.id
            CROSS JOIN LATERAL (
              SELECT string_agg(f.name, ', ' ORDER BY f.name) AS names
              FROM forum f JOIN forum_council fc ON fc.forum_id = f.id
              WHERE fc.council_id = c.id AND f.kind IN ('ward forum', 'local area forum')) f
            CROSS JOIN LATERAL (
              SELECT count(DISTINCT x.land_id) AS parcels,
                     coalesce(sum(x.drawn) FILTER (WHERE land.unit = 'm2'), 0) AS area_m2
              FROM council_parish cp
              JOIN parish a ON a.code = cp.parish_code AND upper_inf(a.valid)
              JOIN piece x ON x.parish_id = a.id
              JOIN land ON land.id = x.land_id AND land.valid @> :today
              WHERE cp.council_id = c.id AND cp.valid @> :today) l
            WHERE c.id IN (:councils) ORDER BY c.name
            """)
        .param("today", workingDate.today())
        .param("councils", councils)
        .query((row, n) -> addressee(row, day))
        .list();
  }

  private Addressee addressee(ResultSet row, LocalDate day) throws SQLException {
    ContactRepository.AuthorityWays authority = contacts.ways();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("council", row.getString("name"));
    values.put("kind", row.getString("kind"));
    values.put("clerk_title", row.getString("clerk_title"));
    values.put("address", orNothing(row.getString("post_address")));
    values.put("status", text("status." + row.getString("status")));
    values.put("since", date(row, "since"));
    values.put("area", formats.area(row.getDouble("area_m2")));
    values.put("parcels", formats.number(row.getLong("parcels")));
    values.put("forum", orNothing(row.getString("forum")));
    String next = row.getString("next_step");
    values.put("next_step", next == null ? text("engage.not-set") : text("engage.step." + next));
    values.put("next_date", date(row, "next_date"));
    values.put("point_authority", orNotSet(row.getString("point_authority")));
    values.put("point_council", orNotSet(row.getString("point_council")));
    values.put("agreement_until", date(row, "agreement_until"));
    values.put("today", DisplayFormats.dateOf(day));
    values.put("authority", authority.name());
    values.put("team", orNothing(authority.teamName()));
    values.put("team_email", orNothing(authority.teamEmail()));
    return new Addressee(
        row.getLong("id"), row.getString("slug"), row.getString("name"), Map.copyOf(values));
  }

  private String date(ResultSet row, String column) throws SQLException {
    LocalDate date = row.getObject(column, LocalDate.class);
    return date == null ? text("engage.not-set") : DisplayFormats.dateOf(date);
  }

  private String orNotSet(String text) {
    return text == null ? text("engage.not-set") : text;
  }

  private static String orNothing(String text) {
    return text == null ? "" : text;
  }

  private String text(String key) {
    return messages.getMessage(key, null, Locale.UK);
  }
}
