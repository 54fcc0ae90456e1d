package org.greensward.demonstration;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greensward.demonstration.Facts.ParishFact;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Says who owns and who maintains a parcel, in which lot it lies, and under which regime. */
final class Stewardship {

  static final String AUTHORITY = "Milton Keynes Council";
  static final String CONTRACTOR = "Serco";
  static final String TRUST = "The Parks Trust";

  private static final Party AUTHORITY_PARTY = new Party(AUTHORITY, "authority");
  private static final Party CONTRACTOR_PARTY = new Party(CONTRACTOR, "contractor");
  private static final Party TRUST_PARTY = new Party(TRUST, "trust");
  private static final Party HIGHWAYS_PARTY = new Party("Highways England", "company");
  private static final Party EAST_COMPANY =
      new Party("Brooklands Estate Management (illustrative)", "company");
  private static final Party WEST_COMPANY =
      new Party("Western Gate Residents' Company (illustrative)", "company");

  private static final double COMPANY_DIVIDE = 485_000;

  /** A body and its kind. */
  record Party(String name, String kind) {}

  /** Who owns and who maintains a parcel; the lot is null where no contract covers it. */
  record Care(Party owner, Party maintainer, String lot) {}

  private final ParishMap map;
  private final Set<String> devolved;

  Stewardship(ParishMap map, Facts facts) {
    this.map = map;
    this.devolved = new HashSet<>(facts.councilsWithStatus("devolved"));
  }

  Care careOf(MadeParcel parcel) {
    ParishFact parish = parishOf(parcel.shape());
    String lot = lot(parish.settlement());
    Party council = new Party(parish.council(), "council");
    boolean isDevolved = devolved.contains(parish.council());
    Party usual = isDevolved ? council : CONTRACTOR_PARTY;
    return switch (parcel.keeper()) {
      case PUBLIC -> new Care(AUTHORITY_PARTY, usual, lot);
      case COUNCIL -> new Care(council, usual, lot);
      case AUTHORITY -> new Care(AUTHORITY_PARTY, AUTHORITY_PARTY, lot);
      case TRUST -> new Care(TRUST_PARTY, TRUST_PARTY, null);
      case HIGHWAYS -> new Care(HIGHWAYS_PARTY, HIGHWAYS_PARTY, null);
      case COMPANY -> company(parcel.shape());
    };
  }

  private static Care company(Geometry shape) {
    Party company = shape.getCentroid().getX() > COMPANY_DIVIDE ? EAST_COMPANY : WEST_COMPANY;
    return new Care(company, company, null);
  }

  /** The parish a parcel is counted to here, or the nearest one if it is outside all. */
  private ParishFact parishOf(Geometry shape) {
    Optional<ParishMap.Parish> inside = map.findAt(shape);
    return inside
        .orElseGet(
            () ->
                map.parishes().stream()
                    .min(Comparator.comparingDouble(p -> p.polygon().distance(shape)))
                    .orElseThrow())
        .fact();
  }

  /** The lot by geography: all parcels of a parish are in the same one. */
  static String lot(Coordinate settlement) {
    if (settlement.y > 242_500) {
      return "2014-N";
    }
    if (settlement.y < 236_000 && settlement.x < 488_000) {
      return "2014-S";
    }
    return settlement.x > 486_000 ? "2014-E" : "2014-W";
  }

  /** The regime of each asset type; fine turf has one of its own. */
  static final Map<String, String> REGIMES =
      Map.ofEntries(
          Map.entry("amenity grass", "AG1"),
          Map.entry("rough grass", "RG1"),
          Map.entry("conservation grass", "CG1"),
          Map.entry("shrub bed", "SB1"),
          Map.entry("hedge", "HD1"),
          Map.entry("rose bed", "RB1"),
          Map.entry("bedding", "BD1"),
          Map.entry("bulbs", "BU1"),
          Map.entry("tree", "TR1"),
          Map.entry("tree group", "TG1"),
          Map.entry("hard surface", "HS1"),
          Map.entry("pitch", "PI1"),
          Map.entry("play area", "PL1"),
          Map.entry("woodland", "WD1"),
          Map.entry("other", "OT1"));

  /** Greens and squares of a council are mown more often. */
  static String regime(MadeParcel parcel) {
    boolean fine = parcel.type().equals("amenity grass") && parcel.keeper() == Keeper.COUNCIL;
    return fine ? "AG2" : REGIMES.get(parcel.type());
  }
}
