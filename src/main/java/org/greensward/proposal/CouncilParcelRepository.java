package org.greensward.proposal;

import java.util.List;
import java.util.Optional;
import org.greensward.web.SelectOption;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** CouncilParcels by reference, and what the choices of forms are made of. */
@Repository
public class CouncilParcelRepository {
  private final JdbcClient jdbc;

  CouncilParcelRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A parcel, however its reference is typed; empty when there is none. */
  public Optional<ParcelSummary> find(String reference, long council) {
    return jdbc.sql(
            """
            SELECT l.reference, l.asset_type, t.label, l.unit, ST_Dimension(l.geom) AS dimension,
                   l.name, l.quantity, %s AS shape, council_has_land(:council, l.reference) AS here
            FROM land l JOIN asset_type t ON t.code = l.asset_type
            WHERE upper(l.reference) = upper(:reference)
            ORDER BY l.reference = :reference DESC LIMIT 1
            """
                .formatted(DrawnShape.TEXT.formatted("l.geom")))
        .param("council", council)
        .param("reference", reference.strip())
        .query(ParcelSummary.class)
        .optional();
  }

  public List<SelectOption> listTypes() {
    return jdbc.sql("SELECT code AS value, label AS text FROM asset_type ORDER BY position")
        .query(SelectOption.class)
        .list();
  }

  /** The unit that an asset type is counted in; empty when there is no such type. */
  public Optional<String> findUnit(String assetType) {
    return jdbc.sql("SELECT unit FROM asset_type WHERE code = :code")
        .param("code", assetType)
        .query(String.class)
        .optional();
  }

  /** Every body that may own or maintain land. */
  public List<SelectOption> listParties() {
    return jdbc.sql("SELECT id::text AS value, name AS text FROM party ORDER BY name")
        .query(SelectOption.class)
        .list();
  }

  public List<SelectOption> listLots() {
    return jdbc.sql("SELECT id::text AS value, code || ': ' || name AS text FROM lot ORDER BY code")
        .query(SelectOption.class)
        .list();
  }

  public List<SelectOption> listCouncilsThatPropose() {
    return jdbc.sql(
            """
            SELECT DISTINCT c.slug AS value, c.name AS text
            FROM council c JOIN proposal p ON p.council_id = c.id ORDER BY c.name
            """)
        .query(SelectOption.class)
        .list();
  }
}
