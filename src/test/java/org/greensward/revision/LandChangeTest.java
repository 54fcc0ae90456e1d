package org.greensward.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where changes of land, of boundaries and of the background are seen. */
class LandChangeTest extends ChangeNotes {

  @Test
  void aParcelIsSeenWhereItLiesAndWhereItsParishIsMerged() {
    assertThat(seen("UPDATE land SET name = 'The Green' WHERE reference = 'west'"))
        .containsExactly("land 0-12 480000,240000", "land 13-22 481000,241000");
  }

  @Test
  void aParcelThatMovesIsSeenAtBothPlaces() {
    assertThat(seen("UPDATE land SET geom = ST_Translate(geom, 3500, 0) WHERE reference = 'west'"))
        .containsExactly(
            "land 0-12 480000,240000",
            "land 0-12 484000,240000",
            "land 13-22 481000,241000",
            "land 13-22 484500,241000");
  }

  /** All land outside the parishes is one group, whose quantity every tile that shows it tells. */
  @Test
  void aParcelOutsideOrAcrossABorderIsSeenEverywhereWhereLandIsMerged() {
    assertThat(seen("DELETE FROM land WHERE reference = 'stray'"))
        .containsExactly("land 0-12 everywhere", "land 13-22 300000,300000");
    db.land("across", "amenity grass", null, square(483950, 241000, 100));
    assertThat(seen("UPDATE land SET name = 'Across' WHERE reference = 'across'"))
        .containsExactly("land 0-12 everywhere", "land 13-22 484000,241000");
  }

  /** Given whole to one parish, it is drawn as that parish's outside of it. */
  @Test
  void aParishIsSeenAsFarAsTheLandThatIsGivenToIt() {
    db.jdbc().sql("UPDATE contract SET straddle = 'majority'").update();
    db.land("across", "amenity grass", null, square(479600, 241000, 1000));
    db.landLot("across", "N");
    assertThat(db.pieces("across")).hasSize(1).first().asString().startsWith("E04000001");
    assertThat(seen("UPDATE status SET status = 'devolved'")).contains("land 0-22 479500,240000");
  }

  @Test
  void manyParcelsAreGatheredInSquaresOrElseAreEverywhere() {
    String grid =
        "INSERT INTO land (reference, asset_type, unit, geom) SELECT 't' || x || '-' || y || '-' ||"
            + " %1$d, 'tree', 'item', ST_SetSRID(ST_MakePoint(400000 + x * %1$d, 400000 + y *"
            + " %1$d), 27700) FROM generate_series(0, 9) x, generate_series(0, 9) y";
    assertThat(seen(grid.formatted(1001)))
        .containsExactly("land 0-12 everywhere", "land 13-22 400000,400000");
    assertThat(seen(grid.formatted(11000)))
        .containsExactly("land 0-12 everywhere", "land 13-22 everywhere");
  }

  /** Its neighbour's borders are generalised from end to end, and one of their ends moved. */
  @Test
  void aBoundaryIsSeenInItsNeighboursToo() {
    assertThat(
            seen(
                "UPDATE parish SET geom = ST_Multi(ST_GeomFromText('"
                    + square(480000, 240000, 3900)
                    + "', 27700)) WHERE code = 'E04000001'"))
        .containsExactly(
            "boundaries 0-22 480000,240000",
            "boundaries 0-22 484000,240000",
            "coverage 0-22 480000,240000",
            "coverage 0-22 484000,240000",
            "land 0-12 everywhere",
            "land 13-22 481000,241000",
            "parishes 0-22 480000,240000",
            "parishes 0-22 484000,240000");
    assertThat(seen("UPDATE parish SET name = 'Weston' WHERE code = 'E04000001'"))
        .containsExactly("parishes 0-22 480000,240000");
  }

  @Test
  void contractLotAndPartyAreSeenOnTheLandThatNamesThem() {
    db.landLot("far", "N");
    db.landParty("west", "owner_id", "The Trust");
    for (String change :
        List.of(
            "UPDATE contract SET term = '[2014-01-01,2019-01-01)'",
            "UPDATE lot SET code = 'M'",
            "UPDATE party SET name = 'Another Contractor' WHERE kind = 'contractor'")) {
      assertThat(seen(change)).containsExactly("land 0-12 everywhere", "land 13-22 581000,141000");
    }
    assertThat(seen("UPDATE party SET name = 'Parks Trust' WHERE kind = 'trust'"))
        .containsExactly("land 0-12 everywhere", "land 13-22 481000,241000");
    assertThat(seen("INSERT INTO party (kind, name) VALUES ('other', 'Nobody yet')")).isEmpty();
  }

  @Test
  void theBackgroundIsSeenWhereItLies() {
    assertThat(
            seen(
                "INSERT INTO context (theme, min_zoom, geom, edition_id) SELECT 'place', 10,"
                    + " ST_SetSRID(ST_MakePoint(480500, 240500), 27700), max(id) FROM edition"))
        .containsExactly("context 0-22 480500,240500");
    assertThat(seen("UPDATE context SET geom = ST_Translate(geom, 1000, 0)"))
        .containsExactly("context 0-22 480500,240500", "context 0-22 481500,240500");
  }

  @Test
  void anEmptiedTableIsSeenEverywhere() {
    assertThat(seen("TRUNCATE land")).containsExactly("land 0-22 everywhere");
  }

  /** Too far out to be projected, and still nothing that stops an edit. */
  @Test
  void landOffTheMapIsSeenEverywhere() {
    assertThat(
            seen(
                "INSERT INTO land (reference, asset_type, unit, geom) VALUES ('lost', 'tree',"
                    + " 'item', ST_SetSRID(ST_MakePoint(9e9, 9e9), 27700))"))
        .containsExactly("land 0-12 everywhere", "land 13-22 everywhere");
  }
}
