package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.layer.LayerCatalogue;
import dev.letsbackprop.layer.LayerEntry;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the document says of layers is so. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LayerDocumentTest {

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void read() {
    api = new Api(port);
  }

  static List<String> types() {
    return LayerCatalogue.entries().stream().map(LayerEntry::type).toList();
  }

  @ParameterizedTest
  @MethodSource("types")
  void layer(String type) {
    api.operation("getLayer").assertAnswers(200, api.get("/v1/layers/" + type, Api.JSON));
    ApiOperation gradients = api.operation("computeGradients");
    String example = Objects.requireNonNull(LayerCatalogue.find(type)).example();
    api.assertValid(gradients.requestSchema(), example);
    gradients.assertAnswers(200, api.post(gradients.path(), Api.JSON, example));
  }

  @Test
  void list() {
    api.operation("listLayers").assertAnswers(200, api.get("/v1/layers", Api.JSON));
    api.operation("getLayer").assertAnswers(404, api.get("/v1/layers/afine", Api.JSON));
  }

  @Test
  void vocabulary() {
    JsonNode layer = api.document().at("/components/schemas/Layer/properties");
    assertEquals(
        LayerCatalogue.types(),
        api.resolve(layer.path("type"))
            .path("enum")
            .valueStream()
            .map(JsonNode::stringValue)
            .toList());
    for (LayerEntry entry : LayerCatalogue.entries()) {
      entry
          .parts()
          .forEach(part -> assertSaid(layer.path(part.name()), entry.type(), part.summary()));
      entry
          .attributes()
          .forEach(spec -> assertSaid(layer.path(spec.name()), entry.type(), spec.summary()));
    }
  }

  private static void assertSaid(JsonNode property, String type, String summary) {
    String description = property.path("description").stringValue();
    assertTrue(description.contains("`" + type + "`"), description);
    assertTrue(description.contains(summary), description);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"type\": \"afine\"}",
        "{\"type\": \"sigmoid\", \"name\": \" \"}",
        "{\"type\": \"sigmoid\", \"colour\": 1}",
        "{\"type\": \"affine\", \"weight\": {\"random\": \"norm\", \"shape\": [2, 3], \"seed\":"
            + " 1}}",
        "{\"type\": \"affine\", \"weight\": {\"random\": \"zeros\"}}",
        "{\"type\": \"affine\", \"weight\": {\"random\": \"zeros\", \"shape\": [2, 3], \"seed\":"
            + " 0.5}}",
        "{\"type\": \"affine\", \"weight\": {\"random\": \"zeros\", \"shape\": [2, 3], \"data\":"
            + " [1]}}",
        "{\"type\": \"softmax_with_loss\", \"target\": {\"random\": \"zeros\", \"shape\": [1]}}"
      })
  void whatTheSchemaRefusesIsRefused(String layer) {
    assertFalse(api.faults("/components/schemas/Layer", layer).isEmpty(), layer);
    api.operation("computeGradients")
        .assertAnswers(
            422,
            api.post(
                Api.GRADIENTS, Api.JSON, "{\"input\": [[1, 2]], \"layers\": [" + layer + "]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"input\": [[1, 2]]}",
        "{\"layers\": [{\"type\": \"sum\"}]}",
        "{\"input\": [[1, 2]], \"layers\": []}",
        "{\"input\": [[1, 2]], \"layers\": {\"type\": \"sum\"}}",
        "{\"input\": [[1, 2]], \"layers\": [{\"type\": \"sum\"}], \"formula\": \"x\"}",
      })
  void stacks(String request) {
    assertFalse(api.faults("/components/schemas/GradientRequest", request).isEmpty(), request);
    api.operation("computeGradients")
        .assertAnswers(422, api.post(Api.GRADIENTS, Api.JSON, request));
  }
}
