package dev.letsbackprop.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.containers.GenericContainer;

/** What {@code docker stop} interrupts: nothing. */
@EnabledIf("dev.letsbackprop.container.Engine#answers")
class ShutdownContainerIT {
  private static final int TERMINATED = 128 + 15;

  /** The class is handed in while the container is told to stop; the last line comes afterwards. */
  @Test
  void aRequestInFlightIsAnswered() throws Exception {
    try (GenericContainer<?> service = Engine.service();
        HttpClient client = HttpClient.newHttpClient()) {
      service.start();
      URI address =
          URI.create(
              "http://%s:%d/v1/grades/batch"
                  .formatted(service.getHost(), service.getMappedPort(Engine.PORT)));
      PipedInputStream body = new PipedInputStream(1 << 16);
      CompletableFuture<HttpResponse<String>> answer;
      CompletableFuture<Void> stopped;
      try (OutputStream sent = new PipedOutputStream(body)) {
        answer =
            client.sendAsync(
                HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofInputStream(() -> body))
                    .build(),
                BodyHandlers.ofString());
        line(
            sent,
            "{'assignment': {'model': {'formula': 'f = x * x', 'values': {'x': 3}},"
                + " 'required': ['x']}}");
        line(sent, "{'id': 'early', 'claims': {'x': {'gradient': 6}}}");
        TimeUnit.SECONDS.sleep(1);
        stopped =
            CompletableFuture.runAsync(
                () ->
                    service
                        .getDockerClient()
                        .stopContainerCmd(service.getContainerId())
                        .withTimeout(60)
                        .exec());
        TimeUnit.SECONDS.sleep(2);
        line(sent, "{'id': 'late', 'claims': {'x': {'gradient': 6}}}");
      }
      assertThat(answer.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
      assertThat(answer.get().body()).contains("\"early\"", "\"late\"").contains("summary");
      stopped.get(2, TimeUnit.MINUTES);
      assertThat(service.getCurrentContainerInfo().getState().getExitCodeLong())
          .isEqualTo(TERMINATED);
    }
  }

  private static void line(OutputStream body, String line) throws IOException {
    body.write((line.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8));
    body.flush();
  }
}
