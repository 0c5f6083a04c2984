package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which library a client gets a script for. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ExportTest {
  private static final String BODY = "{\"formula\": \"x * x\", \"values\": {\"x\": 3}}";

  @LocalServerPort private int port;
  private Api api;
  private ApiOperation exports;

  @BeforeEach
  void read() {
    api = new Api(port);
    exports = api.operation("exportModel");
  }

  private Api.Answer post(@Nullable String query, @Nullable String accept) {
    var request =
        api.request("/v1/exports" + (query == null ? "" : "?" + query))
            .header("Content-Type", Api.JSON)
            .POST(BodyPublishers.ofString(BODY));
    return api.send(accept == null ? request : request.header("Accept", accept));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|| import numpy",
        "| */* | import numpy",
        "| text/* | import numpy",
        "| text/x-python | import numpy",
        "| text/x-python; framework=pytorch | import torch",
        "| text/x-python; framework=\"jax\" | import jax",
        "| text/csv, text/x-python; framework=jax | import jax",
        "| text/x-python; framework=jax; q=0.5, text/x-python; framework=pytorch | import torch",
        "| text/x-python; framework=cobol, */*; q=0.1 | import numpy",
        "framework=numpy || import numpy",
        "framework=pytorch || import torch",
        "framework=jax | */* | import jax",
        "framework=jax | text/x-python; framework=jax | import jax",
        "framework=jax | text/x-python; framework=pytorch, text/*; q=0.1 | import jax"
      })
  void chosen(@Nullable String query, @Nullable String accept, String imported) {
    Api.Answer answer = post(query, accept);
    exports.assertAnswers(200, answer);
    assertTrue(answer.body().contains("\n" + imported), answer::body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| application/json",
        "| text/x-python; framework=cobol",
        "| text/x-python; q=0",
        "framework=jax | text/x-python; framework=pytorch"
      })
  void notAcceptable(@Nullable String query, String accept) {
    exports.assertAnswers(406, post(query, accept));
  }

  @ParameterizedTest
  @CsvSource({"framework=", "framework=JAX", "framework=cobol", "framework=numpy&framework=jax"})
  void unknown(String query) {
    exports.assertAnswers(400, post(query, null));
  }

  @Test
  void shownUnknown() {
    assertEquals(exports.answers("400").get("framework"), post("framework=pytroch", null).body());
  }

  @Test
  void mediaType() {
    assertEquals("text/x-python", post("framework=jax", null).mediaType());
  }
}
