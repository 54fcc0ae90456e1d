package org.greensward.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greensward.ogc.OgcService.get;
import static org.greensward.ogc.OgcService.json;

import com.reprezen.kaizen.oasparser.OpenApi3Parser;
import com.reprezen.kaizen.oasparser.model3.OpenApi3;
import com.reprezen.kaizen.oasparser.model3.Parameter;
import com.reprezen.kaizen.oasparser.model3.Path;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.greensward.DemonstrationApp;
import org.greensward.Http;
import org.greensward.ogc.common.Link;
import org.greensward.ogc.common.OgcCollections;
import org.greensward.ogc.features.ItemsRequest;
import org.greensward.ogc.features.Queryables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The definition is valid, complete and true: what it says can be asked for, and nothing else. */
class OpenApiTest {
  private static OpenApi3 definition;

  /** As the executable tests of the standard read it. */
  @BeforeAll
  static void read() throws Exception {
    HttpResponse<byte[]> response = get("/api", "Accept", Link.OPEN_API);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/vnd.oai.openapi+json");
    definition =
        new OpenApi3Parser()
            .parse(OgcService.text(response), URI.create(OgcService.root() + "/api").toURL(), true);
  }

  /** api-definition-success. */
  @Test
  void isValid() {
    assertThat(definition.getValidationItems()).isEmpty();
    assertThat(definition.isValid()).isTrue();
    assertThat(definition.getServers().get(0).getUrl()).isEqualTo(OgcService.root());
  }

  @Test
  void refersToNothingElsewhere() {
    assertThat(OgcService.text(get("/api")))
        .doesNotContainPattern("\"\\$ref\":\"(?!#/components/)");
  }

  /** Every path of it that has no variables is there. */
  @Test
  void whatItNamesIsThere() {
    for (Map.Entry<String, Path> path : definition.getPaths().entrySet()) {
      if (!path.getKey().contains("{") && path.getValue().getGet() != null) {
        assertThat(get(path.getKey()).statusCode()).as(path.getKey()).isEqualTo(200);
      }
    }
  }

  /** fc-bbox-definition, fc-limit-definition, fc-time-definition, and the names of properties. */
  @ParameterizedTest
  @MethodSource("org.greensward.ogc.OgcService#collections")
  void theParametersOfItemsAreDefined(String collection) {
    Path items = definition.getPath("/collections/" + collection + "/items");
    for (Parameter parameter : items.getGet().getParameters()) {
      assertThat(parameter.getIn()).isEqualTo("query");
      assertThat(parameter.getRequired()).isFalse();
      assertThat(parameter.getStyle()).isEqualTo("form");
      assertThat(parameter.getExplode()).isFalse();
    }
    assertThat(items.getGet().getParameters().stream().map(Parameter::getName))
        .containsExactlyInAnyOrderElementsOf(
            ItemsRequest.known(DemonstrationApp.bean(OgcCollections.class).get(collection)));
    Parameter bbox = parameter(items, "bbox");
    assertThat(bbox.getSchema().getType()).isEqualTo("array");
    assertThat(bbox.getSchema().getMinItems()).isEqualTo(4);
    assertThat(bbox.getSchema().getMaxItems()).isEqualTo(6);
    assertThat(bbox.getSchema().getItemsSchema().getType()).isEqualTo("number");
    Parameter limit = parameter(items, "limit");
    assertThat(limit.getSchema().getType()).isEqualTo("integer");
    assertThat(limit.getSchema().getMinimum()).isEqualTo(1);
    assertThat(limit.getSchema().getMaximum()).isEqualTo(ItemsRequest.MOST);
    assertThat(limit.getSchema().getDefault()).isEqualTo(ItemsRequest.DEFAULT);
    assertThat(parameter(items, "datetime").getSchema().getType()).isEqualTo("string");
  }

  /** oas30/operation-id of tiles: the suffixes of the standard's table. */
  @Test
  void operationsOfTilesAreNamedAsTheStandardHasIt() {
    List<String> ids =
        definition.getPaths().values().stream()
            .filter(path -> path.getGet() != null)
            .map(path -> path.getGet().getOperationId())
            .toList();
    assertThat(ids)
        .doesNotHaveDuplicates()
        .contains(
            "dataset.vector.getTileSetsList",
            "dataset.vector.getTileSet",
            "dataset.vector.getTile",
            "land.collection.vector.getTile");
  }

  /** queryables, queryables-query-parameters: each property of a feature, and its geometry. */
  @ParameterizedTest
  @MethodSource("org.greensward.ogc.OgcService#collections")
  void queryablesAreTheProperties(String collection) {
    HttpResponse<byte[]> response = get("/collections/" + collection + "/queryables");
    assertThat(response.headers().firstValue("Content-Type")).contains(Link.SCHEMA);
    JsonNode schema = Http.json(response);
    assertThat(schema.get("$id").asString())
        .isEqualTo(OgcService.root() + "/collections/" + collection + "/queryables");
    JsonNode feature = json("/collections/" + collection + "/items?limit=1").get("features").get(0);
    List<String> expected = new java.util.ArrayList<>(feature.get("properties").propertyNames());
    expected.add(Queryables.GEOMETRY);
    assertThat(schema.get("properties").propertyNames()).containsExactlyElementsOf(expected);
  }

  private static Parameter parameter(Path path, String name) {
    return path.getGet().getParameters().stream()
        .filter(parameter -> parameter.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
