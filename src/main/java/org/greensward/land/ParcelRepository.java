package org.greensward.land;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.greensward.database.Wkb;
import org.greensward.error.NotFoundException;
import org.greensward.web.SelectOption;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads parcels for those who edit them. */
@Repository
public class ParcelRepository {
  private static final String PARCEL =
      """
      SELECT l.id, l.xmin::text AS version, l.reference, l.asset_type, t.label, l.unit, l.name,
             l.measured, l.drawn, l.quantity, ST_AsBinary(l.geom) AS wkb,
             CASE WHEN lower_inf(l.valid) THEN NULL ELSE lower(l.valid) END AS valid_from,
             CASE WHEN upper_inf(l.valid) THEN NULL ELSE upper(l.valid) END AS valid_until,
             o.name AS owner, m.name AS maintainer, lot.code AS lot, r.code AS regime
      FROM land l
      JOIN asset_type t ON t.code = l.asset_type
      LEFT JOIN party o ON o.id = l.owner_id
      LEFT JOIN party m ON m.id = l.maintainer_id
      LEFT JOIN lot ON lot.id = l.lot_id
      LEFT JOIN regime r ON r.id = l.regime_id
      """;

  private final JdbcClient jdbc;

  ParcelRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Parcel get(String reference) {
    return find(reference)
        .orElseThrow(
            () -> new NotFoundException("There is no land with the reference " + reference + "."));
  }

  public Optional<Parcel> find(String reference) {
    return jdbc.sql(PARCEL + "WHERE l.reference = :reference")
        .param("reference", reference)
        .query(ParcelRepository::parcel)
        .optional();
  }

  /** The parcel, which nobody else changes until this transaction ends. */
  Parcel lock(String reference) {
    jdbc.sql("SELECT id FROM land WHERE reference = :reference FOR UPDATE")
        .param("reference", reference)
        .query(Long.class)
        .optional();
    return get(reference);
  }

  /** Those of the same unit that touch or overlap a parcel at a date, by reference. */
  public List<Parcel> listTouching(Parcel parcel, LocalDate at) {
    return jdbc.sql(
            PARCEL
                + """
                JOIN land it ON it.id = :id
                WHERE l.id <> it.id AND l.unit = it.unit AND l.valid @> :at
                  AND l.geom && it.geom AND ST_Intersects(l.geom, it.geom)
                ORDER BY l.reference
                """)
        .param("id", parcel.id())
        .param("at", at)
        .query(ParcelRepository::parcel)
        .list();
  }

  private static Parcel parcel(ResultSet row, int n) throws SQLException {
    return new Parcel(
        row.getLong("id"),
        row.getString("version"),
        row.getString("reference"),
        row.getString("asset_type"),
        row.getString("label"),
        row.getString("unit"),
        row.getString("name"),
        row.getObject("measured", Double.class),
        row.getDouble("drawn"),
        row.getDouble("quantity"),
        Wkb.read(row.getBytes("wkb")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getString("owner"),
        row.getString("maintainer"),
        row.getString("lot"),
        row.getString("regime"));
  }

  /** The reference after the highest of those most parcels have; empty when none ends in digits. */
  public Optional<String> findNextReference() {
    return jdbc.sql(
            """
            SELECT prefix || lpad((max(digits::bigint) + 1)::text, max(length(digits)), '0')
            FROM (SELECT regexp_replace(reference, '[0-9]+$', '') AS prefix,
                         substring(reference FROM '[0-9]+$') AS digits FROM land) r
            WHERE length(digits) <= 15
            GROUP BY prefix ORDER BY count(*) DESC, prefix LIMIT 1
            """)
        .query(String.class)
        .optional();
  }

  /** The first references of the form {@code base-a} that nobody has. */
  public List<String> listFreeBeside(String base, int many) {
    return jdbc.sql(
            """
            SELECT :base || '-' || suffix
            FROM (SELECT chr(96 + n) AS suffix, n FROM generate_series(1, 26) AS n
                  UNION ALL SELECT n::text, n FROM generate_series(27, 500) AS n) s
            WHERE NOT EXISTS (SELECT FROM land l WHERE l.reference = :base || '-' || suffix)
            ORDER BY n LIMIT :many
            """)
        .param("base", base)
        .param("many", many)
        .query(String.class)
        .list();
  }

  /** An asset type that a parcel can be of. */
  public record AssetType(String code, String label, String unit) {}

  public List<AssetType> listAssetTypes() {
    return jdbc.sql("SELECT code, label, unit FROM asset_type ORDER BY position")
        .query(AssetType.class)
        .list();
  }

  public List<SelectOption> listParties() {
    return options("SELECT id::text AS value, name AS text FROM party ORDER BY name");
  }

  public List<SelectOption> listLots() {
    return options(
        "SELECT lot.id::text AS value, lot.code || ': ' || lot.name || ' (' || k.title || ')' AS"
            + " text FROM lot JOIN contract k ON k.id = lot.contract_id ORDER BY k.term DESC,"
            + " lot.code");
  }

  public List<SelectOption> listRegimes() {
    return options(
        "SELECT r.id::text AS value, r.code || ': ' || t.label || ' (' || k.title || ')' AS text"
            + " FROM regime r JOIN contract k ON k.id = r.contract_id"
            + " JOIN asset_type t ON t.code = r.asset_type ORDER BY k.term DESC, r.code");
  }

  private List<SelectOption> options(String sql) {
    return jdbc.sql(sql).query(SelectOption.class).list();
  }

  /**
   * A change of a parcel's shape, or its first.
   *
   * @param who the office of whoever did it; null for a program
   * @param before in the parcel's unit; null for the first
   */
  record Change(
      long id,
      OffsetDateTime at,
      String who,
      String reason,
      String source,
      Double before,
      Double after) {}

  private static final String RESHAPED =
      "a.subject = 'land' AND a.row_key = :id AND a.before->'geom' IS DISTINCT FROM"
          + " a.after->'geom'";

  /** The latest first. */
  public List<Change> listChanges(Parcel parcel, int most) {
    return jdbc.sql(
            """
            SELECT a.id, a.at, account_title(a.account_id) AS who, a.reason, a.source,
                   (a.before->>'drawn')::float8 AS before, (a.after->>'drawn')::float8 AS after
            FROM audit a WHERE %s ORDER BY a.id DESC LIMIT :most
            """
                .formatted(RESHAPED))
        .param("id", String.valueOf(parcel.id()))
        .param("most", most)
        .query(Change.class)
        .list();
  }

  /** The latest change of anything of a parcel. */
  public Optional<Change> findLatestChange(Parcel parcel) {
    return jdbc.sql(
            """
            SELECT a.id, a.at, account_title(a.account_id) AS who, a.reason, a.source,
                   (a.before->>'drawn')::float8 AS before, (a.after->>'drawn')::float8 AS after
            FROM audit a WHERE a.subject = 'land' AND a.row_key = :id ORDER BY a.id DESC LIMIT 1
            """)
        .param("id", String.valueOf(parcel.id()))
        .query(Change.class)
        .optional();
  }

  /** The shape that a parcel had before a change, as GeoJSON. */
  public Optional<String> findShapeBefore(Parcel parcel, long change) {
    return jdbc.sql(
            "SELECT a.before->>'geom' FROM audit a"
                + " WHERE a.id = :change AND a.before IS NOT NULL AND "
                + RESHAPED)
        .param("change", change)
        .param("id", String.valueOf(parcel.id()))
        .query(String.class)
        .optional();
  }
}
