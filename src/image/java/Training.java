import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Trains the image: runs the service, and then a command, on real requests, so that Java writes
 * down which classes they need, ready to be used, and how often their code runs.
 *
 * <p>{@code java Training CACHES REQUESTS PROGRAM}: the folder for the caches, the requests that
 * the OpenAPI document shows, and the program that is trained. Exits with 1 where a cache is
 * missing at the end.
 */
final class Training {
  private static final int ROUNDS = 20;
  private static final int SECONDS_TO_START = 120;
  private static final int SECONDS_TO_END = 300;

  /** The beginning of a request's name, and where such a request goes; others ask for gradients. */
  private static final Map<String, String> PATHS =
      Map.of(
          "grade", "/v1/grades",
          "gradient-check", "/v1/gradient-checks",
          "gradient-graph", "/v1/gradient-graphs",
          "exercise-check", "/v1/exercise-checks",
          "hessian", "/v1/hessians",
          "jacobian", "/v1/jacobians",
          "export", "/v1/exports",
          "diagram", "/v1/diagrams");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String service;

  private Training(int port) {
    service = "http://localhost:" + port;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path caches = Path.of(arguments[0]);
    Path requests = Path.of(arguments[1]);
    String program = arguments[2];

    int port = freePort();
    Path ofService = caches.resolve("service.aot");
    Process running = start(ofService, program, "serve", "--server.port=" + port);
    try {
      new Training(port).train(running, requests);
    } finally {
      // SIGTERM; Java writes the cache as it ends.
      running.destroy();
      end(running);
    }

    // A command runs once in a process. Grading needs almost all that any command needs.
    Path ofCommand = caches.resolve("command.aot");
    end(start(ofCommand, program, "grade", requests.resolve("grade.json").toString()));

    System.exit(Files.exists(ofService) && Files.exists(ofCommand) ? 0 : 1);
  }

  private static Process start(Path cache, String... line) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
    builder.environment().put("LETSBACKPROP_OPTS", "-XX:AOTCacheOutput=" + cache);
    return builder.start();
  }

  private static void end(Process process) throws InterruptedException {
    if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void train(Process process, Path requests) throws IOException, InterruptedException {
    awaitStart(process);
    for (int round = 0; round < ROUNDS; round++) {
      try (var files = Files.list(requests)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          post(file);
        }
      }
      send(request("/v1/examples/mazur-step-by-step/diagram.svg"));
      send(request("/v1/operations"));
    }
    send(request("/"));
    send(request("/v3/api-docs"));
  }

  private void awaitStart(Process process) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        send(request("/problems/invalid-graph"));
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("the service did not start");
  }

  private void post(Path file) throws IOException, InterruptedException {
    String name = file.getFileName().toString();
    boolean lines = name.endsWith(".ndjson");
    String path =
        PATHS.entrySet().stream()
            .filter(entry -> name.startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("/v1/gradients");
    send(
        request(lines ? path + "/batch" : path)
            .header("Content-Type", lines ? "application/x-ndjson" : "application/json")
            .POST(BodyPublishers.ofFile(file)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service + path));
  }

  private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 500) {
      throw new IllegalStateException(answer.uri() + ": " + answer.body());
    }
  }
}
