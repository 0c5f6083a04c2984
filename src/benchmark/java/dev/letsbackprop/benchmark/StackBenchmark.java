package dev.letsbackprop.benchmark;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.JsonWriter;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.service.GradientReport;
import dev.letsbackprop.service.GradientRequest;
import dev.letsbackprop.service.GradientRequestReader;
import dev.letsbackprop.service.GradientService;
import dev.letsbackprop.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A net of 784, 512 and 10 units with 256 rows, weights in JSON: reading, the forward pass, both
 * passes, and writing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StackBenchmark {
  private static final int ROWS = 256;
  private static final int FEATURES = 784;
  private static final int UNITS = 512;
  private static final int CLASSES = 10;

  private final byte[] body = body();
  private final GradientService service = new GradientService();
  private final GradientRequest request = parse();
  private final GradientReport report = service.differentiate(request);
  private final ByteArrayOutputStream target = new ByteArrayOutputStream(1 << 25);

  private static byte[] body() {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder labels = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      labels.append(row == 0 ? "" : ",").append(random.nextInt(CLASSES));
    }
    return ("{\"input\":"
            + matrix(random, ROWS, FEATURES)
            + ",\"layers\":[{\"type\":\"affine\",\"weight\":"
            + matrix(random, FEATURES, UNITS)
            + ",\"bias\":{\"random\":\"zeros\",\"shape\":["
            + UNITS
            + "]}},{\"type\":\"sigmoid\"},{\"type\":\"affine\",\"weight\":"
            + matrix(random, UNITS, CLASSES)
            + "},{\"type\":\"softmax_with_loss\",\"target\":["
            + labels
            + "]}]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static StringBuilder matrix(SplittableRandom random, int rows, int columns) {
    StringBuilder text = new StringBuilder("[");
    for (int row = 0; row < rows; row++) {
      text.append(row == 0 ? "[" : ",[");
      for (int column = 0; column < columns; column++) {
        text.append(column == 0 ? "" : ",").append((random.nextDouble() - 0.5) / 16);
      }
      text.append(']');
    }
    return text.append(']');
  }

  private GradientRequest parse() {
    return GradientRequestReader.read(body, Limits.DEFAULT);
  }

  @Benchmark
  public GradientRequest read() {
    return parse();
  }

  @Benchmark
  public List<Tensor> forward() {
    Graph graph = request.model().graph();
    return graph.read(Numbers.NUMBERS, Node::value);
  }

  @Benchmark
  public GradientReport forwardAndBackward() {
    return service.differentiate(request);
  }

  @Benchmark
  public int write() {
    target.reset();
    try (JsonWriter json = new JsonWriter(target)) {
      report.write(json);
    }
    return target.size();
  }
}
