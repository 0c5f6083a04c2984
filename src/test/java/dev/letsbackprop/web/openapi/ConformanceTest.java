package dev.letsbackprop.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.letsbackprop.web.openapi.Api.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent to an operation of the document, the answer is one that the document tells. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ConformanceTest {
  private static final List<String> NO_BODIES =
      List.of(
          "",
          " ",
          "null",
          "[]",
          "{}",
          "0",
          "\"x\"",
          "{\"nodes\"",
          "{\"unknown\": 1}",
          "{\"nodes\": {}, \"formula\": \"x\", \"layers\": []}",
          "\n\n{}\n[]\n");

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "text/html",
          "application/xml",
          "application/yaml",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "image/*",
          "*/*",
          "no type",
          "");

  private static final List<String> SEGMENTS =
      List.of(
          "nothing",
          "%20",
          "%00",
          "%0a",
          "%1b",
          "%7f",
          "%c3%a9",
          "%ff",
          "..",
          "%2e%2e",
          "%2f",
          "a%2fb",
          "%5c",
          "%25",
          "a;b=c",
          "a".repeat(4_000));

  /** What all headers of a request may have in bytes, and its first line with them. */
  private static final int LONG = 8_192;

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void read() {
    api = new Api(port);
  }

  private interface Trial {
    void of(ApiOperation operation);
  }

  private Stream<DynamicTest> each(boolean withBody, Trial trial) {
    List<ApiOperation> operations =
        api.operations().stream()
            .filter(each -> each.json().has("requestBody") == withBody)
            .toList();
    assertFalse(operations.isEmpty());
    return operations.stream()
        .map(each -> DynamicTest.dynamicTest(each.id(), () -> trial.of(each)));
  }

  private static void assertTold(ApiOperation operation, Answer answer, String sent) {
    String status = Integer.toString(answer.status());
    assertTrue(
        operation.json().path("responses").has(status), () -> status + " is not told, for " + sent);
    assertTrue(answer.status() < 500, () -> sent + ": " + answer.body());
    if (answer.status() >= 400) {
      assertEquals(Api.PROBLEM, answer.mediaType(), sent);
    }
    operation.assertAnswers(answer.status(), answer);
  }

  private Answer post(ApiOperation operation, String type, String body) {
    return api.post(operation.path(), type, body);
  }

  @TestFactory
  Stream<DynamicTest> bodiesThatAreNone() {
    return each(
        true,
        operation ->
            NO_BODIES.forEach(
                body -> {
                  Answer answer = post(operation, operation.requestType(), body);
                  assertTrue(answer.status() >= 400, () -> body + ": " + answer.body());
                  assertTold(operation, answer, body);
                }));
  }

  @TestFactory
  Stream<DynamicTest> examplesBrokenInEveryPlace() {
    return each(
        true,
        operation ->
            operation
                .requests()
                .forEach(
                    (name, example) -> {
                      String body = operation.body(example);
                      for (int end = 0; end < body.length(); end += 1 + body.length() / 20) {
                        String cut = body.substring(0, end);
                        assertTold(operation, post(operation, operation.requestType(), cut), cut);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyValueOfAnotherType() {
    return each(
        true,
        operation ->
            operation
                .requests()
                .forEach(
                    (name, example) ->
                        Mutations.of(operation.body(example))
                            .forEach(
                                body ->
                                    assertTold(
                                        operation,
                                        post(operation, operation.requestType(), body),
                                        body))));
  }

  @TestFactory
  Stream<DynamicTest> mediaTypesThatAreNot() {
    return each(
        true,
        operation -> {
          String body = operation.body(operation.requests().values().iterator().next());
          for (String type : TYPES) {
            assertTold(operation, post(operation, type, body), "Content-Type: " + type);
          }
          assertTold(
              operation,
              api.send(api.request(operation.path()).POST(BodyPublishers.ofString(body))),
              "no Content-Type");
          for (String encoding : List.of("gzip", "br", "identity, gzip", "deflate", "x", "")) {
            assertTold(
                operation,
                api.send(
                    api.request(operation.path())
                        .header("Content-Type", operation.requestType())
                        .header("Content-Encoding", encoding)
                        .POST(BodyPublishers.ofString(body))),
                "Content-Encoding: " + encoding);
          }
          for (String accept :
              List.of("image/png", "text/csv", "nonsense", "application/json;q=2")) {
            assertTold(
                operation,
                api.send(
                    api.request(operation.path())
                        .header("Content-Type", operation.requestType())
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofString(body))),
                "Accept: " + accept);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> acceptThatAllowsNothing() {
    return each(
        false,
        operation -> {
          for (String accept :
              List.of("image/png", "text/csv", "nonsense", "application/json;q=2")) {
            assertTold(operation, api.get(operation.examplePath(), accept), "Accept: " + accept);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> methodsThatAreNot() {
    return Stream.of("DELETE", "PUT", "PATCH")
        .flatMap(
            method ->
                api.operations().stream()
                    .map(
                        operation ->
                            DynamicTest.dynamicTest(
                                method + " " + operation.id(),
                                () -> assertRefused(method, operation))));
  }

  private void assertRefused(String method, ApiOperation operation) {
    Answer answer =
        api.send(
            api.request(operation.examplePath()).method(method, BodyPublishers.ofString("{}")));
    assertEquals(405, answer.status());
    assertEquals(Api.PROBLEM, answer.mediaType());
    assertTrue(answer.body().contains(operation.method().toUpperCase(Locale.ROOT)), answer::body);
  }

  @TestFactory
  Stream<DynamicTest> parametersThatAreNot() {
    return Stream.concat(each(false, this::assertParameters), each(true, this::assertParameters));
  }

  private void assertParameters(ApiOperation operation) {
    String type = operation.json().has("requestBody") ? operation.requestType() : "";
    String body =
        type.isEmpty() ? "" : operation.body(operation.requests().values().iterator().next());
    for (String segment : SEGMENTS) {
      String query =
          operation.path().replaceAll("\\{[a-z]+}", "relu")
              + "?format="
              + segment
              + "&library="
              + segment
              + "&theme="
              + segment
              + "&"
              + segment;
      Answer queried = send(query, type, body);
      if (query.length() > LONG && queried.status() == 400) {
        // Tomcat refuses it before any operation is found.
        assertEquals(Api.PROBLEM, queried.mediaType(), query);
      } else {
        assertTold(operation, queried, query);
      }
      if (!operation.path().contains("{")) {
        continue;
      }
      String path = operation.path().replaceAll("\\{[a-z]+}", segment);
      Answer answer = send(path, type, body);
      // Tomcat knows dots and encoded slashes before any operation does.
      assertTrue(List.of(200, 400, 404).contains(answer.status()), () -> path + answer);
      if (answer.status() != 200) {
        assertEquals(Api.PROBLEM, answer.mediaType(), path);
      }
    }
  }

  private Answer send(String path, String type, String body) {
    return type.isEmpty() ? api.get(path, "*/*") : api.post(path, type, body);
  }
}
