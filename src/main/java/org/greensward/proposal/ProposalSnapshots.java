package org.greensward.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a proposal is about, as it was when it was sent and as it is now: the parcel, or what the
 * register says of the council.
 */
@Repository
public class ProposalSnapshots {
  /** Follows from the rest. */
  private static final Set<String> DERIVED = Set.of("id", "drawn", "quantity", "unit");

  private final JdbcClient jdbc;

  ProposalSnapshots(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A field that is not as it was.
   *
   * @param field its name in the database; {@code status} for the register
   * @param before as text, empty for nothing
   */
  record Difference(String field, String before, String now) {}

  /** What marks the present state, for a form to carry. */
  public String mark(Proposal proposal) {
    return jdbc.sql(
            "SELECT md5(coalesce(proposal_subject(p)::text, '')) FROM proposal p WHERE p.id = :id")
        .param("id", proposal.id())
        .query(String.class)
        .single();
  }

  /** The same, taking hold of the parcel or of the council's claims until the transaction ends. */
  public String lock(Proposal proposal) {
    if (proposal.kind().namesParcel()) {
      jdbc.sql("SELECT id FROM land WHERE reference = :reference FOR UPDATE")
          .param("reference", proposal.content().landReference())
          .query(Long.class)
          .list();
    } else {
      jdbc.sql("SELECT id FROM status WHERE council_id = :council ORDER BY id FOR UPDATE")
          .param("council", proposal.councilId())
          .query(Long.class)
          .list();
    }
    return mark(proposal);
  }

  /** What has changed since it was sent; empty when nothing has. */
  public List<Difference> listDifferences(Proposal proposal) {
    return jdbc.sql(
            """
            SELECT p.seen::text AS before, proposal_subject(p)::text AS now FROM proposal p
            WHERE p.id = :id AND p.seen IS DISTINCT FROM proposal_subject(p)
            """)
        .param("id", proposal.id())
        .query((row, n) -> differences(row.getString("before"), row.getString("now")))
        .optional()
        .orElse(List.of());
  }

  private static List<Difference> differences(String before, String now) {
    JsonNode old = read(before);
    JsonNode present = read(now);
    if (old.isArray() || present.isArray()) {
      return List.of(new Difference("status", claims(old), claims(present)));
    }
    Set<String> fields = new TreeSet<>(old.propertyNames());
    fields.addAll(present.propertyNames());
    List<Difference> differences = new ArrayList<>();
    for (String field : fields) {
      if (!DERIVED.contains(field) && !old.path(field).equals(present.path(field))) {
        differences.add(new Difference(field, text(old.path(field)), text(present.path(field))));
      }
    }
    return differences;
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json == null ? "{}" : json);
  }

  private static String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? value.asString() : value.isObject() ? "*" : "";
  }

  private static String claims(JsonNode claims) {
    List<String> lines = new ArrayList<>();
    for (JsonNode claim : claims) {
      lines.add(
          "%s %s to %s"
              .formatted(
                  claim.path("status").asString(""),
                  claim.path("from").asString("…"),
                  claim.path("until").asString("…")));
    }
    return String.join("; ", lines);
  }
}
