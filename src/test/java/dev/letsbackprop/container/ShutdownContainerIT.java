package dev.letsbackprop.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
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

  private static final String HEAD =
      String.join(
          "\r\n",
          "POST /v1/grades/batch HTTP/1.1",
          "Host: localhost",
          "Content-Type: application/x-ndjson",
          "Transfer-Encoding: chunked",
          "",
          "");

  /** The class is handed in while the container is told to stop; the last line comes afterwards. */
  @Test
  void aRequestInFlightIsAnswered() throws Exception {
    try (GenericContainer<?> service = Engine.service()) {
      service.start();
      CompletableFuture<Void> stopped;
      try (Socket socket = new Socket(service.getHost(), service.getMappedPort(Engine.PORT))) {
        OutputStream body = socket.getOutputStream();
        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        body.write(HEAD.getBytes(StandardCharsets.US_ASCII));
        line(
            body,
            "{'assignment': {'model': {'formula': 'f = x * x', 'values': {'x': 3}},"
                + " 'required': ['x']}}");
        line(body, "{'id': 'early', 'claims': {'x': {'gradient': 6}}}");
        await(answer, "\"early\"");
        stopped =
            CompletableFuture.runAsync(
                () ->
                    service
                        .getDockerClient()
                        .stopContainerCmd(service.getContainerId())
                        .withTimeout(60)
                        .exec());
        TimeUnit.SECONDS.sleep(2);
        line(body, "{'id': 'late', 'claims': {'x': {'gradient': 6}}}");
        body.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        await(answer, "\"late\"");
        await(answer, "\"summary\"");
      }
      stopped.get(2, TimeUnit.MINUTES);
      assertThat(service.getCurrentContainerInfo().getState().getExitCodeLong())
          .isEqualTo(TERMINATED);
    }
  }

  /** Reads on to a line with that word; there is one before the end. */
  private static void await(BufferedReader answer, String word) throws IOException {
    String line = answer.readLine();
    while (line != null && !line.contains(word)) {
      line = answer.readLine();
    }
    assertThat(line).as(word).isNotNull();
  }

  private static void line(OutputStream body, String line) throws IOException {
    String chunk = line.replace('\'', '"') + "\n";
    String size = Integer.toHexString(chunk.length());
    body.write((size + "\r\n" + chunk + "\r\n").getBytes(StandardCharsets.US_ASCII));
    body.flush();
  }
}
