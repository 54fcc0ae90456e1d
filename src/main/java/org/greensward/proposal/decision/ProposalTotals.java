package org.greensward.proposal.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.greensward.layer.QuantityUnit;
import org.greensward.status.DevolutionStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures that a proposal changes, as the database has them at the moment. */
@Repository
class ProposalTotals {
  private static final List<String> UNITS = QuantityUnit.codes();

  private final JdbcClient jdbc;

  ProposalTotals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Some land.
   *
   * @param where the parish, for a parcel; the body that looks after it, for a council
   * @param body that looks after it; null when it is not known
   * @param unit {@code m2}, {@code m} or {@code item}
   */
  record Amount(String where, String body, String unit, double quantity) {}

  /** The same before and after; either may be null. */
  record Line(String where, Amount before, Amount after) {
    /** After less before, where both are counted alike; null where they are not. */
    public Double difference() {
      if (before == null || after == null) {
        return before == null ? Double.valueOf(after.quantity) : Double.valueOf(-before.quantity);
      }
      return before.unit.equals(after.unit) ? after.quantity - before.quantity : null;
    }

    public String unit() {
      return after == null ? before.unit : after.unit;
    }

    /** Whether another body looks after it then. */
    public boolean changesHands() {
      return before != null && after != null && !Objects.equals(before.body, after.body);
    }
  }

  /** The pieces of a parcel, by parish. */
  List<Amount> ofParcel(String reference, LocalDate at) {
    return jdbc.sql(
            """
            SELECT coalesce(p.name, '') AS "where", x.looked_after_by AS body, x.unit, x.quantity
            FROM piece_at(:at) x LEFT JOIN parish p ON p.id = x.parish_id
            WHERE x.reference = :reference ORDER BY p.name NULLS LAST
            """)
        .param("at", at)
        .param("reference", reference)
        .query(Amount.class)
        .list();
  }

  /** The land in the parishes of a council, by who looks after it. */
  List<Amount> ofCouncil(long council, LocalDate at) {
    return jdbc.sql(
            """
            SELECT coalesce(x.looked_after_by, '') AS "where", x.looked_after_by AS body, x.unit,
                   sum(x.quantity) AS quantity
            FROM piece_at(:at) x
            WHERE x.parish_id IN (SELECT parish_id FROM parish_council_at(:at)
                                  WHERE council_id = :council)
            GROUP BY x.looked_after_by, x.unit
            ORDER BY x.unit = 'item', x.unit DESC, x.looked_after_by NULLS LAST
            """)
        .param("at", at)
        .param("council", council)
        .query(Amount.class)
        .list();
  }

  /** How many councils have which status, as whoever asks may know. */
  Map<String, Integer> countStatuses(LocalDate at) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    DevolutionStatus.codes().forEach(status -> counts.put(status, 0));
    jdbc.sql("SELECT status, count(*)::integer AS n FROM council_status_at(:at) GROUP BY status")
        .param("at", at)
        .query((row, n) -> counts.put(row.getString("status"), row.getInt("n")))
        .list();
    return counts;
  }

  /** Puts each line beside what became of it. */
  static List<Line> compare(List<Amount> before, List<Amount> after, boolean byUnit) {
    Map<String, Amount> then = new LinkedHashMap<>();
    after.forEach(it -> then.put(key(it, byUnit), it));
    Map<String, Line> lines = new LinkedHashMap<>();
    before.forEach(
        it -> lines.put(key(it, byUnit), new Line(it.where, it, then.remove(key(it, byUnit)))));
    then.forEach((key, it) -> lines.put(key, new Line(it.where, null, it)));
    return lines.values().stream()
        .sorted(Comparator.comparingInt(line -> byUnit ? UNITS.indexOf(line.unit()) : 0))
        .toList();
  }

  private static String key(Amount amount, boolean byUnit) {
    return byUnit ? amount.where + '\n' + amount.unit : amount.where;
  }
}
