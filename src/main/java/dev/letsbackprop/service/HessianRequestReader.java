package dev.letsbackprop.service;

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

/** Reads the body of a request for a Hessian, strictly, and tells all its faults at once. */
public final class HessianRequestReader {
  /** What a block takes in an answer beside its elements. */
  private static final long BLOCK = 16;

  private final DerivativeRequestReader reader;
  private final Limits limits;
  private final VectorReader vector;

  private HessianRequestReader(DerivativeRequestReader reader, Limits limits) {
    this.reader = reader;
    this.limits = limits;
    this.vector = new VectorReader(reader.json(), reader.faults());
  }

  /**
   * Reads a request.
   *
   * @throws dev.letsbackprop.json.Refusal with every fault that was found
   */
  public static HessianRequest read(byte[] body, Limits limits) {
    return new HessianRequestReader(new DerivativeRequestReader(body, limits), limits).read();
  }

  private HessianRequest read() {
    reader.model().takeOnesUnlessGiven();
    return reader.read(reader.properties().and("vector", vector::read), this::request);
  }

  private HessianRequest request(Model model, List<Node> towards) {
    Node output = model.graph().output();
    if (output.shape().rank() > 0) {
      reader
          .faults()
          .add(
              Kind.INVALID_GRAPH,
              Pointer.ROOT,
              "The output "
                  + Words.quote(output.toString())
                  + " has shape "
                  + output.shape()
                  + ", and a Hessian is that of a single number: let a 'sum' of it or one of its"
                  + " elements be the output.");
    }
    Map<Node, Tensor> vectors = vector.of(towards);
    if (vectors == null) {
      checkSize(towards);
    }
    return new HessianRequest(model, towards, vectors, reader.encoding());
  }

  private void checkSize(List<Node> towards) {
    long side = 0;
    for (Node node : towards) {
      side = Shape.plus(side, node.shape().extent());
    }
    long blocks = Shape.times(BLOCK, Shape.times(towards.size(), towards.size()));
    Work.checkAnswer(
        Shape.plus(Shape.times(side, side), blocks),
        limits,
        HessianService.ADVICE,
        reader.faults());
  }
}
