package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Swagger UI sends where nothing was changed: the first example, each parameter's example. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TryItOutTest {

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void read() {
    api = new Api(port);
  }

  @Test
  void everyOperationWorksAtTheFirstClick() {
    assertTrue(api.operations().size() > 5);
    for (ApiOperation operation : api.operations()) {
      HttpRequest.Builder request =
          api.request(operation.examplePath()).header("Accept", operation.answerType());
      if (operation.json().has("requestBody")) {
        request
            .header("Content-Type", operation.requestType())
            .POST(
                BodyPublishers.ofString(
                    operation.body(operation.requests().values().iterator().next())));
      }
      operation.assertAnswers(200, api.send(request));
    }
  }

  @Test
  void parametersHaveGoodExamples() {
    for (ApiOperation operation : api.operations()) {
      operation
          .json()
          .path("parameters")
          .forEach(
              parameter ->
                  assertTrue(
                      api.resolve(parameter.path("schema"))
                          .path("enum")
                          .valueStream()
                          .anyMatch(parameter.path("example")::equals),
                      parameter::toString));
    }
  }

  @Test
  void swaggerUi() {
    Api.Answer moved = api.get("/swagger-ui.html", "text/html");
    assertEquals(302, moved.status());
    Api.Answer page = api.get("/swagger-ui/index.html", "text/html");
    assertEquals(200, page.status());
    assertTrue(page.body().contains("swagger-ui-bundle.js"), page::body);
    Api.Answer settings = api.get("/v3/api-docs/swagger-config", Api.JSON);
    assertTrue(settings.body().contains("\"url\":\"/v3/api-docs\""), settings::body);
  }
}
