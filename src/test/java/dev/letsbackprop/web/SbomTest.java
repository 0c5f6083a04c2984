package dev.letsbackprop.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The actuator tells what the program is made of. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SbomTest {
  @LocalManagementPort private int port;

  @Test
  void listsComponents() throws Exception {
    URI address = URI.create("http://localhost:" + port + "/actuator/sbom/application");
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer::body);
      JsonNode list = new JsonMapper().readTree(answer.body());
      assertEquals("CycloneDX", list.path("bomFormat").stringValue());
      assertTrue(
          list.path("components").findValuesAsString("purl").stream()
              .anyMatch(each -> each.startsWith("pkg:maven/tools.jackson.core/jackson-core@")));
    }
  }
}
