package dev.letsbackprop.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a service is well, however little it says. */
class HealthTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/up", 200);
    answer("/down", 503);
    answer("/moved", 302);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, int status) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  private Run ask(String path) {
    return Run.of("", "health", "--url", url(path));
  }

  private String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  @Test
  void whereToAskTheEnvironmentSays() {
    assertEquals("8080", HealthCommand.port(Map.of()));
    assertEquals("9000", HealthCommand.port(Map.of("SERVER_PORT", "9000")));
    Map<String, String> both = Map.of("SERVER_PORT", "9000", "MANAGEMENT_SERVER_PORT", "9090");
    assertEquals("9090", HealthCommand.port(both));
  }

  @Test
  void well() {
    assertEquals(new Run(0, "UP\n", ""), ask("/up"));
  }

  @Test
  void notWell() {
    assertEquals(new Run(1, "", url("/down") + ": answered 503.\n"), ask("/down"));
    assertEquals(new Run(1, "", url("/moved") + ": answered 302.\n"), ask("/moved"));
  }

  @Test
  void nobodyThere() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Run run = Run.of("", "health", "--url", "http://localhost:" + free);
    assertEquals(1, run.status());
    assertEquals("http://localhost:" + free + ": no answer: Connection refused.\n", run.err());
  }

  /** A byte now and then is no answer, though each of them comes in time. */
  @Test
  void theWholeAnswerHasTheTime() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try (var client = socket.accept()) {
                  for (byte each : "HTTP/1.1 200 OK and so on and on and on".getBytes(UTF_8)) {
                    client.getOutputStream().write(each);
                    Thread.sleep(200);
                  }
                } catch (IOException | InterruptedException e) {
                  // It has gone, as it should.
                }
              });
      Instant start = Instant.now();
      String url = "http://localhost:" + socket.getLocalPort();
      Run run = Run.of("", "health", "--timeout", "1", "--url", url);
      assertEquals(new Run(1, "", url + ": no answer within 1 second.\n"), run);
      assertTrue(Duration.between(start, Instant.now()).toMillis() < 5_000);
    }
  }
}
