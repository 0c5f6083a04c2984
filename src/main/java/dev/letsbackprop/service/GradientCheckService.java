package dev.letsbackprop.service;

import dev.letsbackprop.differentiation.FiniteDifferences;
import dev.letsbackprop.differentiation.Pullback;
import dev.letsbackprop.differentiation.Rounding;
import dev.letsbackprop.graph.Graph;
import dev.letsbackprop.graph.Node;
import dev.letsbackprop.model.Model;
import dev.letsbackprop.operation.Numbers;
import dev.letsbackprop.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Checks gradients against finite differences. */
public final class GradientCheckService {

  /**
   * Works out what a request asks for.
   *
   * @throws dev.letsbackprop.json.Refusal where a value turns out to be no index of a class
   */
  public GradientCheckReport check(GradientCheckRequest request) {
    Model model = request.model();
    Graph graph = model.graph();
    List<Tensor> values = ForwardPass.values(model);
    Rounding rounding = new Rounding(graph, values);
    Pullback<Tensor> pullback =
        Pullback.of(
            Numbers.NUMBERS,
            graph,
            values,
            model.seed(),
            Pullback.everything(graph),
            Pullback.only(),
            rounding);
    Agreement verdict = Agreement.AGREES;
    List<NodeCheck> checks = new ArrayList<>();
    for (Node node : request.towards()) {
      Tensor adjoint = pullback.adjoint(node);
      FiniteDifferences differences = FiniteDifferences.of(graph, values, model.seed(), node);
      NodeCheck check =
          new NodeChecker(
                  node,
                  values.get(node.index()),
                  adjoint == null ? Tensor.filled(node.shape(), 0) : adjoint,
                  differences,
                  rounding.of(differences.dependents()),
                  request.step())
              .check();
      verdict = verdict.orWorse(check.verdict());
      checks.add(check);
    }
    return new GradientCheckReport(graph.output().toString(), verdict, checks, request.encoding());
  }
}
