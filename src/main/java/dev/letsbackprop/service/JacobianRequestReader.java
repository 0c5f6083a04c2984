package dev.letsbackprop.service;

import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Fault.Kind;
import dev.letsbackprop.json.Pointer;
import dev.letsbackprop.json.Words;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request for Jacobians, strictly, and tells all its faults at once. */
public final class JacobianRequestReader {
  private static final String ADVICE =
      "Ask for a product instead, with 'vector' or 'covector', or for fewer nodes in 'wrt'.";

  private final DerivativeRequestReader reader;
  private final Limits limits;
  private final VectorReader vector;
  private @Nullable Pointer covectorAt;
  private @Nullable Tensor covector;

  private JacobianRequestReader(DerivativeRequestReader reader, Limits limits) {
    this.reader = reader;
    this.limits = limits;
    this.vector = new VectorReader(reader.json(), reader.faults());
  }

  /**
   * Reads a request.
   *
   * @throws dev.letsbackprop.json.Refusal with every fault that was found
   */
  public static JacobianRequest read(byte[] body, Limits limits) {
    return new JacobianRequestReader(new DerivativeRequestReader(body, limits), limits).read();
  }

  private JacobianRequest read() {
    reader.model().takeOnesUnlessGiven();
    return reader.read(
        reader.properties().and("vector", vector::read).and("covector", this::covector),
        this::request);
  }

  private void covector() {
    covectorAt = reader.json().pointer();
    covector = reader.json().tensor("a tensor of the output's shape");
  }

  private JacobianRequest request(Model model, List<Node> towards) {
    Map<Node, Tensor> vectors = vector.of(towards);
    Node output = model.graph().output();
    if (covectorAt != null && vectors != null) {
      String sentence = "'vector' and 'covector' are two products: ask for one of them.";
      reader.faults().add(Kind.INVALID_REQUEST, covectorAt, sentence);
    }
    if (covectorAt != null && covector != null) {
      String what = "The output " + Words.quote(output.toString());
      VectorReader.checkShape(covector, output.shape(), what, covectorAt, reader.faults());
    }
    checkSize(model.graph(), towards, vectors != null);
    return new JacobianRequest(model, towards, vectors, covector, reader.encoding());
  }

  /** What it takes is known from the shapes before anything is computed. */
  private void checkSize(Graph graph, List<Node> towards, boolean along) {
    long rows = graph.output().shape().extent();
    long passes = along ? Shape.times(4, towards.size()) : covectorAt == null ? rows : 1;
    long work =
        Shape.times(Shape.plus(passes, 1), Work.ofPass(graph.nodes(), graph.nodes().size()));
    Work.check(work, limits, ADVICE, reader.faults());
    long answer = 0;
    for (Node node : towards) {
      long columns = node.shape().extent();
      long entries = along ? rows : covectorAt == null ? Shape.times(rows, columns) : columns;
      answer = Shape.plus(answer, entries);
    }
    Work.checkAnswer(answer, limits, ADVICE, reader.faults());
  }
}
