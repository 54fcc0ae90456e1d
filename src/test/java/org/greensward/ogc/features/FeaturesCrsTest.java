package org.greensward.ogc.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.greensward.ogc.OgcService.get;
import static org.greensward.ogc.OgcService.ids;
import static org.greensward.ogc.OgcService.json;

import java.net.http.HttpResponse;
import org.greensward.Http;
import org.greensward.layer.feature.OgcCrs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The abstract tests of OGC API Features Part 2, 1.0: coordinate systems by reference. */
class FeaturesCrsTest {
  private static final String COUNCIL = "/collections/councils/items/olney-town-council";

  /** The place of Olney in each system, by PROJ 9 with its default (Helmert) transformation. */
  private static double[] expected(OgcCrs crs) {
    JsonNode grid = point(json(COUNCIL + "?crs=" + OgcCrs.NATIONAL_GRID.uri()));
    JsonNode degrees = point(json(COUNCIL));
    double lon = degrees.get(0).asDouble();
    double lat = degrees.get(1).asDouble();
    return switch (crs) {
      case CRS84 -> new double[] {lon, lat};
      case WGS84 -> new double[] {lat, lon};
      case WEB_MERCATOR ->
          new double[] {
            Math.toRadians(lon) * 6378137,
            6378137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2))
          };
      case NATIONAL_GRID -> new double[] {grid.get(0).asDouble(), grid.get(1).asDouble()};
    };
  }

  private static JsonNode point(JsonNode feature) {
    return feature.get("geometry").get("coordinates");
  }

  /** fc-md-crs-list, fc-md-storageCrs: the default first, the one that all is kept in listed. */
  @ParameterizedTest
  @MethodSource("org.greensward.ogc.OgcService#collections")
  void eachCollectionTellsItsSystems(String id) {
    JsonNode collection = json("/collections/" + id);
    assertThat(collection.get("crs").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(OgcCrs.uris());
    assertThat(collection.get("crs").get(0).asString()).endsWith("CRS84");
    assertThat(collection.get("storageCrs").asString()).endsWith("/27700");
  }

  /**
   * crs-parameter, crs-action: transformed, with its axes in their order, and said in the header.
   */
  @ParameterizedTest
  @EnumSource(OgcCrs.class)
  void geometriesComeInTheSystemThatIsAskedFor(OgcCrs crs) {
    HttpResponse<byte[]> one = get(COUNCIL + "?crs=" + crs.uri());
    assertThat(one.headers().firstValue("Content-Crs")).contains("<" + crs.uri() + ">");
    double[] expected = expected(crs);
    double tolerance = crs.srid() == 4326 ? 1e-7 : 0.01;
    assertThat(point(Http.json(one)).get(0).asDouble()).isCloseTo(expected[0], within(tolerance));
    assertThat(point(Http.json(one)).get(1).asDouble()).isCloseTo(expected[1], within(tolerance));
    HttpResponse<byte[]> all = get("/collections/councils/items?limit=1&crs=" + crs.uri());
    assertThat(all.headers().firstValue("Content-Crs")).contains("<" + crs.uri() + ">");
  }

  @Test
  void degreesAndMetresAreWhereOlneyIs() {
    double[] degrees = expected(OgcCrs.CRS84);
    assertThat(degrees[0]).isBetween(-0.75, -0.65);
    assertThat(degrees[1]).isBetween(52.1, 52.2);
    double[] grid = expected(OgcCrs.NATIONAL_GRID);
    assertThat(grid[0]).isBetween(485_000.0, 495_000.0);
    assertThat(grid[1]).isBetween(248_000.0, 255_000.0);
  }

  /** crs-parameter-default: without, it is the default, and said so. */
  @ParameterizedTest
  @ValueSource(strings = {"/collections/land/items?limit=1", COUNCIL})
  void theDefaultIsSaid(String path) {
    assertThat(get(path).headers().firstValue("Content-Crs"))
        .contains("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
  }

  /** crs-parameter-invalid, bbox-crs-parameter-invalid. */
  @ParameterizedTest
  @ValueSource(strings = {"crs", "bbox-crs", "filter-crs"})
  void anotherSystemIsRefused(String parameter) {
    HttpResponse<byte[]> response =
        get(
            "/collections/land/items?bbox=1,2,3,4&"
                + parameter
                + "=http://www.opengis.net/def/crs/EPSG/0/4277");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Http.json(response).get("detail").asString()).contains(parameter, "CRS84");
  }

  /** bbox-crs-parameter: the same box in each system chooses the same. */
  @Test
  void aBoxIsUnderstoodInEachSystem() {
    String path = "/collections/parishes/items?bbox=";
    var expected = ids(json(path + "-0.80,52.00,-0.70,52.05"));
    assertThat(expected).hasSizeGreaterThan(5);
    assertThat(ids(json(path + "52.00,-0.80,52.05,-0.70&bbox-crs=" + OgcCrs.WGS84.uri())))
        .isEqualTo(expected);
    assertThat(
            ids(
                json(
                    path
                        + "-89055.93,6800125.45,-77923.64,6809166.48&bbox-crs="
                        + OgcCrs.WEB_MERCATOR.uri())))
        .isEqualTo(expected);
    // In the grid, whose lines run otherwise, a box within that one chooses a part.
    assertThat(
            ids(json(path + "483500,235500,489000,239500&bbox-crs=" + OgcCrs.NATIONAL_GRID.uri())))
        .isNotEmpty()
        .isSubsetOf(expected);
  }
}
