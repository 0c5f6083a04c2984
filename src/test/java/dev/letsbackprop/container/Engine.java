package dev.letsbackprop.container;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** Builds the image from the Dockerfile, and runs it as docker-compose.yml does. */
final class Engine {
  static final int PORT = 8080;
  static final int MANAGEMENT_PORT = 9090;
  static final long MEMORY = 768L << 20;

  /** Java does not start where its cache does not fit, and says on standard error that it does. */
  static final String WITH_CACHE = "-XX:AOTMode=on -Xlog:aot=info:stderr";

  // Kept after the tests, so that the next build finds its layers.
  private static final ImageFromDockerfile IMAGE =
      new ImageFromDockerfile("letsbackprop:test", false)
          .withDockerfile(Path.of("Dockerfile").toAbsolutePath());

  private Engine() {}

  /** Whether there is a Docker engine; where there is none, that is said. */
  static boolean answers() {
    boolean answers = DockerClientFactory.instance().isDockerAvailable();
    if (!answers) {
      System.out.println(
          "SKIPPED: the tests that build and run the image, since no Docker engine answers.");
    }
    return answers;
  }

  /** The service, once it is healthy in its own eyes. */
  static GenericContainer<?> service() {
    return hardened()
        .withExposedPorts(PORT, MANAGEMENT_PORT)
        .waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(3)));
  }

  /** A command in a container of its own, without a network, which sees that folder as /data. */
  static GenericContainer<?> command(Path folder, String... line) {
    // Not withFileSystemBind, which first asks an image from elsewhere whether files can be bound.
    Bind data = new Bind(folder.toAbsolutePath().toString(), new Volume("/data"), AccessMode.ro);
    return hardened()
        .withCommand(line)
        .withCreateContainerCmdModifier(
            create -> Objects.requireNonNull(create.getHostConfig()).withBinds(data))
        .withNetworkMode("none")
        .withStartupCheckStrategy(
            new OneShotStartupCheckStrategy().withTimeout(Duration.ofMinutes(2)));
  }

  private static GenericContainer<?> hardened() {
    return new GenericContainer<>(IMAGE)
        .withEnv("LETSBACKPROP_OPTS", WITH_CACHE)
        .withCreateContainerCmdModifier(
            create ->
                Objects.requireNonNull(create.getHostConfig())
                    .withReadonlyRootfs(true)
                    .withTmpFs(Map.of("/tmp", "size=64m"))
                    .withCapDrop(Capability.ALL)
                    .withSecurityOpts(List.of("no-new-privileges:true"))
                    .withPidsLimit(512L)
                    .withMemory(MEMORY)
                    .withMemorySwap(MEMORY));
  }
}
