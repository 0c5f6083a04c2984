package dev.letsbackprop.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.command.Run;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A grade over HTTP in the form of a platform, with the bytes of the command line. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GradeFormatTest {
  private static final String BODY =
      """
      {"model": {"formula": "q = x + y; f = q * z", "values": {"x": -2, "y": 5, "z": -4}},
       "claims": {"q": {"value": 3, "gradient": 3}, "x": {"gradient": 3}, "<b>": {"gradient": null}}}\
      """;

  @LocalServerPort private int port;

  private HttpResponse<String> post(String query, String accept)
      throws IOException, InterruptedException {
    URI path = URI.create("http://localhost:" + port + "/v1/grades" + query);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(path)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(BODY))
                .build(),
            BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "gradescope, */*, application/json",
    "prairielearn, application/json, application/json",
    "coderunner, 'text/html, application/*;q=0.5', application/json",
    "artemis, */*, application/xml",
    "artemis, application/xml, application/xml"
  })
  void inTheFormOfAPlatform(String format, String accept, String type) throws Exception {
    HttpResponse<String> response = post("?format=" + format, accept);
    assertEquals(200, response.statusCode(), response::body);
    assertEquals(type, response.headers().firstValue("Content-Type").orElse(""));
    assertEquals(Run.of(BODY, "grade", "--format", format).out().strip(), response.body().strip());
  }

  @Test
  void inOurs() throws Exception {
    HttpResponse<String> response = post("", "application/json");
    assertEquals("application/json", response.headers().firstValue("Content-Type").orElse(""));
    assertEquals(Run.of(BODY, "grade").out(), response.body() + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "?format=artemis, application/json, 406",
    "?format=gradescope, application/xml, 406",
    "'', application/xml, 406",
    "?format=gradscope, */*, 400",
    "?format=, */*, 400"
  })
  void notInThisForm(String query, String accept, int status) throws Exception {
    HttpResponse<String> response = post(query, accept);
    assertEquals(status, response.statusCode(), response::body);
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    if (query.contains("gradscope")) {
      assertTrue(
          response
              .body()
              .contains(
                  "The parameter 'format' is one of gradescope, prairielearn, artemis, coderunner,"
                      + " not 'gradscope'. Did you mean 'gradescope'?"),
          response::body);
    }
  }
}
