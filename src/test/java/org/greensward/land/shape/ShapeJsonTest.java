package org.greensward.land.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeJsonTest {
  private static final String SQUARE =
      "[[486000,252000],[486010,252000],[486010,252010],[486000,252010],[486000,252000]]";

  /** Numbers that a double can hold, whole ones, and one with a rest in its last bit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Point\",\"coordinates\":[486203.1000000001,252310]}",
        "{\"type\":\"LineString\",\"coordinates\":[[486203.3333333333,252310.123],[486204,252311]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[" + SQUARE + "]}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[["
            + SQUARE
            + "],[[[486100,252000],[486110,252000],[486110,252010],[486100,252000]]]]}"
      })
  void bringsBackWhatItRead(String json) {
    String crs =
        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::27700\"}},";
    String whole = json.replace("\"coordinates\"", crs + "\"coordinates\"");
    assertThat(ShapeJson.write(ShapeJson.read(whole))).isEqualTo(whole);
    assertThat(ShapeJson.write(ShapeJson.read(json))).isEqualTo(whole);
  }

  @Test
  void ringsAreClosedTurnedAndFreedOfRepeatedPoints() {
    String clockwiseAndOpen =
        "{\"type\":\"Polygon\",\"coordinates\":[[[486000,252000],[486000,252000],[486000,252010],"
            + "[486010,252010],[486010,252000]]]}";
    assertThat(ShapeJson.read(clockwiseAndOpen).toText())
        .isEqualTo(
            "POLYGON ((486000 252000, 486010 252000, 486010 252010, 486000 252010, 486000"
                + " 252000))");
  }

  @Test
  void oneOfSeveralIsThatOne() {
    assertThat(
            ShapeJson.read("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + SQUARE + "]]}")
                .getGeometryType())
        .isEqualTo("Polygon");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; shape.fault.unreadable",
        "nonsense; shape.fault.unreadable",
        "[]; shape.fault.unreadable",
        "{'type':'GeometryCollection','geometries':[]}; shape.fault.unreadable",
        "{'type':'Polygon','coordinates':5}; shape.fault.unreadable",
        "{'type':'Point','coordinates':['1','2']}; shape.fault.unreadable",
        "{'type':'Point','coordinates':[486000,1e999]}; shape.fault.outside-england 486000 ?",
        "{'type':'Polygon','coordinates':[]}; shape.fault.empty",
        "{'type':'MultiPolygon','coordinates':[]}; shape.fault.empty",
        "{'type':'Polygon','coordinates':[[[486000,252000],[486010,252000]]]};"
            + " shape.fault.few-points",
        "{'type':'LineString','coordinates':[[486000,252000],[486000,252000]]};"
            + " shape.fault.short-line",
        "{'type':'Point','coordinates':[-0.7,52.1]}; shape.fault.outside-england -1 52",
        "{'type':'Point','crs':{'type':'name','properties':{'name':'EPSG:4326'}},'coordinates':[486000,252000]};"
            + " shape.fault.crs",
        "{'type':'LineString','coordinates':[[486000,252000],[486000,292000]]}; shape.fault.large"
            + " 40 20"
      })
  void refusesWhatIsNoShape(String json, String fault) {
    assertThatThrownBy(() -> ShapeJson.read(json.replace('\'', '"')))
        .isInstanceOfSatisfying(
            InvalidShapeException.class, it -> assertThat(WktGeometries.told(it)).isEqualTo(fault));
  }

  @Test
  void refusesTooManyPoints() {
    String points =
        IntStream.rangeClosed(0, ShapeLimits.POINTS)
            .mapToObj(i -> "[%d,%d]".formatted(486000 + i % 100, 252000 + i / 100))
            .collect(Collectors.joining(","));
    assertThatThrownBy(
            () -> ShapeJson.read("{\"type\":\"LineString\",\"coordinates\":[" + points + "]}"))
        .isInstanceOfSatisfying(
            InvalidShapeException.class,
            it ->
                assertThat(WktGeometries.told(it))
                    .isEqualTo("shape.fault.many-points 10,001 10,000"));
  }
}
