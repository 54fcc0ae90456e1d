package org.greensward.tile.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greensward.database.StoreFixture;
import org.greensward.database.TestStore;
import org.greensward.layer.tile.geometry.Generalisation;
import org.greensward.layer.tile.geometry.TileCoord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all tiles of a zoom show together, against the boundaries that they were made from. */
class ParishTileTest {
  private static final int PARISHES = 30;
  private static final LocalDate TODAY = LocalDate.of(2018, 10, 1);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static TileServices tiles;
  private static Map<String, Geometry> source;

  /** Thirty parishes with ragged borders in 12 by 12 km of EPSG:27700. */
  @BeforeAll
  static void boundaries() {
    TestStore store = TestStore.empty();
    StoreFixture db = StoreFixture.in(store);
    new RaggedCoverage(7, PARISHES, 4000)
        .parishes()
        .forEach((c, shape) -> db.parish(c, shape.toText()));
    JdbcClient jdbc = db.jdbc();
    tiles = TileServices.on(store);
    source = new TreeMap<>();
    jdbc.sql("SELECT code, ST_AsBinary(ST_Transform(geom, 3857)) FROM parish")
        .query((row, n) -> source.put(row.getString(1), read(row.getBytes(2))))
        .list();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 10, 12, 14, 16})
  void theTilesOfAZoomRebuildEveryParishWithinItsTolerance(int zoom) {
    Map<String, Geometry> rebuilt = rebuild(zoom);
    assertThat(rebuilt.keySet()).isEqualTo(source.keySet());
    double pixel = TileCoord.pixel(zoom);
    source.forEach(
        (code, shape) -> {
          double off =
              DiscreteHausdorffDistance.distance(
                  shape.getBoundary(), rebuilt.get(code).getBoundary(), 0.2);
          assertThat(off).as("%s at zoom %d, in pixels", code, zoom).isLessThan(2 * pixel);
        });
  }

  /** The finest difference that coordinates can show, all along all borders, is what may be off. */
  @ParameterizedTest
  @ValueSource(ints = {8, 10, 12, 14, 16})
  void neighboursNeitherGapeNorOverlap(int zoom) {
    List<Geometry> parishes = List.copyOf(rebuild(zoom).values());
    Geometry whole = join(parishes);
    double borders = parishes.stream().mapToDouble(Geometry::getLength).sum();
    double step = 111320 * Math.pow(10, -Generalisation.decimals(zoom)) * 1.7;
    double sum = parishes.stream().mapToDouble(Geometry::getArea).sum();
    assertThat(sum).as("overlaps").isCloseTo(whole.getArea(), within(borders * step / 4));
    Geometry filled =
        FACTORY.createPolygon(
            ((org.locationtech.jts.geom.Polygon) largestPart(whole))
                .getExteriorRing()
                .getCoordinates());
    assertThat(filled.getArea()).as("gaps").isCloseTo(whole.getArea(), within(borders * step / 4));
  }

  @Test
  void everyFeatureIsValidAndTurnsTheRightWay() {
    for (DecodedTile.Feature feature : allFeatures(12)) {
      assertThat(feature.geometry().isValid()).as(feature.id()).isTrue();
      assertThat(feature.properties().get("status").asString()).isEqualTo("unknown");
    }
  }

  /** A union on a grid of a millimetre, so that what touches at a tile's edge is joined there. */
  private static Geometry join(List<Geometry> parts) {
    return UnaryUnionNG.union(parts, FACTORY, new PrecisionModel(1000));
  }

  /** Polygons and lines are drawn by different painters, so the lines must be the polygons' own. */
  @ParameterizedTest
  @ValueSource(ints = {10, 16})
  void bordersLieOnTheEdgesOfThePolygonsEachOnce(int zoom) {
    TileCoord coord = tilesOf(zoom).get(tilesOf(zoom).size() / 2);
    List<Geometry> lines = new ArrayList<>();
    for (DecodedTile.Feature border : decode("boundaries", coord).features()) {
      lines.add(border.geometry());
    }
    List<Geometry> edges = new ArrayList<>();
    decode("parishes", coord).features().forEach(f -> edges.add(f.geometry().getBoundary()));
    PrecisionModel millimetres = new PrecisionModel(1000);
    Geometry square = FACTORY.toGeometry(coord.envelope(0));
    Geometry borders = UnaryUnionNG.union(lines, FACTORY, millimetres).intersection(square);
    Geometry outlines = UnaryUnionNG.union(edges, FACTORY, millimetres).intersection(square);
    assertThat(borders.getLength()).isGreaterThan(0);
    assertThat(borders.getLength()).isCloseTo(outlines.getLength(), within(1.0));
    double each = lines.stream().mapToDouble(l -> l.intersection(square).getLength()).sum();
    assertThat(each).isCloseTo(borders.getLength(), within(1.0));
  }

  private static Geometry read(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Geometry largestPart(Geometry geometry) {
    Geometry largest = geometry.getGeometryN(0);
    for (int i = 1; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i).getArea() > largest.getArea()) {
        largest = geometry.getGeometryN(i);
      }
    }
    return largest;
  }

  /** Each parish as the union of what each tile, without its buffer, shows of it. */
  private static Map<String, Geometry> rebuild(int zoom) {
    Map<String, List<Geometry>> parts = new HashMap<>();
    for (TileCoord coord : tilesOf(zoom)) {
      Geometry square = FACTORY.toGeometry(coord.envelope(0));
      for (DecodedTile.Feature feature : decode(coord).features()) {
        Geometry inside = feature.geometry().intersection(square);
        if (!inside.isEmpty()) {
          parts.computeIfAbsent(feature.id(), id -> new ArrayList<>()).add(inside);
        }
      }
    }
    Map<String, Geometry> rebuilt = new TreeMap<>();
    parts.forEach((code, list) -> rebuilt.put(code, join(list)));
    return rebuilt;
  }

  private static List<DecodedTile.Feature> allFeatures(int zoom) {
    List<DecodedTile.Feature> features = new ArrayList<>();
    tilesOf(zoom).forEach(coord -> features.addAll(decode(coord).features()));
    return features;
  }

  private static DecodedTile decode(TileCoord coord) {
    return decode("parishes", coord);
  }

  private static DecodedTile decode(String layer, TileCoord coord) {
    return DecodedTile.of(tiles.geoJson(layer, coord, TODAY));
  }

  private static List<TileCoord> tilesOf(int zoom) {
    Envelope all = new Envelope();
    source.values().forEach(shape -> all.expandToInclude(shape.getEnvelopeInternal()));
    return TileGridReader.over(zoom, all);
  }
}
