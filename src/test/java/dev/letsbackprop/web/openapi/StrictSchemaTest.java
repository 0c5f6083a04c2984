package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The schemas refuse what the service would refuse or never answer, as far as a schema can. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StrictSchemaTest {
  private static final String LEAVES = "\"x\": {\"value\": 1}, \"y\": {\"value\": 2}";

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void read() {
    api = new Api(port);
  }

  private void assertInvalid(String schema, String json) {
    assertFalse(api.faults("/components/schemas/" + schema, json).isEmpty(), json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"nodes\": {}}",
        "{\"nodes\": []}",
        "{\"nodes\": {\" \": {\"value\": 1}}}",
        "{\"nodes\": {\"x\": {\"value\": 1}}, \"colour\": \"red\"}",
        "{\"nodes\": {\"x\": {\"value\": 1}}, \"output\": 1}",
        "{\"nodes\": {\"x\": {\"value\": 1}}, \"values\": {\"x\": 1}}",
        "{\"nodes\": {\"x\": {\"value\": 1}}, \"formula\": \"x\"}",
        "{\"values\": {\"x\": 1}}",
        "{\"formula\": \"\"}",
        "{\"formula\": [\"x\"], \"values\": {\"x\": 1}}",
        "{\"formula\": \"x\", \"values\": [1]}",
        "{\"formula\": \"x\", \"values\": {\"x\": null}}",
        "{\"formula\": \"x\", \"values\": {\"x\": {\"value\": 1}}}",
        "{\"formula\": \"x\", \"values\": {\"x\": 1, \"1x\": 1}}",
        "{\"formula\": \"x\", \"values\": {\"x\": 1, \"a b\": 1}}",
        "{\"nodes\": {\"x\": {\"value\": 1}}, \"upstream\": null}",
        "{\"nodes\": {\"x\": {\"value\": 1}}, \"wrt\": \"x\"}",
        "{\"nodes\": {\"x\": {\"value\": 1}}, \"wrt\": [\"x\", \"x\"]}",
        "{\"nodes\": {\"x\": {\"value\": 1}}, \"include\": [\"weather\"]}",
        "{\"nodes\": {\"x\": {\"value\": 1}}, \"encoding\": \"hex\"}"
      })
  void requests(String request) {
    assertInvalid("GradientRequest", request);
    assertRefused(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "1",
        "{\"constant\": true}",
        "{\"op\": \"add\"}",
        "{\"inputs\": [\"x\", \"y\"]}",
        "{\"value\": 1, \"op\": \"add\", \"inputs\": [\"x\", \"y\"]}",
        "{\"value\": 1, \"attributes\": {}}",
        "{\"value\": 1, \"colour\": \"red\"}",
        "{\"op\": \"add\", \"inputs\": [\"x\", \"y\"], \"constant\": false}",
        "{\"op\": \"ad\", \"inputs\": [\"x\", \"y\"]}",
        "{\"op\": \"add\", \"inputs\": [\"x\", null]}",
        "{\"op\": \"add\", \"inputs\": [\"x\", [1]]}",
        "{\"op\": \"sum\", \"inputs\": [\"x\"], \"attributes\": {\"colour\": 1}}",
        "{\"op\": \"sum\", \"inputs\": [\"x\"], \"attributes\": {\"axis\": \"0\"}}",
        "{\"op\": \"sum\", \"inputs\": [\"x\"], \"attributes\": {\"axis\": 0.5}}",
        "{\"op\": \"sum\", \"inputs\": [\"x\"], \"attributes\": {\"keepdims\": 1}}"
      })
  void nodes(String node) {
    assertInvalid("Node", node);
    assertRefused("{\"nodes\": {" + LEAVES + ", \"z\": " + node + "}, \"output\": \"z\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "\"1\"",
        "\"nan\"",
        "[null]",
        "[1, \"2\"]",
        "[{\"shape\": [], \"data\": [1]}]",
        "{}",
        "{\"shape\": [1]}",
        "{\"data\": [1]}",
        "{\"shape\": [1], \"data\": [1], \"base64\": \"AAAAAAAA8D8=\"}",
        "{\"shape\": [-1], \"data\": [1]}",
        "{\"shape\": [0.5], \"data\": [1]}",
        "{\"shape\": [1], \"data\": [[1]]}",
        "{\"shape\": [1], \"data\": 1}",
        "{\"shape\": [1], \"data\": [1], \"order\": \"F\"}"
      })
  void tensors(String tensor) {
    assertInvalid("Tensor", tensor);
    assertRefused("{\"nodes\": {\"x\": {\"value\": " + tensor + "}}, \"upstream\": [1]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"shape\": [], \"op\": \"add\"}",
        "{\"shape\": [], \"op\": \"mul\", \"inputs\": [\"x\", \"y\"]}",
        "{\"shape\": [], \"constant\": false}",
        "{\"shape\": [], \"constant\": true, \"gradient\": 1}",
        "{\"shape\": [], \"value\": null}",
        "{\"shape\": [], \"flows\": [1]}",
        "{\"shape\": [], \"meaning\": 1}",
        "{\"shape\": [], \"derivations\": [\"x\"]}",
        "{\"shape\": [], \"reason\": \"So it is.\"}",
        "{\"shape\": [], \"colour\": \"red\"}"
      })
  void answers(String node) {
    assertInvalid("NodeReport", node);
  }

  private void assertRefused(String request) {
    api.operation("computeGradients")
        .assertAnswers(422, api.post(Api.GRADIENTS, Api.JSON, request));
  }
}
