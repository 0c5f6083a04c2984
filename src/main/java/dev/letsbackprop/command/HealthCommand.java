package dev.letsbackprop.command;

import dev.letsbackprop.json.Words;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Asks a running service whether it is well; the image's health check. */
@Command(name = "health")
final class HealthCommand implements Callable<Integer> {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Streams streams;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Where to ask; left out, http://localhost:8080/actuator/health/liveness, with the port of"
              + " $MANAGEMENT_SERVER_PORT or else $SERVER_PORT where one is set.")
  String url = "http://localhost:" + port(System.getenv()) + "/actuator/health/liveness";

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "The longest to wait, 1 to 3600; left out, 3.")
  int seconds = 3;

  @Mixin final StandardOptions standard = new StandardOptions();

  private HealthCommand(Streams streams) {
    this.streams = streams;
  }

  /** Where a service of this environment tells its health. */
  static String port(Map<String, String> environment) {
    return environment.getOrDefault(
        "MANAGEMENT_SERVER_PORT", environment.getOrDefault("SERVER_PORT", "8080"));
  }

  static CommandLine of(Streams streams) {
    CommandLine command = new CommandLine(new HealthCommand(streams));
    Help.describe(
        command,
        "Asks a running service whether it is well.",
        "letsbackprop health",
        "letsbackprop health --url http://grader:8080/actuator/health/readiness --timeout 1");
    Help.exits(
        command,
        Map.of(
            Status.OK,
            "it is",
            Status.NOT_PASSED,
            "it is not, or nobody answered in time",
            Status.PROBLEM,
            "a bad URL or number of seconds"));
    return command;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    URI address = address();
    String trouble = trouble(address);
    if (!trouble.isEmpty()) {
      streams.err().println(Words.visible(url) + ": " + trouble);
      return Status.NOT_PASSED;
    }
    Answer.of("UP\n").write(streams);
    return Status.OK;
  }

  private URI address() {
    try {
      URI address = new URI(url);
      if (address.getHost() != null && SCHEMES.contains(address.getScheme())) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw Failure.of(
        Commands.BAD_USAGE, "--url takes an address of http, not " + Words.quote(url) + ".");
  }

  /** Why it is not well, or nothing. The whole answer has the time, not each of its bytes. */
  private String trouble(URI address) throws InterruptedException {
    FutureTask<Integer> asking = new FutureTask<>(() -> ask(address));
    Thread.ofPlatform().daemon().start(asking);
    try {
      int status = asking.get(seconds, TimeUnit.SECONDS);
      return status == HttpURLConnection.HTTP_OK ? "" : "answered " + status + ".";
    } catch (TimeoutException e) {
      return "no answer within " + seconds + (seconds == 1 ? " second." : " seconds.");
    } catch (ExecutionException e) {
      return "no answer: " + Objects.requireNonNull(e.getCause()).getMessage() + ".";
    }
  }

  private int ask(URI address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(seconds * 1000);
    connection.setReadTimeout(seconds * 1000);
    return connection.getResponseCode();
  }

  /** Reads a time to wait. */
  static final class Seconds implements ITypeConverter<Integer> {
    private static final int MOST = 3600;

    @Override
    public Integer convert(String text) {
      if (text.matches("[0-9]{1,4}")) {
        int seconds = Integer.parseInt(text);
        if (seconds >= 1 && seconds <= MOST) {
          return seconds;
        }
      }
      throw new TypeConversionException(
          "expected a whole number of seconds, 1 to " + MOST + ", not " + Words.quote(text) + ".");
    }
  }
}
