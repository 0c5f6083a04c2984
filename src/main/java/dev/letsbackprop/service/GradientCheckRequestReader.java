package dev.letsbackprop.service;

import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request to check gradients, strictly, and tells all its faults at once. */
public final class GradientCheckRequestReader {
  private static final String ADVICE = "Check fewer nodes: name them in 'wrt'.";

  /** The passes for an element: four for each of up to eight steps, and eight to find a kink. */
  private static final long PASSES = 40;

  /** What it takes to see whether a node depends on the one that is checked. */
  private static final long SEARCH = 100;

  private final DerivativeRequestReader reader;
  private final Limits limits;
  private @Nullable Double step;

  private GradientCheckRequestReader(DerivativeRequestReader reader, Limits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  /**
   * Reads a request.
   *
   * @throws dev.letsbackprop.json.Refusal with every fault that was found
   */
  public static GradientCheckRequest read(byte[] body, Limits limits) {
    return new GradientCheckRequestReader(new DerivativeRequestReader(body, limits), limits).read();
  }

  private GradientCheckRequest read() {
    reader.takeAllUnlessNamed();
    return reader.read(reader.properties().and("step", this::step), this::request);
  }

  private void step() {
    step = reader.json().number("a number greater than 0");
    if (step != null && step <= 0) {
      String sentence = "Expected a number greater than 0, found " + step + ".";
      reader.faults().add(Kind.INVALID_REQUEST, reader.json().pointer(), sentence);
    }
  }

  private GradientCheckRequest request(Model model, List<Node> towards) {
    checkSize(model, towards);
    return new GradientCheckRequest(model, towards, step, reader.encoding());
  }

  /** What depends on a node comes after it: all that does is counted. */
  private void checkSize(Model model, List<Node> towards) {
    List<Node> nodes = model.graph().nodes();
    long[] after = new long[nodes.size() + 1];
    for (int index = nodes.size() - 1; index >= 0; index--) {
      after[index] = Shape.plus(after[index + 1], Work.of(nodes.get(index)));
    }
    long work = 0;
    long answer = 0;
    for (Node node : towards) {
      long size = node.shape().extent();
      long pass = Shape.plus(size, after[node.index() + 1]);
      work = Shape.plus(work, Shape.times(PASSES, Shape.times(size, pass)));
      work = Shape.plus(work, Shape.times(SEARCH, nodes.size()));
      answer = Shape.plus(answer, Shape.times(2, size));
    }
    Work.check(work, limits, ADVICE, reader.faults());
    Work.checkAnswer(answer, limits, ADVICE, reader.faults());
  }
}
