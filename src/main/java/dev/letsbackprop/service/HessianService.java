package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.Hessian;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.json.Document;
import dev.letsbackprop.json.Faults;
import dev.letsbackprop.limit.Limits;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out Hessians, and products with them. */
public final class HessianService {
  static final String ADVICE =
      "Ask for a product instead, with 'vector', or for fewer nodes in 'wrt'.";

  private final Limits limits;

  public HessianService(Limits limits) {
    this.limits = limits;
  }

  /**
   * Works out what a request asks for.
   *
   * @throws dev.letsbackprop.json.Refusal where a value turns out to be no index of a class, or
   *     where it takes more than the limits allow
   */
  public Document differentiate(HessianRequest request) {
    Model model = request.model();
    List<Node> towards = request.towards();
    Map<Node, Tensor> vector = request.vector();
    String advice = vector == null ? ADVICE : "Ask for fewer nodes in 'wrt'.";
    Hessian hessian =
        Hessian.of(
            model.graph(), model.seed(), towards, start -> new Growth(limits, start, advice));
    if (vector == null) {
      checkWork(hessian, towards);
    }
    Finiteness finiteness = firstOrder(model, towards);
    String output = model.graph().output().toString();
    if (vector != null) {
      Map<Node, Tensor> products =
          byNode(towards, hessian.product(towards.stream().map(vector::get).toList()));
      finiteness.tellOf(products);
      return new DerivativeReport(
          output, "products", products, finiteness.warnings(), request.encoding());
    }
    List<List<Tensor>> blocks = hessian.blocks();
    Map<Node, Map<Node, Tensor>> hessians = new LinkedHashMap<>();
    for (int k = 0; k < towards.size(); k++) {
      Map<Node, Tensor> line = byNode(towards, blocks.get(k));
      finiteness.tellOf(line);
      hessians.put(towards.get(k), line);
    }
    return new HessianReport(output, hessians, finiteness.warnings(), request.encoding());
  }

  /** A row for each element, and what the gradients themselves take. */
  private void checkWork(Hessian hessian, List<Node> towards) {
    long passes = 1;
    for (Node node : towards) {
      passes = Shape.plus(passes, node.shape().size());
    }
    Faults faults = new Faults();
    long work = Shape.times(passes, Work.ofPass(hessian.needed(), hessian.size()));
    Work.check(work, limits, ADVICE, faults);
    faults.throwIfAny();
  }

  /** Where numbers stop being finite in the values and the gradients already. */
  private static Finiteness firstOrder(Model model, List<Node> towards) {
    Graph graph = model.graph();
    List<Tensor> values = ForwardPass.values(model);
    Finiteness finiteness = new Finiteness(graph, values);
    Pullback.of(
        Numbers.NUMBERS,
        graph,
        values,
        model.seed(),
        Pullback.only(towards),
        Pullback.only(),
        finiteness);
    return finiteness;
  }

  private static Map<Node, Tensor> byNode(List<Node> nodes, List<Tensor> tensors) {
    Map<Node, Tensor> all = new LinkedHashMap<>();
    for (int k = 0; k < nodes.size(); k++) {
      all.put(nodes.get(k), tensors.get(k));
    }
    return all;
  }
}
