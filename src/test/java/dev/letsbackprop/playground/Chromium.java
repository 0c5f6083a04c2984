package dev.letsbackprop.playground;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Chromium without a window, talked to over its DevTools protocol. */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final long PATIENCE = 60;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<BiConsumer<String, JsonNode>> listeners = new CopyOnWriteArrayList<>();

  private Chromium(Process process, URI address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new Listener())
            .orTimeout(PATIENCE, TimeUnit.SECONDS)
            .join();
  }

  /** The browser of this machine; null where there is none, which continuous integration has. */
  static @Nullable Path find() {
    String path = System.getenv().getOrDefault("PATH", "");
    Path found =
        Stream.of(path.split(":"))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assertTrue(
        found != null || System.getenv("CI") == null, "chromium is missing, which shows the page");
    return found;
  }

  /**
   * Starts it.
   *
   * @param profile a folder that is empty
   */
  static Chromium start(Path executable, Path profile) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    // It is not root's to be in a sandbox; what it shows is ours.
    command.addAll(List.of("--headless=new", "--no-sandbox", "--disable-gpu"));
    command.addAll(List.of("--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars"));
    command.addAll(List.of("--disable-background-networking", "--disable-component-update"));
    command.addAll(List.of("--remote-debugging-port=0", "--user-data-dir=" + profile));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("log").toFile())
            .start();
    Path told = profile.resolve("DevToolsActivePort");
    for (int tries = 0; tries < 10 * PATIENCE && !isWhole(told); tries++) {
      Thread.sleep(100);
    }
    if (!isWhole(told)) {
      process.destroyForcibly();
      throw new IOException(Files.readString(profile.resolve("log")));
    }
    List<String> lines = Files.readAllLines(told);
    return new Chromium(
        process, URI.create("ws://127.0.0.1:" + lines.get(0).trim() + lines.get(1).trim()));
  }

  private static boolean isWhole(Path file) throws IOException {
    return Files.exists(file) && Files.readAllLines(file).size() == 2;
  }

  /** Opens a tab that knows nothing of others. */
  Tab open() {
    String context =
        call("", "Target.createBrowserContext", object()).path("browserContextId").stringValue();
    ObjectNode blank = object().put("url", "about:blank").put("browserContextId", context);
    String target = call("", "Target.createTarget", blank).path("targetId").stringValue();
    ObjectNode flat = object().put("targetId", target).put("flatten", true);
    String session = call("", "Target.attachToTarget", flat).path("sessionId").stringValue();
    return new Tab(this, session);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  void listen(BiConsumer<String, JsonNode> listener) {
    listeners.add(listener);
  }

  /** Has something done, and gives what came of it. */
  JsonNode call(String session, String method, ObjectNode parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    ObjectNode message = object().put("id", id).put("method", method);
    message.set("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    synchronized (socket) {
      socket.sendText(message.toString(), true).join();
    }
    try {
      JsonNode told = answer.get(PATIENCE, TimeUnit.SECONDS);
      if (told.has("error")) {
        throw new AssertionError(method + ": " + told.path("error"));
      }
      return told.path("result");
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(method, e);
    }
  }

  private void heard(String text) {
    JsonNode message = MAPPER.readTree(text);
    CompletableFuture<JsonNode> answer =
        message.has("id") ? waiting.remove(message.path("id").intValue()) : null;
    if (answer != null) {
      answer.complete(message);
    } else {
      listeners.forEach(
          listener -> listener.accept(message.path("sessionId").asString(""), message));
    }
  }

  void close() throws InterruptedException {
    List<ProcessHandle> helpers = process.descendants().toList();
    call("", "Browser.close", object());
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    // Those write into its profile to the last, which is deleted next.
    for (ProcessHandle helper : helpers) {
      helper.onExit().completeOnTimeout(helper, 5, TimeUnit.SECONDS).join();
      helper.destroyForcibly();
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        heard(text.toString());
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }
  }
}
