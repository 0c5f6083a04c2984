package dev.letsbackprop.benchmark;

import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.service.GradientReport;
import dev.letsbackprop.service.GradientRequest;
import dev.letsbackprop.service.GradientRequestReader;
import dev.letsbackprop.service.GradientService;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request of ten nodes, the sigmoid neuron of CS231n, inside the service: reading,
 * differentiating and writing apart and together; beside it Jackson, which reads the same request
 * to a tree and writes the same answer from one, and does nothing between.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RequestBenchmark {
  private static final byte[] BODY =
      """
      {"nodes": {"w0": {"value": 2}, "x0": {"value": -1}, "w1": {"value": -3}, "x1": {"value": -2},
       "w2": {"value": -3},
       "a": {"op": "multiply", "inputs": ["w0", "x0"]}, "b": {"op": "multiply", "inputs": ["w1", "x1"]},
       "c": {"op": "add", "inputs": ["a", "b"]}, "dot": {"op": "add", "inputs": ["c", "w2"]},
       "f": {"op": "sigmoid", "inputs": ["dot"]}}, "output": "f", "include": ["values", "gradients", "flows"]}
      """
          .getBytes(StandardCharsets.UTF_8);

  private final GradientService service = new GradientService();
  private final JsonMapper mapper = new JsonMapper();
  private final ByteArrayOutputStream target = new ByteArrayOutputStream(4096);
  private GradientRequest request = parse();
  private GradientReport report = service.differentiate(request);
  private JsonNode answer = mapper.createObjectNode();

  @Setup
  public void prepare() {
    request = parse();
    report = service.differentiate(request);
    answer = mapper.readTree(write(report));
  }

  @Benchmark
  public GradientRequest read() {
    return parse();
  }

  private static GradientRequest parse() {
    return GradientRequestReader.read(BODY, Limits.DEFAULT);
  }

  @Benchmark
  public GradientReport differentiate() {
    return service.differentiate(request);
  }

  @Benchmark
  public byte[] write() {
    return write(report);
  }

  @Benchmark
  public byte[] all() {
    return write(service.differentiate(read()));
  }

  @Benchmark
  public JsonNode peerReadsATree() {
    return mapper.readTree(BODY);
  }

  @Benchmark
  public byte[] peerWritesATree() {
    return mapper.writeValueAsBytes(answer);
  }

  private byte[] write(GradientReport written) {
    target.reset();
    try (JsonWriter json = new JsonWriter(target)) {
      written.write(json);
    }
    return target.toByteArray();
  }
}
