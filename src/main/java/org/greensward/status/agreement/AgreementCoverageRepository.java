package org.greensward.status.agreement;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.greensward.web.SelectOption;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The land that an agreement covers, and how much that is. */
@Repository
public class AgreementCoverageRepository {
  private static final String LINE = "\n";

  /** Pieces in the parishes of a council; what has a keeper of its own is never the council's. */
  private static final String PIECES =
      """
      FROM council_parish cp
      JOIN parish p ON p.code = cp.parish_code AND upper_inf(p.valid)
      JOIN piece x ON x.parish_id = p.id
      JOIN land l ON l.id = x.land_id AND l.valid @> :at
      JOIN asset_type t ON t.code = l.asset_type
      LEFT JOIN party own ON own.id = l.maintainer_id AND l.maintainer_valid @> :at
      WHERE cp.council_id = :council AND cp.valid @> :at
      """;

  private final JdbcClient jdbc;

  AgreementCoverageRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Asset types to choose from, in their order. */
  List<SelectOption> listTypes() {
    return jdbc.sql("SELECT code AS value, label AS text FROM asset_type ORDER BY position")
        .query(SelectOption.class)
        .list();
  }

  List<AgreementCoverage.Row> listRows(Long agreement) {
    return jdbc.sql(
            """
            SELECT asset_type, reference, covers FROM agreement_cover
            WHERE agreement_id = :agreement ORDER BY asset_type, reference
            """)
        .param("agreement", agreement, Types.BIGINT)
        .query(AgreementCoverage.Row.class)
        .list();
  }

  /** Makes the rows these, touching only what differs: each change of land is told to every map. */
  void save(long agreement, List<AgreementCoverage.Row> wanted) {
    List<AgreementCoverage.Row> there = listRows(agreement);
    there.stream()
        .filter(row -> !wanted.contains(row))
        .forEach(
            row ->
                jdbc.sql(
                        """
                        DELETE FROM agreement_cover WHERE agreement_id = :agreement
                          AND asset_type IS NOT DISTINCT FROM :type::text
                          AND reference IS NOT DISTINCT FROM :reference::text
                        """)
                    .param("agreement", agreement)
                    .param("type", row.assetType(), Types.VARCHAR)
                    .param("reference", row.reference(), Types.VARCHAR)
                    .update());
    wanted.stream()
        .filter(row -> !there.contains(row))
        .forEach(
            row ->
                jdbc.sql("INSERT INTO agreement_cover VALUES (:agreement, :type, :reference, :in)")
                    .param("agreement", agreement)
                    .param("type", row.assetType(), Types.VARCHAR)
                    .param("reference", row.reference(), Types.VARCHAR)
                    .param("in", row.covers())
                    .update());
  }

  /** How much of each asset type is covered, in its unit, of the land in a council's area. */
  List<Quantity> listQuantities(long council, LocalDate at, AgreementCoverage cover) {
    return jdbc.sql(
            """
            SELECT label, unit,
                   count(*) FILTER (WHERE covered) AS parcels,
                   coalesce(sum(quantity) FILTER (WHERE covered), 0) AS quantity,
                   count(*) FILTER (WHERE NOT covered AND NOT kept) AS parcels_out,
                   coalesce(sum(quantity) FILTER (WHERE NOT covered AND NOT kept), 0) AS quantity_out,
                   coalesce(sum(quantity) FILTER (WHERE kept), 0) AS quantity_kept
            FROM (
              SELECT t.label, t.unit, t.position, x.quantity, k.kept,
                     NOT k.kept AND coalesce(
                       CASE WHEN l.reference = ANY (string_to_array(:in, chr(10))) THEN true
                            WHEN l.reference = ANY (string_to_array(:out, chr(10))) THEN false
                            ELSE l.asset_type = ANY (string_to_array(:types, chr(10))) END,
                       false) AS covered
            """
                + PIECES.replace(
                    "WHERE",
                    "CROSS JOIN LATERAL (SELECT coalesce(own.kind NOT IN ('contractor', 'council'),"
                        + " false) AS kept) k WHERE")
                + """
                ) pieces GROUP BY label, unit, position ORDER BY position
                """)
        .param("council", council)
        .param("at", at)
        .param("in", lines(cover.parcelsIn()))
        .param("out", lines(cover.parcelsOut()))
        .param("types", lines(cover.types()))
        .query(Quantity.class)
        .list();
  }

  /** Single parcels of a council's area, with what of them lies there. */
  List<Parcel> listParcels(long council, LocalDate at, Collection<String> references) {
    return jdbc.sql(
            "SELECT l.reference, t.label, l.name, t.unit, sum(x.quantity) AS quantity "
                + PIECES
                + " AND l.reference = ANY (string_to_array(:references, chr(10)))"
                + " GROUP BY l.reference, t.label, l.name, t.unit ORDER BY l.reference")
        .param("council", council)
        .param("at", at)
        .param("references", lines(references))
        .query(Parcel.class)
        .list();
  }

  /** References that are no parcel of a council's area. */
  Set<String> missing(long council, LocalDate at, Collection<String> references) {
    Set<String> missing = new TreeSet<>(references);
    listParcels(council, at, references).forEach(parcel -> missing.remove(parcel.reference()));
    return missing;
  }

  private static String lines(Collection<String> texts) {
    return String.join(LINE, texts);
  }

  /**
   * Land of one asset type, in {@code unit}.
   *
   * @param quantityOut what the agreement leaves out
   * @param quantityKept what a trust or company keeps, whatever the agreement says
   */
  public record Quantity(
      String label,
      String unit,
      long parcels,
      double quantity,
      long parcelsOut,
      double quantityOut,
      double quantityKept) {}

  /** A parcel by its reference. */
  public record Parcel(String reference, String label, String name, String unit, double quantity) {}
}
