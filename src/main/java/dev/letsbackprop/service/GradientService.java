package dev.letsbackprop.service;

import dev.letsbackprop.derivation.Derivations;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Shape;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Differentiates models and reports on their nodes. */
public final class GradientService {

  /**
   * Works out what a request asks for.
   *
   * @throws dev.letsbackprop.json.Refusal where a value turns out to be no index of a class
   */
  public GradientReport differentiate(GradientRequest request) {
    Graph graph = request.model().graph();
    List<Tensor> values = ForwardPass.values(request.model());
    Finiteness finiteness = new Finiteness(graph, values);
    Derivations derivations =
        request.include().contains(Include.DERIVATIONS)
            ? new Derivations(graph, values, request.model().seed(), told(request))
            : null;
    Pullback<Tensor> pullback =
        Pullback.of(
            Numbers.NUMBERS,
            graph,
            values,
            request.model().seed(),
            wanted(request, graph),
            kept(request),
            derivations == null ? finiteness : finiteness.then(derivations));
    List<NodeReport> reports = new ArrayList<>(request.nodes().size());
    for (Node node : request.nodes()) {
      reports.add(report(node, request.include(), values, pullback, derivations));
    }
    return new GradientReport(
        Objects.requireNonNull(graph.output().name()),
        reports,
        finiteness.warnings(),
        request.encoding());
  }

  /** The adjoints that the report needs: a node's flows need its inputs' as well. */
  private static BitSet wanted(GradientRequest request, Graph graph) {
    Set<Include> include = request.include();
    boolean edges = include.contains(Include.FLOWS) || include.contains(Include.DERIVATIONS);
    if (!include.contains(Include.GRADIENTS) && !edges) {
      return new BitSet();
    }
    if (request.everything()) {
      return Pullback.everything(graph);
    }
    BitSet wanted = new BitSet();
    for (Node node : request.nodes()) {
      wanted.set(node.index());
      if (edges) {
        node.inputs().forEach(input -> wanted.set(input.index()));
      }
    }
    return wanted;
  }

  private static BitSet kept(GradientRequest request) {
    return request.include().contains(Include.FLOWS) ? told(request) : new BitSet();
  }

  private static BitSet told(GradientRequest request) {
    return Pullback.only(request.nodes().toArray(Node[]::new));
  }

  private static NodeReport report(
      Node node,
      Set<Include> include,
      List<Tensor> values,
      Pullback<Tensor> pullback,
      @Nullable Derivations derivations) {
    boolean gradient = include.contains(Include.GRADIENTS) && !node.isConstant();
    boolean flows = include.contains(Include.FLOWS) && !node.isLeaf();
    boolean local =
        include.contains(Include.LOCAL) && !node.isLeaf() && node.operation().elementwise();
    return new NodeReport(
        node,
        include.contains(Include.VALUES) ? values.get(node.index()) : null,
        gradient ? orZeros(pullback.adjoint(node), node.shape()) : null,
        flows ? flows(node, pullback) : null,
        local ? local(node, values) : null,
        derivations);
  }

  private static Tensor orZeros(@Nullable Tensor tensor, Shape shape) {
    return tensor == null ? Tensor.filled(shape, 0) : tensor;
  }

  private static List<@Nullable Tensor> flows(Node node, Pullback<Tensor> pullback) {
    List<@Nullable Tensor> flows = new ArrayList<>(node.inputs().size());
    for (int place = 0; place < node.inputs().size(); place++) {
      Node input = node.inputs().get(place);
      flows.add(input.isConstant() ? null : orZeros(pullback.flow(node, place), input.shape()));
    }
    return flows;
  }

  /** The local derivative is what flows back where 1 arrives everywhere. */
  private static List<@Nullable Tensor> local(Node node, List<Tensor> values) {
    List<Tensor> x = Graph.inputs(node, values);
    Tensor y = values.get(node.index());
    Tensor ones = Tensor.filled(node.shape(), 1);
    List<@Nullable Tensor> local = new ArrayList<>(x.size());
    for (int place = 0; place < x.size(); place++) {
      local.add(
          node.inputs().get(place).isConstant()
              ? null
              : Numbers.NUMBERS.broadcastTo(
                  node.operation().vjp(Numbers.NUMBERS, place, x, y, ones), node.shape()));
    }
    return local;
  }
}
