package dev.letsbackprop.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * Builds the image from the Dockerfile and runs it; skipped, with a word, where no Docker engine
 * answers.
 */
@EnabledIf("aDockerEngineAnswers")
@Testcontainers
class ContainerIT {

  private static final int PORT = 8080;
  private static final int MANAGEMENT_PORT = 9090;

  // Kept after the test, so that the next build finds its layers.
  @Container
  private static final GenericContainer<?> SERVICE =
      new GenericContainer<>(
              new ImageFromDockerfile("letsbackprop:test", false)
                  .withDockerfile(Path.of("Dockerfile").toAbsolutePath()))
          .withExposedPorts(PORT, MANAGEMENT_PORT)
          .waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(1)));

  static boolean aDockerEngineAnswers() {
    boolean answers = DockerClientFactory.instance().isDockerAvailable();
    if (!answers) {
      System.out.println(
          "SKIPPED: ContainerIT, which builds and runs the image, since no Docker engine answers.");
    }
    return answers;
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    var address = "http://%s:%d%s".formatted(SERVICE.getHost(), SERVICE.getMappedPort(port), path);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void isHealthy() throws Exception {
    var health = get(MANAGEMENT_PORT, "/actuator/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("\"status\":\"UP\"");
    assertThat(get(PORT, "/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void isMeasuredAtAPortOfItsOwn() throws Exception {
    assertThat(get(MANAGEMENT_PORT, "/actuator/prometheus").body())
        .contains("http_server_requests_seconds");
    assertThat(get(PORT, "/actuator/prometheus").statusCode()).isEqualTo(404);
    assertThat(get(MANAGEMENT_PORT, "/actuator/env").statusCode()).isEqualTo(404);
  }

  @Test
  void logsLinesOfJson() {
    assertThat(SERVICE.getLogs().lines()).allMatch(line -> line.startsWith("{\"@timestamp\":"));
  }

  @Test
  void runsAsAnUnprivilegedUser() throws Exception {
    assertThat(SERVICE.execInContainer("id", "-u").getStdout().strip()).isEqualTo("10001");
  }

  @Test
  void doesAJobWithoutTheService() throws Exception {
    var run =
        SERVICE.execInContainer(
            "bash",
            "-c",
            "echo '{\"formula\": \"f = x * x\", \"values\": {\"x\": 3}, \"wrt\": [\"x\"]}' |"
                + " java -jar letsbackprop.jar gradients");
    assertThat(run.getStdout())
        .isEqualTo(
            "{\"output\":\"f\",\"nodes\":{\"x\":{\"shape\":[],\"value\":3,\"gradient\":6},\"f\":{\"op\":\"multiply\",\"inputs\":[\"x\",\"x\"],\"shape\":[],\"value\":9,\"gradient\":1}}}\n");
  }

  @Test
  void knowsWhetherItIsWell() throws Exception {
    var run = SERVICE.execInContainer("java", "-jar", "letsbackprop.jar", "health");
    assertThat(run.getExitCode()).isEqualTo(0);
    assertThat(run.getStdout()).isEqualTo("UP\n");
  }
}
