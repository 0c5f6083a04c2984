package dev.letsbackprop.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a process: how it starts, what it logs, and how it ends. */
class ServiceProcessTest {
  private static final String BODY = "{\"formula\": \"x * x\", \"values\": {\"x\": 3}}";

  @TempDir Path folder;

  /** With a log that is the service's own, and not that of these tests. */
  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add(
        "-Dlogging.config="
            + logging(!environment.containsKey("LOGGING_STRUCTURED_FORMAT_CONSOLE")));
    line.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "dev.letsbackprop.LetsBackprop"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    CompletableFuture.delayedExecutor(4, TimeUnit.MINUTES).execute(process::destroyForcibly);
    return process;
  }

  private Path logging(boolean plain) throws IOException {
    String configuration =
        """
        <configuration>
          <include resource="org/springframework/boot/logging/logback/defaults.xml"/>
          <include resource="org/springframework/boot/logging/logback/%sconsole-appender.xml"/>
          <root level="INFO"><appender-ref ref="CONSOLE"/></root>
        </configuration>
        """
            .formatted(plain ? "" : "structured-");
    return Files.writeString(folder.resolve("logback.xml"), configuration);
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String head(String line, String... headers) {
    return line + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("", headers) + "\r\n";
  }

  /** The status of an answer; 0 where nobody is there. */
  private static int status(int port, String path) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head("GET " + path, "Connection: close\r\n").getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return answer.length() < 12 ? 0 : Integer.parseInt(answer.substring(9, 12));
    } catch (IOException e) {
      return 0;
    }
  }

  private void until(int status, int port, String path) throws Exception {
    for (int wait = 0; wait < 1_800; wait++) {
      if (status(port, path) == status) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(path + " never answers " + status + "\n" + log());
  }

  @Test
  void whatWasBegunIsFinishedAndReadinessGoesFirst() throws Exception {
    int port = free();
    int management = free();
    Process process =
        start(
            Map.of(
                "SERVER_PORT",
                "" + port,
                "MANAGEMENT_SERVER_PORT",
                "" + management,
                "LETSBACKPROP_SHUTDOWN_DELAY",
                "3s",
                "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                "ecs"));
    try {
      until(200, management, "/actuator/health/readiness");
      try (Socket socket = new Socket("localhost", port)) {
        socket.setSoTimeout(60_000);
        String head =
            head(
                "POST /v1/gradients",
                "Content-Type: application/json\r\n",
                "X-Request-Id: begun\r\n",
                "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n",
                "Content-Length: " + BODY.length() + "\r\n");
        socket.getOutputStream().write((head + BODY.substring(0, 10)).getBytes(UTF_8));
        process.destroy();
        until(503, management, "/actuator/health/readiness");
        assertEquals(200, status(management, "/actuator/health/liveness"));
        socket.getOutputStream().write(BODY.substring(10).getBytes(UTF_8));
        String answer = new String(socket.getInputStream().readNBytes(15), UTF_8);
        assertEquals("HTTP/1.1 200 \r\n", answer);
      }
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(143, process.exitValue());
      assertLogged();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Every line is JSON, and that of the request has its names in the Elastic Common Schema. */
  private void assertLogged() throws IOException {
    @Nullable JsonNode begun = null;
    for (String line : log().lines().toList()) {
      JsonNode json = new JsonMapper().readTree(line);
      if (json.at("/http/request/id").asString("").equals("begun")) {
        begun = json;
      }
    }
    JsonNode found = Objects.requireNonNull(begun, log());
    assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", found.at("/trace/id").stringValue());
    assertEquals("00f067aa0ba902b7", found.at("/span/id").stringValue());
    assertEquals("POST", found.at("/http/request/method").stringValue());
    assertEquals("/v1/gradients", found.at("/http/route").stringValue());
    assertEquals(200, found.at("/http/response/status_code").intValue());
    assertTrue(found.at("/event/duration").longValue() > 0, found::toString);
  }

  @Test
  void itDoesNotStartWithWhatIsNoSecret() throws Exception {
    Process process =
        start(Map.of("LETSBACKPROP_TOKENS", "too-short-secre"), "--server.port=" + free());
    assertTrue(process.waitFor(3, TimeUnit.MINUTES));
    assertNotEquals(0, process.exitValue());
    assertTrue(
        log()
            .contains(
                "Token 1 of letsbackprop.tokens has 15 characters; a secret has at least 16."),
        log());
    assertFalse(log().contains("too-short"), log());
    assertFalse(log().contains("\tat "), log());
  }
}
