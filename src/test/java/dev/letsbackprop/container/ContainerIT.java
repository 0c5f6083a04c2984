package dev.letsbackprop.container;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HealthCheck;
import dev.letsbackprop.examples.ExampleFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service in its image; skipped, with a word, where no Docker engine answers. */
@EnabledIf("dev.letsbackprop.container.Engine#answers")
@Testcontainers
class ContainerIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Container private static final GenericContainer<?> SERVICE = Engine.service();

  @TempDir Path folder;

  static List<ExampleFile> examples() {
    return ExampleFile.all();
  }

  /** What a command within the container prints. */
  private static String printed(String... command) throws IOException, InterruptedException {
    return SERVICE.execInContainer(command).getStdout();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void answersTheWorkedExamples(ExampleFile example) throws Exception {
    URI address =
        URI.create(
            "http://%s:%d/v1/gradients"
                .formatted(SERVICE.getHost(), SERVICE.getMappedPort(Engine.PORT)));
    var answer =
        CLIENT.send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(example.request()))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.body()).isEqualTo(example.answer());
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    var address = "http://%s:%d%s".formatted(SERVICE.getHost(), SERVICE.getMappedPort(port), path);
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  @Test
  void isMeasuredAtAPortOfItsOwn() throws Exception {
    assertThat(get(Engine.MANAGEMENT_PORT, "/actuator/prometheus").body())
        .contains("http_server_requests_seconds");
    assertThat(get(Engine.MANAGEMENT_PORT, "/actuator/sbom").statusCode()).isEqualTo(200);
    assertThat(get(Engine.MANAGEMENT_PORT, "/actuator/env").statusCode()).isEqualTo(404);
    assertThat(get(Engine.PORT, "/actuator/prometheus").statusCode()).isEqualTo(404);
    assertThat(get(Engine.PORT, "/readyz").statusCode()).isEqualTo(200);
  }

  /** Java's own words about its cache aside. */
  @Test
  void logsLinesOfJson() {
    assertThat(SERVICE.getLogs().lines().filter(line -> !line.startsWith("[")))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{\"@timestamp\":"));
  }

  /** It is this one that is mapped into the service's memory. */
  @Test
  void startsFromItsCache() throws Exception {
    assertThat(printed("cat", "/proc/1/cmdline")).contains("/app/cache/service.aot");
    assertThat(SERVICE.getLogs()).contains("Using AOT-linked classes: true");
  }

  @Test
  void hasNoRights() throws Exception {
    String process = printed("cat", "/proc/1/status");
    assertThat(process)
        .containsPattern("Uid:\\s+10001\\s+10001\\s+10001\\s+10001\\n")
        .containsPattern("Gid:\\s+10001\\s+10001\\s+10001\\s+10001\\n")
        .containsPattern("CapEff:\\s+0{16}\\n")
        .containsPattern("CapPrm:\\s+0{16}\\n")
        .containsPattern("NoNewPrivs:\\s+1\\n");
  }

  @Test
  void writesToItsTemporaryFolderAlone() throws Exception {
    for (String place : List.of("/app/x", "/x", "/var/tmp/x", "/app/cache/x")) {
      var touch = SERVICE.execInContainer("touch", place);
      assertThat(touch.getExitCode()).as(place).isNotEqualTo(0);
    }
    assertThat(SERVICE.execInContainer("touch", "/tmp/x").getExitCode()).isEqualTo(0);
  }

  /** The heap is a share of what the container has, and not of the machine. */
  @Test
  void fitsItsMemory() throws Exception {
    var shown =
        SERVICE.execInContainer(
            "java", "-XX:MaxRAMPercentage=65", "-XX:+PrintFlagsFinal", "-version");
    assertThat(shown.getStdout()).containsPattern("MaxHeapSize\\s+= 5[0-2]\\d{7} ");
    assertThat(printed("cat", "/proc/1/cmdline")).contains("-XX:MaxRAMPercentage=65");
  }

  /**
   * In the form of words, which the engine runs without a shell; that it works, the start has
   * shown.
   */
  @Test
  void itsHealthCheckNeedsNoShell() {
    ContainerConfig image =
        SERVICE.getDockerClient().inspectImageCmd(SERVICE.getDockerImageName()).exec().getConfig();
    HealthCheck check = requireNonNull(requireNonNull(image).getHealthcheck());
    assertThat(check.getTest()).startsWith("CMD", "java").contains("health");
  }

  @Test
  void listsWhatItIsMadeOf() throws Exception {
    Path jar = folder.resolve("letsbackprop.jar");
    SERVICE.copyFileFromContainer("/app/letsbackprop.jar", jar.toString());
    try (JarFile opened = new JarFile(jar.toFile());
        InputStream list =
            opened.getInputStream(opened.getEntry("META-INF/sbom/application.cdx.json"))) {
      JsonNode bill = new JsonMapper().readTree(list);
      assertThat(bill.path("bomFormat").stringValue()).isEqualTo("CycloneDX");
      assertThat(bill.path("components").findValuesAsString("purl"))
          .anyMatch(each -> each.startsWith("pkg:maven/tools.jackson.core/jackson-core@"))
          .anyMatch(each -> each.startsWith("pkg:maven/info.picocli/picocli@"))
          .noneMatch(each -> each.contains("testcontainers"));
    }
  }

  @Test
  void doesAJobBesideTheService() throws Exception {
    var run =
        SERVICE.execInContainer(
            "sh",
            "-c",
            "echo '{\"formula\": \"f = x * x\", \"values\": {\"x\": 3}, \"wrt\": [\"x\"]}' |"
                + " letsbackprop gradients");
    assertThat(run.getStdout())
        .isEqualTo(
            "{\"output\":\"f\",\"nodes\":{\"x\":{\"shape\":[],\"value\":3,\"gradient\":6},\"f\":{\"op\":\"multiply\",\"inputs\":[\"x\",\"x\"],\"shape\":[],\"value\":9,\"gradient\":1}}}\n");
    assertThat(printed("letsbackprop", "health")).isEqualTo("UP\n");
  }

  /** A class is graded without a network, and no slower for a missing cache. */
  @Test
  void gradesAClassAsACommand() throws Exception {
    Path course = Path.of("examples/grading");
    try (GenericContainer<?> command =
        Engine.command(course, "grade", "/data/assignment.json", "/data/submissions", "--table")) {
      command.start();
      assertThat(command.getLogs(OutputType.STDOUT))
          .isEqualTo(Files.readString(course.resolve("table.txt")));
      assertThat(command.getLogs()).contains("Using AOT-linked classes: true");
    }
  }
}
