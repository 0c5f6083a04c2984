package dev.letsbackprop.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The manifests in deploy/kubernetes fit each other, and the Dockerfile. */
class KubernetesTest {
  private static final Path FOLDER = Path.of("deploy/kubernetes");
  private static final String LABEL = "app.kubernetes.io/name";

  private static final Map<String, JsonNode> OBJECTS = new HashMap<>();

  private static JsonNode read(String file) throws IOException {
    return new JsonMapper()
        .valueToTree(new Yaml().<Object>load(Files.readString(FOLDER.resolve(file))));
  }

  @BeforeAll
  static void readAll() throws IOException {
    for (JsonNode file : read("kustomization.yaml").path("resources")) {
      JsonNode object = read(file.stringValue());
      OBJECTS.put(object.path("kind").stringValue(), object);
    }
  }

  private static JsonNode at(String kind, String path) {
    return Objects.requireNonNull(OBJECTS.get(kind), kind).at(path);
  }

  private static JsonNode container(String path) {
    return at("Deployment", "/spec/template/spec/containers/0" + path);
  }

  private static Map<String, Integer> ports() {
    Map<String, Integer> ports = new HashMap<>();
    container("/ports")
        .forEach(
            port ->
                ports.put(port.path("name").stringValue(), port.path("containerPort").intValue()));
    return ports;
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    container("/env")
        .forEach(
            each ->
                environment.put(
                    each.path("name").stringValue(), each.path("value").asString("from a secret")));
    return environment;
  }

  @Test
  void everyManifestIsListed() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(OBJECTS.size() + 1)
          .allMatch(name -> name.endsWith(".yaml"));
    }
    assertThat(OBJECTS.keySet())
        .containsExactlyInAnyOrder(
            "Deployment",
            "Service",
            "HorizontalPodAutoscaler",
            "PodDisruptionBudget",
            "NetworkPolicy");
  }

  @Test
  void everythingSelectsThePods() {
    String name = at("Deployment", "/spec/template/metadata/labels").path(LABEL).stringValue();
    assertThat(name).isEqualTo("letsbackprop");
    for (JsonNode selector :
        List.of(
            at("Deployment", "/spec/selector/matchLabels"),
            at(
                "Deployment",
                "/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels"),
            at("Service", "/spec/selector"),
            at("PodDisruptionBudget", "/spec/selector/matchLabels"),
            at("NetworkPolicy", "/spec/podSelector/matchLabels"))) {
      assertThat(selector.size()).isEqualTo(1);
      assertThat(selector.path(LABEL).stringValue()).isEqualTo(name);
    }
    assertThat(at("HorizontalPodAutoscaler", "/spec/scaleTargetRef/name"))
        .isEqualTo(at("Deployment", "/metadata/name"));
    assertThat(at("HorizontalPodAutoscaler", "/spec/scaleTargetRef/kind").stringValue())
        .isEqualTo("Deployment");
    // Or each deployment would undo what the autoscaler does.
    assertThat(at("Deployment", "/spec").has("replicas")).isFalse();
  }

  @Test
  void everyPortThatIsNamedIsThere() {
    assertThat(ports()).containsOnlyKeys("http", "management");
    assertThat(at("Service", "/spec/ports/0/targetPort").stringValue()).isEqualTo("http");
    assertThat(at("Service", "/spec/ports").size()).isEqualTo(1);
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      assertThat(container("/" + probe + "/httpGet/port").stringValue()).isEqualTo("management");
    }
    assertThat(at("NetworkPolicy", "/spec/ingress/0/ports/0/port").stringValue()).isEqualTo("http");
    assertThat(at("NetworkPolicy", "/spec/ingress/1/ports/0/port").stringValue())
        .isEqualTo("management");
    assertThat(environment())
        .containsEntry("SERVER_PORT", "" + ports().get("http"))
        .containsEntry("MANAGEMENT_SERVER_PORT", "" + ports().get("management"))
        .containsKey("LETSBACKPROP_TOKENS");
  }

  @Test
  void theImageIsTheOneThatIsBuilt() throws IOException {
    String dockerfile = Files.readString(Path.of("Dockerfile"));
    assertThat(container("/image")).isEqualTo(read("kustomization.yaml").at("/images/0/name"));
    JsonNode user = at("Deployment", "/spec/template/spec/securityContext");
    assertThat(dockerfile)
        .contains(
            "\nUSER %d:%d\n"
                .formatted(user.path("runAsUser").intValue(), user.path("runAsGroup").intValue()))
        .containsPattern("\nEXPOSE .*\\b%d\\b".formatted(ports().get("http")));
    Matcher management = Pattern.compile("MANAGEMENT_SERVER_PORT=(\\d+)").matcher(dockerfile);
    if (management.find()) {
      assertThat(management.group(1)).isEqualTo("" + ports().get("management"));
    }
  }

  /** What the Pod Security Standard "restricted" asks for, and a root that is not written to. */
  @Test
  void itHasNoRights() {
    JsonNode pod = at("Deployment", "/spec/template/spec/securityContext");
    assertThat(pod.path("runAsNonRoot").booleanValue()).isTrue();
    assertThat(pod.at("/seccompProfile/type").stringValue()).isEqualTo("RuntimeDefault");
    JsonNode rights = container("/securityContext");
    assertThat(rights.path("allowPrivilegeEscalation").booleanValue()).isFalse();
    assertThat(rights.path("readOnlyRootFilesystem").booleanValue()).isTrue();
    assertThat(rights.at("/capabilities/drop/0").stringValue()).isEqualTo("ALL");
    assertThat(at("Deployment", "/spec/template/spec/automountServiceAccountToken").booleanValue())
        .isFalse();
    JsonNode volume = at("Deployment", "/spec/template/spec/volumes/0");
    assertThat(container("/volumeMounts/0/mountPath").stringValue()).isEqualTo("/tmp");
    assertThat(container("/volumeMounts/0/name")).isEqualTo(volume.path("name"));
    assertThat(volume.at("/emptyDir/sizeLimit").stringValue()).isEqualTo("64Mi");
    assertThat(container("/resources/limits/memory"))
        .isEqualTo(container("/resources/requests/memory"));
  }

  @Test
  void thereIsTimeToFinish() throws IOException {
    String phase =
        new JsonMapper()
            .valueToTree(
                new Yaml()
                    .<Object>load(Files.readString(Path.of("src/main/resources/application.yaml"))))
            .at("/spring/lifecycle/timeout-per-shutdown-phase")
            .stringValue();
    int shutdown = Integer.parseInt(phase.replace("s", ""));
    assertThat(at("Deployment", "/spec/template/spec/terminationGracePeriodSeconds").intValue())
        .isGreaterThan(container("/lifecycle/preStop/sleep/seconds").intValue() + shutdown);
  }
}
