package dev.letsbackprop.web.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is measured, and that the dashboard asks for nothing else. */
@DirtiesContext
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "management.endpoints.web.exposure.include=health,prometheus",
      "spring.test.metrics.export=true"
    })
class MetricsTest {
  private static final String JSON = "application/json";
  private static final String GRADE =
      """
      {"model": {"formula": "q = x + y; f = q * z", "values": {"x": -2, "y": 5, "z": -4}},
       "claims": {"q": {"gradient": 3}}}\
      """;
  private static final Path DASHBOARD = Path.of("deploy/grafana/letsbackprop.json");

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;
  private Scrape service;

  @BeforeEach
  void requests() throws Exception {
    service = new Scrape(port, managementPort);
    assertEquals(
        200,
        service
            .post("/v1/gradients", JSON, "{\"formula\": \"x * x\", \"values\": {\"x\": 3}}")
            .statusCode());
    assertEquals(400, service.post("/v1/gradients", JSON, "{").statusCode());
    assertEquals(404, service.post("/v1/user-text", JSON, "{}").statusCode());
    String large =
        "{\"input\": 1, \"layers\": [{\"type\": \"affine\", \"weight\":"
            + " {\"random\": \"he\", \"shape\": [8388609, 1], \"seed\": 1}}]}";
    assertEquals(422, service.post("/v1/gradients", JSON, large).statusCode());
    assertEquals(200, service.post("/v1/grades", JSON, GRADE).statusCode());
    String lines =
        "{\"assignment\": "
            + GRADE.replaceAll(",\\s+\"claims\".*", "}")
            + "}\n{\"id\": \"a\", \"claims\": {\"q\": {\"gradient\": 3}}}\n{\"id\": \"b\"}\n";
    assertEquals(200, service.post("/v1/grades/batch", "application/x-ndjson", lines).statusCode());
  }

  @Test
  void requestsByPathAndProblem() throws Exception {
    String count = "http_server_requests_seconds_count";
    String path = "uri=\"/v1/gradients\"";
    assertTrue(service.sum(count, path, "problem=\"none\"", "status=\"200\"") >= 1);
    assertTrue(service.sum(count, path, "problem=\"malformed-json\"", "status=\"400\"") >= 1);
    assertTrue(service.sum(count, path, "problem=\"limit-exceeded\"", "status=\"422\"") >= 1);
    assertTrue(service.sum(count, "problem=\"about:blank\"", "status=\"404\"") >= 1);
    assertFalse(service.text().contains("user-text"));
  }

  @Test
  void refusalsByLimit() throws Exception {
    double before = service.sum("letsbackprop_refused_total", "limit=\"model.elements\"");
    assertTrue(before >= 1, service.text());
    requests();
    assertEquals(before + 1, service.sum("letsbackprop_refused_total", "limit=\"model.elements\""));
  }

  @Test
  void timesOfReadingComputingAndWriting() throws Exception {
    for (String phase : Set.of("read", "compute", "write")) {
      String name = "letsbackprop_request_" + phase + "_seconds_count";
      assertTrue(service.sum(name, "uri=\"/v1/gradients\"") >= 1, phase);
      assertTrue(service.sum(name, "uri=\"/v1/grades\"") >= 1, phase);
    }
  }

  @Test
  void gradesAndMisconceptions() throws Exception {
    String grades = "letsbackprop_grades_total";
    String named = "letsbackprop_misconceptions_total";
    double single = service.sum(grades, "manner=\"single\"");
    double batch = service.sum(grades, "manner=\"batch\"");
    double swapped = service.sum(named, "code=\"multiply.swapped\"");
    assertTrue(swapped >= 2, service.text());
    requests();
    assertEquals(single + 1, service.sum(grades, "manner=\"single\""));
    // The line without claims is no grade.
    assertEquals(batch + 1, service.sum(grades, "manner=\"batch\""));
    assertEquals(swapped + 2, service.sum(named, "code=\"multiply.swapped\""));
  }

  @Test
  void onlyWhatIsNamedIsThere() throws Exception {
    assertEquals(200, service.get("/actuator/health/liveness").statusCode());
    assertEquals(200, service.get("/actuator/health/readiness").statusCode());
    for (String path :
        Set.of(
            "/actuator",
            "/actuator/env",
            "/actuator/metrics",
            "/actuator/heapdump",
            "/v1/operations")) {
      var answer = service.get(path);
      assertEquals(404, answer.statusCode(), path);
      assertEquals(
          "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""), path);
    }
    assertEquals(404, new Scrape(0, port).get("/actuator/prometheus").statusCode());
    assertEquals(404, new Scrape(0, port).get("/actuator/health").statusCode());
    assertEquals(200, new Scrape(0, port).get("/livez").statusCode());
    assertEquals(200, new Scrape(0, port).get("/readyz").statusCode());
  }

  /** Words of PromQL that are followed by a selector or a range are metrics. */
  @Test
  void theDashboardAsksForWhatIsThere() throws Exception {
    JsonNode dashboard = new JsonMapper().readTree(Files.readString(DASHBOARD));
    Set<String> asked = new TreeSet<>();
    Pattern metric = Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?=[\\[{ )]|$)");
    for (JsonNode expression : dashboard.findValues("expr")) {
      Matcher found =
          metric.matcher(
              expression.stringValue().replaceAll("by \\([^)]*\\)|\\{[^}]*}|\\$__\\w+", "{"));
      while (found.find()) {
        if (!found.group(1).equals("histogram_quantile")) {
          asked.add(found.group(1));
        }
      }
    }
    assertTrue(asked.size() > 8, asked::toString);
    Set<String> there = service.names();
    assertEquals(Set.of(), missing(asked, there));
  }

  private static Set<String> missing(Set<String> asked, Set<String> there) {
    Set<String> missing = new TreeSet<>(asked);
    missing.removeAll(there);
    return missing;
  }
}
