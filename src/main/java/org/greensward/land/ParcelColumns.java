package org.greensward.land;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greensward.database.PostgisGeometry;
import org.locationtech.jts.geom.Geometry;

/**
 * Values for columns of {@code land}, of a new parcel or of one that changes. Columns that are not
 * set are left alone, or get their default.
 */
public final class ParcelColumns {
  /** The one regime of the lot's contract for an asset type; null where there are several. */
  private static final String ONLY_REGIME =
      """
      (SELECT min(r.id) FROM regime r JOIN lot k ON k.contract_id = r.contract_id
       WHERE k.id = %s AND r.asset_type = :asset_type HAVING count(*) = 1)\
      """;

  private static final String UNIT_OF_TYPE =
      "(SELECT t.unit FROM asset_type t WHERE t.code = :asset_type)";

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Object> parameters = new HashMap<>();

  /** Its asset type, by code, and with it the unit. */
  public ParcelColumns assetType(String code) {
    set("asset_type", ":asset_type", "asset_type", code);
    values.put("unit", UNIT_OF_TYPE);
    return this;
  }

  public ParcelColumns name(String name) {
    return set("name", ":name", "name", name);
  }

  /**
   * @param party the id; null for none
   */
  public ParcelColumns owner(Long party) {
    return set("owner_id", "CAST(:owner_id AS bigint)", "owner_id", party);
  }

  /**
   * The body that maintains the parcel itself, at any date.
   *
   * @param party the id; null for none
   */
  public ParcelColumns maintainer(Long party) {
    return set("maintainer_id", "CAST(:maintainer_id AS bigint)", "maintainer_id", party);
  }

  /**
   * The body that maintains the parcel itself, whatever the status of the parish.
   *
   * @param party the id; null for none
   * @param from null for a beginning that is not known
   * @param to the first day after the last; null for no end
   */
  public ParcelColumns maintainer(Long party, LocalDate from, LocalDate to) {
    maintainer(party);
    parameters.put("maintainer_from", from);
    parameters.put("maintainer_to", to);
    values.put(
        "maintainer_valid",
        "daterange(CAST(:maintainer_from AS date), CAST(:maintainer_to AS date))");
    return this;
  }

  /**
   * @param lot the id; null for none
   */
  public ParcelColumns lot(Long lot) {
    return set("lot_id", "CAST(:lot_id AS bigint)", "lot_id", lot);
  }

  /**
   * @param regime the id; null for none
   */
  public ParcelColumns regime(Long regime) {
    return set("regime_id", "CAST(:regime_id AS bigint)", "regime_id", regime);
  }

  /**
   * The regime that the contract of its lot has for its asset type; none where there are several.
   * Needs {@link #assetType}; the lot is the one set here, else the parcel's own.
   */
  public ParcelColumns onlyRegime() {
    String lot = values.containsKey("lot_id") ? "CAST(:lot_id AS bigint)" : "lot_id";
    values.put("regime_id", ONLY_REGIME.formatted(lot));
    return this;
  }

  /**
   * @param quantity as surveyed, in the parcel's unit; null: as drawn
   */
  public ParcelColumns measured(Double quantity) {
    return set("measured", "CAST(:measured AS float8)", "measured", quantity);
  }

  /** Keeps what was measured unless the new asset type has another unit. */
  public ParcelColumns measuredIfSameUnit() {
    values.put("measured", "CASE WHEN unit = " + UNIT_OF_TYPE + " THEN measured END");
    return this;
  }

  /**
   * @param from null for a beginning that is not known
   * @param to the first day after the last; null for no end
   */
  public ParcelColumns valid(LocalDate from, LocalDate to) {
    parameters.put("valid_from", from);
    parameters.put("valid_to", to);
    values.put("valid", "daterange(CAST(:valid_from AS date), CAST(:valid_to AS date))");
    return this;
  }

  /**
   * @param code of a {@link org.greensward.layer.Basis}
   */
  public ParcelColumns basis(String code) {
    return set("basis", ":basis", "basis", code);
  }

  /**
   * @param shape in EPSG:27700
   */
  public ParcelColumns shape(Geometry shape) {
    return set("geom", ":shape", "shape", PostgisGeometry.parameter(shape));
  }

  /**
   * @param drawn GeoJSON or WKT, which the function {@code drawn_shape} parses
   */
  public ParcelColumns drawnShape(String drawn) {
    return set("geom", "drawn_shape(CAST(:drawn AS text))", "drawn", drawn);
  }

  private ParcelColumns set(String column, String value, String parameter, Object bound) {
    values.put(column, value);
    parameters.put(parameter, bound);
    return this;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** SQL of each column's value, in the order in which they were set. */
  Map<String, String> values() {
    return values;
  }

  Map<String, Object> parameters() {
    return parameters;
  }
}
