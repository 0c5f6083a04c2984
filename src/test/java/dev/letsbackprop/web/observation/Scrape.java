package dev.letsbackprop.web.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;

/** Requests to a service, and what it tells Prometheus then. */
record Scrape(int port, int managementPort) {

  HttpResponse<String> post(String path, String type, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path)).build(),
            BodyHandlers.ofString());
  }

  String text() throws Exception {
    HttpResponse<String> answer = get("/actuator/prometheus");
    assertEquals(200, answer.statusCode());
    return answer.body();
  }

  /** The names of all series. */
  Set<String> names() throws Exception {
    Set<String> names = new TreeSet<>();
    text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(line.replaceAll("[{ ].*", "")));
    return names;
  }

  /** The sum of all series that begin so. */
  double sum(String name, String... labels) throws Exception {
    return text()
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .filter(line -> Set.of(labels).stream().allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
